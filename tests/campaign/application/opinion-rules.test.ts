import { describe, expect, test } from "vitest";
import type { Application } from "../../../src/campaign/application/application.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import type { Opinion } from "../../../src/campaign/application/opinions/opinion.ts";
import {
  countOf,
  fieldsOpined,
  isFormKept,
  lastChanged,
  type OpinionFacts,
  orderProblem,
  standingsOf,
} from "../../../src/campaign/application/opinions/rules.ts";
import type { Member } from "../../../src/campaign/directory/member.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");

type Answers = Application["answers"];

const first: Answers = {
  compoundName: "雅苑",
  compoundAddress: "胜利路1号",
  applicantHeadPhone: "0575-1",
  remarks: "无",
};

const opinion = (office: string, rest: Partial<Opinion> = {}): Opinion => ({
  ...{ caseId: "case", office, number: 1, revision: 1, stance: "agrees", text: undefined, signer: undefined },
  ...{ sealedBy: undefined, givenOn: civilDate("2023-09-05"), scan: undefined, confirms: undefined },
  ...{ recordedBy: "keqiao-1", recordedAt: new Date("2023-09-06T09:00:00+08:00"), withdrawn: false },
  responsible: undefined,
  ...rest,
});

/** A case submitted once for each of the answers. */
function facts(
  submissions: readonly Answers[],
  opinions: readonly Opinion[] = [],
  slips: readonly number[] = [],
): OpinionFacts {
  const revisions = submissions.map((answers, at) => ({ revision: at + 1, answers }));
  const answers = submissions.at(-1) ?? {};
  return { form, application: { answers, revision: revisions.length }, revisions, slips: new Set(slips), opinions };
}

const stateOf = (one: OpinionFacts, office: string) => standingsOf(one).find((it) => it.office.id === office)?.state;

describe("which changes ask for opinions to be confirmed", () => {
  test("those of fields that the plan prints on the form, but not phones, remarks and what we ask besides", () => {
    const labels = fieldsOpined(form).map(({ label }) => label);

    expect(labels).toEqual([
      ...["小区名称", "申报单位", "审批单位", "小区地址", "申报单位负责人", "业委会主任", "党支部书记", "申报材料"],
    ]);
  });

  test("a change of the address does, and says what has changed", () => {
    const changed = facts([first, { ...first, compoundAddress: "胜利路2号" }], [opinion("neighborhood")]);

    const standing = standingsOf(changed).find(({ office }) => office.id === "neighborhood");
    expect(standing).toMatchObject({ state: "toConfirm", changed: ["小区地址"] });
    expect(standing?.opinion?.givenOn).toBe("2023-09-05");
  });

  test.each([
    ["a phone number", { applicantHeadPhone: "0575-2" }],
    ["a remark", { remarks: "已报街道" }],
    ["a figure of the list", { rate: "97" }],
  ])("%s does not", (_, change) => {
    expect(stateOf(facts([first, { ...first, ...change }], [opinion("neighborhood")]), "neighborhood")).toBe("given");
  });

  test("what was changed back does not", () => {
    const there = { ...first, compoundAddress: "胜利路2号" };

    expect(stateOf(facts([first, there, first], [opinion("neighborhood")]), "neighborhood")).toBe("given");
  });

  test("a slip does not, what else was changed does", () => {
    const slip = { ...first, compoundName: "雅园" };
    const more = { ...slip, compoundAddress: "胜利路2号" };

    expect(stateOf(facts([first, slip], [opinion("neighborhood")], [2]), "neighborhood")).toBe("given");
    expect(standingsOf(facts([first, slip, more], [opinion("neighborhood")], [2]))[1]).toMatchObject({
      state: "toConfirm",
      changed: ["小区地址"],
    });
  });

  test("an opinion given or confirmed after the change stands", () => {
    const changed = { ...first, compoundAddress: "胜利路2号" };
    const confirmed = opinion("neighborhood", { number: 2, revision: 2, confirms: 1 });

    expect(stateOf(facts([first, changed], [opinion("neighborhood"), confirmed]), "neighborhood")).toBe("given");
  });

  test("the last change is what 更正笔误 is about", () => {
    const there = { ...first, compoundAddress: "胜利路2号" };

    expect(lastChanged(facts([first]))).toEqual([]);
    expect(lastChanged(facts([first, there]))).toEqual(["小区地址"]);
    expect(lastChanged(facts([first, there], [], [2]))).toEqual(["小区地址"]);
    expect(lastChanged(facts([first, there, { ...there, remarks: "已报" }]))).toEqual([]);
  });
});

describe("the order of the five offices", () => {
  const given = (...offices: string[]) =>
    standingsOf(
      facts(
        [first],
        offices.map((office) => opinion(office)),
      ),
    );

  test("an office waits for the one before", () => {
    expect(orderProblem(given(), ["ownersCommittee"])).toBeUndefined();
    expect(orderProblem(given(), ["neighborhood"])).toMatchObject({ kind: "before", missing: { name: "业委会" } });
    expect(orderProblem(given("ownersCommittee"), ["neighborhood"])).toBeUndefined();
    expect(orderProblem(given("ownersCommittee"), ["districtBureau"])).toMatchObject({
      kind: "before",
      missing: { name: "属地社区" },
    });
  });

  test("those on one paper count for each other, in whatever order they are ticked", () => {
    expect(orderProblem(given(), ["districtBureau", "subdistrict", "neighborhood", "ownersCommittee"])).toBeUndefined();
  });

  test("one that is to be confirmed has given its opinion", () => {
    const standings = standingsOf(
      facts([first, { ...first, compoundAddress: "胜利路2号" }], [opinion("ownersCommittee")]),
    );

    expect(orderProblem(standings, ["neighborhood"])).toBeUndefined();
  });

  test("the city's comes after 核验, even where all others are there", () => {
    const all = given("ownersCommittee", "neighborhood", "subdistrict", "districtBureau");

    expect(orderProblem(all, ["cityBureau"])).toMatchObject({ kind: "later" });
    expect(all.at(-1)?.state).toBe("later");
  });

  test("where there is no owners' body, the order begins with the neighborhood", () => {
    const none = standingsOf(facts([{ ...first, ownersBodyKind: "none" }]));

    expect(none[0]?.state).toBe("nobody");
    expect(orderProblem(none, ["neighborhood"])).toBeUndefined();
    expect(orderProblem(none, ["ownersCommittee"])).toMatchObject({ kind: "nobody" });
    expect(countOf(none)).toEqual({ given: 0, of: 3 });
  });
});

test("of several recordings the newest counts that was not withdrawn, and none is forgotten", () => {
  const twice = [opinion("neighborhood"), opinion("neighborhood", { number: 2, stance: "disagrees" })];
  const standing = (opinions: readonly Opinion[]) => standingsOf(facts([first], opinions))[1];

  expect(standing(twice)?.opinion?.stance).toBe("disagrees");
  expect(standing(twice.map((one) => ({ ...one, withdrawn: one.number === 2 })))?.opinion?.stance).toBe("agrees");
  expect(standing(twice.map((one) => ({ ...one, withdrawn: true })))?.state).toBe("missing");
});

describe("the form of a case is kept", () => {
  const who = (...roles: Member["roles"]): Member => ({ staffId: staffId("who"), name: "某某", roles });
  const officer = { role: "districtOfficer", district: "keqiao" } as const;
  const member = who({ role: "teamMember" });

  test.each<[string, Member, before: boolean, after: boolean]>([
    ["from its own district never", who(officer), false, false],
    ["from the organizer until 报送", who({ role: "organizer" }), true, false],
    ["from the approver until 报送", who({ role: "approver" }), true, false],
    ["from the auditor until 报送", who({ role: "auditor" }), true, false],
    ["from another district always", who({ ...officer, district: "yuecheng" }), true, true],
    ["from a member of the team until 报送, of an assigned case", { ...member, sites: ["case"] }, true, false],
    ["from a member of the team always, of another case", { ...member, sites: ["other"] }, true, true],
    ["not from an organizer who is its district's officer as well", who({ role: "organizer" }, officer), false, false],
  ])("%s", (_, member, before, after) => {
    const kept = (reported: boolean) => isFormKept(shaoxing, member, { id: "case", district: "keqiao", reported });

    expect([kept(false), kept(true)]).toEqual([before, after]);
  });
});
