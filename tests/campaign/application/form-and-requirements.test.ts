import { describe, expect, test } from "vitest";
import { disqualificationOf } from "../../../src/campaign/application/disqualification.ts";
import { findApplication } from "../../../src/campaign/application/find-application.ts";
import { mayNotApply, questionsOf } from "../../../src/campaign/application/requirements/entries.ts";
import { clausesOf } from "../../../src/campaign/application/requirements/requirements.ts";
import { clauseRows, rowFigures } from "../../../src/campaign/application/requirements/rules.ts";
import { type Form, fieldFor, formFor } from "../../../src/campaign/definition/purposes.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { FieldPurpose } from "../../../src/campaign/definition/schema/purposes.ts";
import { placeOf } from "../../../src/campaign/reference-list/rules.ts";
import { parseAnswer } from "../../../src/platform/conversation/answers/parse-answer.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { facts, withFigure } from "./requirements/support.ts";
import { applied } from "./support/application.ts";

const form = formFor(shaoxing, "application") as Form;
const field = (purpose: FieldPurpose) => {
  const found = fieldFor(form, purpose);
  if (!found) throw new Error(`no field for ${purpose}`);
  return found;
};
const when = { today: "2023-09-01", year: 2023 } as const;
const standing = (id: string, known: ReturnType<typeof facts>) =>
  clauseRows(shaoxing, known).find((row) => row.id === id)?.standing;

/** What the form asks and leaves open; the numbers are those of the project's notes on the field. */
describe("the application form", () => {
  test("3.1 asks for what the list of 附件4 prints and the form of 附件3 does not", () => {
    const columns = shaoxing.recommendationList.columns.flatMap(({ from }) =>
      from.kind === "field" ? [from.field] : [],
    );

    expect(columns.filter((key) => !form.fields.some((one) => one.key === key))).toEqual([]);
    for (const purpose of ["enterprise", "subdistrict", "neighborhood", "rateKind", "rate", "rateAsOf"] as const) {
      expect(field(purpose).mark).toBe("ours");
    }
  });

  test("3.2 the facts behind requirements are asked once, with their days", () => {
    const asked = questionsOf(shaoxing).map(({ key }) => key);

    expect(asked).toEqual([
      ...["notMet", "unclear", "notApplicable", "rest", "penalty", "publicity", "feesDue", "feesCollected"],
      ...["services", "lastServiceOn", "bodyMembers", "partyMembers"],
    ]);
    expect(asked.filter((key) => form.fields.some((one) => one.key === key))).toEqual([]);
  });

  test("3.3 records the kind of 申报单位; 审批单位 may stay empty", () => {
    expect(field("applicantKind").required).toBe(false);
    expect(form.fields.find(({ key }) => key === "approvingAuthority")?.required).toBe(false);
  });

  test("3.4 takes 800字, and asks what becomes of the 801st", () => {
    const statement = field("statement");

    expect(parseAnswer(statement, "好".repeat(800), when).ok).toBe(true);
    const longer = parseAnswer(statement, "好".repeat(801), when);
    expect(longer.ok ? undefined : longer.pending?.kind).toBe("attachedPage");
  });

  test("3.5 does without a 业委会: any kind of owners' body counts, none does not", () => {
    const kinds = field("ownersBody").options.map(({ value }) =>
      standing("2-2", facts({ form: { ownersBodyKind: value } })),
    );

    expect(kinds).toEqual(["met", "met", "met", "notMet"]);
    expect(form.fields.find(({ key }) => key === "ownersCommitteeChair")?.required).toBe(false);
  });

  test("3.6 has five opinions in the printed order, the city's last", () => {
    expect(form.opinions.map(({ id, givenBy }) => [id, givenBy])).toEqual([
      ["ownersCommittee", "district"],
      ["neighborhood", "district"],
      ["subdistrict", "district"],
      ["districtBureau", "district"],
      ["cityBureau", "city"],
    ]);
  });

  test("3.7 一式3份", () => {
    expect(form.copies?.count).toBe(3);
  });

  test("3.8 keeps names and phones apart; of Party members only the number is asked", () => {
    const personal = form.fields.filter((one) => one.personal).map(({ key }) => key);

    expect(personal).toEqual([
      ...["applicantHead", "applicantHeadPhone", "ownersCommitteeChair", "ownersCommitteeChairPhone"],
      ...["partyBranchSecretary", "partyBranchSecretaryPhone"],
    ]);
    expect(questionsOf(shaoxing).some(({ label }) => /姓名|名单|身份/.test(label))).toBe(false);
  });

  test("3.9 tells compounds of one name apart by their address", () => {
    const both = [applied("锦绣花园", { id: "a" }), applied("锦绣花园", { id: "b" })];
    const addresses = new Map([
      ["a", "胜利路1号"],
      ["b", "解放路2号"],
    ]);

    expect(findApplication(both, "锦绣花园 解放路2号", { noun: "小区", addresses })).toEqual({
      kind: "one",
      application: both[1],
    });
  });

  test("3.10 项目名称 need not be 小区名称, and 备注 is carried", () => {
    expect(field("projectName").proposal).toEqual({ sameAs: "compoundName" });
    expect(field("remarks").label).toBe("备注");
  });
});

describe("requirements and what keeps a compound out", () => {
  test("4.1 an accident counts from two years before the first submission, that day included", () => {
    const excluded = (happenedOn: string) =>
      disqualificationOf(
        {
          campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) }),
          rulings: new Map(),
          now: new Date("2023-09-01T09:00:00+08:00"),
        },
        { answers: { safetyAccident: { choice: "some", details: { happenedOn } } } },
      ).exclusion !== undefined;

    expect([excluded("2021-08-31"), excluded("2021-09-01")]).toEqual([false, true]);
  });

  test("4.2 clauses that no row checks are asked too", () => {
    const unchecked = clausesOf(shaoxing)
      .filter(({ criteria }) => criteria.length === 0)
      .map(({ id }) => id);

    expect(unchecked).toEqual(expect.arrayContaining(["5-1", "5-3", "6-2", "6-3", "7-4", "9-2", "10-1"]));
    expect(clausesOf(shaoxing).find(({ id }) => id === "7-3")?.seenInPart).toBe(true);
  });

  test("4.3 clauses that a row checks too are in one cross-table", () => {
    const rowsOf = (id: string) => clausesOf(shaoxing).find((one) => one.id === id)?.criteria;

    expect(["2-1", "4-2", "6-4", "7-3", "8-2", "10-2"].map(rowsOf)).toEqual([
      ...[["2-1"], ["4-3"], ["4-6"], ["4-4"], ["3-3"], ["3-2"]],
    ]);
  });

  test("4.4 94.96 % is below 95 %, and 3 of 6 is not more than half", () => {
    const rate = (part: number) => standing("8-2", withFigure("fee-rate", { kind: "ratio", whole: 100, part }));
    const share = rowFigures(shaoxing, withFigure("party-share", { kind: "ratio", whole: 6, part: 3 }));

    expect([rate(94.96), rate(95)]).toEqual(["notMet", "met"]);
    expect(share.find(({ criterion }) => criterion === "2-2")?.standing).toBe("notMet");
  });

  test("4.5 the last 5% of complaints are the fewest, and either side of 或 suffices", () => {
    const rows = Array.from({ length: 20 }, (_, figure) => ({ name: `${figure}`, figure }));
    const rule = { end: "last", percent: 5, rounding: "up", ties: "in" } as const;
    const within = rows.filter((row) => placeOf(row, rows, rule) === "within");

    expect(within).toEqual([{ name: "0", figure: 0 }]);
    const places = new Map([["satisfaction", "outside"] as const, ["complaints", "within"] as const]);
    expect(standing("10-2", facts({ places }))).toBe("met");
  });

  test("4.6 不适用 is for what a compound does not have: lifts, not fees", () => {
    expect(mayNotApply(shaoxing)).toEqual(["7-2"]);
  });
});
