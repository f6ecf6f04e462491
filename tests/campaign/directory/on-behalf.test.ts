import { describe, expect, test } from "vitest";
import { APPROVING } from "../../../src/campaign/definition/schema/roles.ts";
import { districtOfficers, type Member, mayMember } from "../../../src/campaign/directory/member.ts";
import { asOfDistrict, mayActForDistricts, onBehalfOf, withActing } from "../../../src/campaign/directory/on-behalf.ts";
import { districtScope } from "../../../src/campaign/directory/scope.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const organizer: Member = { staffId: staffId("ma"), name: "甲", roles: [{ role: "organizer" }] };
const approver: Member = { staffId: staffId("li"), name: "乙", roles: [{ role: "approver" }] };
const officer = (id: string, district: string, rest: Partial<Member> = {}): Member => ({
  ...{ staffId: staffId(id), name: id, roles: [{ role: "districtOfficer", district }] },
  ...rest,
});
const people = [organizer, approver, officer("k1", "keqiao", { away: true }), officer("k2", "keqiao")];
const acting = { person: organizer.staffId, district: "keqiao" };

describe("代填", () => {
  test("is for the organizer alone; the first officer who is not on leave answers for it", () => {
    expect(people.map((one) => mayActForDistricts(shaoxing, one))).toEqual([true, false, false, false]);
    expect(onBehalfOf(shaoxing, people, acting)).toEqual({ district: "keqiao", responsible: "k2" });
    expect(onBehalfOf(shaoxing, people, { ...acting, person: approver.staffId })).toBeUndefined();
    expect(onBehalfOf(shaoxing, people, { ...acting, district: "nowhere" })).toBeUndefined();
  });

  test("of a district without anybody is answered for by who enters it", () => {
    expect(onBehalfOf(shaoxing, people, { ...acting, district: "zhuji" })?.responsible).toBe("ma");
  });

  test("of the own district is none", () => {
    const own = { ...organizer, roles: [...organizer.roles, { role: "districtOfficer", district: "keqiao" } as const] };

    expect(onBehalfOf(shaoxing, [own], acting)).toBeUndefined();
  });

  test("gives what an officer of this district may, of nothing else, and no approval", () => {
    const member = asOfDistrict(organizer, "keqiao");

    expect(districtScope(shaoxing, member, "preliminaryReview.score")).toEqual(["keqiao"]);
    expect(districtScope(shaoxing, member, "application.see")).toEqual(["keqiao"]);
    expect(mayMember(shaoxing, member, "broadcast.send")).toBe(false);
    expect(APPROVING.filter((one) => mayMember(generous, member, one))).toEqual([]);
    expect(APPROVING.filter((one) => mayMember(generous, officer("k1", "keqiao"), one))).toEqual(APPROVING);
  });

  test("makes nobody an officer of the district: nothing is sent to who acts as to its people", () => {
    const found = districtOfficers(withActing(people, acting), "keqiao").map(({ member }) => member.staffId);

    expect(found).toEqual(["k2"]);
  });
});

/** A definition that lets district officers approve. */
const generous = {
  ...shaoxing,
  campaign: {
    ...shaoxing.campaign,
    roles: shaoxing.campaign.roles.map((role) => ({
      ...role,
      may: { ...role.may, ...Object.fromEntries(APPROVING.map((one) => [one, "all" as const])) },
    })),
  },
};
