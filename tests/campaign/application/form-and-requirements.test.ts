import { describe, expect, test } from "vitest";
import { disqualificationOf } from "../../../src/campaign/application/disqualification.ts";
import { findApplication } from "../../../src/campaign/application/find-application.ts";
import { readCopies } from "../../../src/campaign/application/opinions/copies/read-words.ts";
import { standingsOf } from "../../../src/campaign/application/opinions/rules.ts";
import { labelsFor } from "../../../src/campaign/application/received-form/labels.ts";
import { readRows } from "../../../src/campaign/application/received-form/read-rows.ts";
import { mayNotApply, questionsOf } from "../../../src/campaign/application/requirements/entries.ts";
import { clausesOf } from "../../../src/campaign/application/requirements/requirements.ts";
import {
  clauseRows,
  contradictionsOf,
  gateOf,
  rowFigures,
} from "../../../src/campaign/application/requirements/rules.ts";
import { type Form, fieldFor, formFor } from "../../../src/campaign/definition/purposes.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { FieldPurpose } from "../../../src/campaign/definition/schema/purposes.ts";
import { blankCopy } from "../../../src/campaign/form-paper/copies.ts";
import { formTemplate } from "../../../src/campaign/form-paper/form-template.ts";
import { placeOf } from "../../../src/campaign/reference-list/rules.ts";
import { parseAnswer } from "../../../src/platform/conversation/answers/parse-answer.ts";
import { begin, missingQuestions } from "../../../src/platform/conversation/form-state.ts";
import { answerFacts } from "../../../src/platform/conversation/review-view.ts";
import { fillTemplate } from "../../../src/platform/documents/word/fill-template.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";
import { type CivilDate, civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { facts, withFigure } from "./requirements/support.ts";
import { applied } from "./support/application.ts";

const form = formFor(shaoxing, "application") as Form;
const field = (purpose: FieldPurpose) => {
  const found = fieldFor(form, purpose);
  if (!found) throw new Error(`no field for ${purpose}`);
  return found;
};
const labelOf = (key: string) => form.fields.find((one) => one.key === key)?.label ?? key;
const opinionOf = (office: string) => ({
  ...{ caseId: "case", office, number: 1, revision: 1, stance: "agrees" as const, text: undefined, signer: undefined },
  ...{ sealedBy: undefined, givenOn: civilDate("2023-09-05"), scan: undefined, confirms: undefined },
  ...{ recordedBy: "keqiao-1", recordedAt: new Date(0), withdrawn: false, responsible: undefined },
});
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
    const said = { rateKind: "入住率", rate: "92.5%", rateAsOf: "8月31日" } as const;
    const read = Object.entries(said).map(([purpose, text]) =>
      parseAnswer(field(purpose as keyof typeof said), text, when),
    );
    expect(read.map((answer) => answer.ok && answer.value)).toEqual(["occupancyRate", 92.5, "2023-08-31"]);
    for (const text of ["100.01", "-0.01"]) expect(parseAnswer(field("rate"), text, when).ok).toBe(false);
    for (const text of ["0", "100"]) expect(parseAnswer(field("rate"), text, when).ok).toBe(true);
  });

  test("3.2 the facts behind requirements are asked once, with their days", () => {
    const asked = questionsOf(shaoxing).map(({ key }) => key);

    expect(asked).toEqual([
      ...["notMet", "unclear", "notApplicable", "rest", "penalty", "publicity", "feesDue", "feesCollected"],
      ...["services", "lastServiceOn", "bodyMembers", "partyMembers"],
    ]);
    expect(asked.filter((key) => form.fields.some((one) => one.key === key))).toEqual([]);
  });

  test("3.3 records the kind of 申报单位, whichever it is; 审批单位 may stay empty", async () => {
    const kinds = field("applicantKind").options.map(({ text }) => parseAnswer(field("applicantKind"), text, when));
    const missing = missingQuestions(form, { ...begin(form), answers: {} }).map(({ key }) => key);
    const template = await writeWord(formTemplate(shaoxing, form, new Date("2023-09-01T00:00:00Z")));
    const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
    const blank = fillTemplate(
      template,
      [blankCopy({ campaign, rulings: new Map() })],
      new Date("2023-09-01T00:00:00Z"),
    );

    expect(kinds.map((kind) => kind.ok && kind.value)).toEqual([
      ...["enterprise", "ownersBody", "residentsCommittee", "subdistrict", "other"],
    ]);
    expect(missing).not.toContain("applicantKind");
    expect(missing).not.toContain("approvingAuthority");
    const cover = readWord(blank).blocks.find((block) => block.kind === "table");
    expect(
      cover?.kind === "table" && cover.rows.map((row) => row.map(({ paragraphs }) => paragraphs.join(""))),
    ).toEqual([
      ["小区名称：", ""],
      ["申报单位：", ""],
      ["审批单位：", ""],
    ]);
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

  test("3.6 opinions are bound to a submission: a change asks for them again and erases none", () => {
    const given = { ...opinionOf("neighborhood"), revision: 1 };
    const revisions = [{ compoundAddress: "胜利路1号" }, { compoundAddress: "胜利路2号" }].map((answers, at) => ({
      ...{ answers, revision: at + 1 },
    }));
    const known = { form, revisions, slips: new Set<number>(), opinions: [given] };
    const before = standingsOf({
      ...known,
      revisions: revisions.slice(0, 1),
      application: revisions[0] ?? expect.fail(),
    });
    const after = standingsOf({ ...known, application: revisions[1] ?? expect.fail() });

    expect(before.map(({ state }) => state)).toEqual(["missing", "given", "missing", "missing", "later"]);
    expect(after[1]).toMatchObject({ state: "toConfirm", changed: ["小区地址"], opinion: given });
  });

  test("3.7 一式3份: said on the paper, and each copy is known by its number", async () => {
    const printed = readWord(await writeWord(formTemplate(shaoxing, form, new Date("2023-09-01T00:00:00Z"))));
    const called = new Map([["districtBureau", ["区局"]]]);

    expect(form.copies?.count).toBe(3);
    expect(printed.blocks).toContainEqual(expect.objectContaining({ text: "（正反打印，一式3份）" }));
    expect(readCopies("第1、3份 区局 9月1日", called, when)).toMatchObject({
      ok: true,
      spoken: { copies: [1, 3], at: "districtBureau", since: "2023-09-01" },
    });
  });

  test("3.8 keeps names and phones apart; of Party members only the number is asked", () => {
    const personal = form.fields.filter((one) => one.personal).map(({ key }) => key);

    expect(personal).toEqual([
      ...["applicantHead", "applicantHeadPhone", "ownersCommitteeChair", "ownersCommitteeChairPhone"],
      ...["partyBranchSecretary", "partyBranchSecretaryPhone"],
    ]);
    expect(questionsOf(shaoxing).some(({ label }) => /姓名|名单|身份/.test(label))).toBe(false);
    const answers = { compoundName: "锦绣花园", applicantHead: "王建国", applicantHeadPhone: "13812345678" };
    const shown = answerFacts(form, { answers }, { masked: true }).filter(({ label }) =>
      Object.keys(answers).map(labelOf).includes(label),
    );
    expect(shown.map(({ value }) => value)).toEqual(["锦绣花园", "王**", "138****5678"]);
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
    const said = { compoundName: "锦绣花园", projectName: "锦绣花园（一期）", remarks: "含沿街商铺" };
    const read = readRows([Object.keys(said).map(labelOf), Object.values(said)], labelsFor(shaoxing, form), {
      nameKeys: ["compoundName", "projectName"],
      known: [],
    });

    expect(read?.entries.map((entry) => Object.fromEntries(entry))).toEqual([said]);
    expect(form.paper?.after.flat()).toContain("remarks");
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

  test("4.1 one that is not settled keeps nobody out, and is 待核实", () => {
    const accident = form.fields.find(({ key }) => key === "safetyAccident");
    const pending = accident?.options.find(({ verdict }) => verdict === "pending")?.value ?? "";
    const { exclusion, declaration } = disqualificationOf(
      {
        campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) }),
        rulings: new Map(),
        now: new Date("2023-09-01T09:00:00+08:00"),
      },
      { answers: { safetyAccident: { choice: pending, details: {} } } },
    );

    expect([exclusion, declaration]).toEqual([undefined, "unclear"]);
  });

  test("4.2 clauses that no row checks are asked too", () => {
    const unchecked = clausesOf(shaoxing)
      .filter(({ criteria }) => criteria.length === 0)
      .map(({ id }) => id);

    expect(unchecked).toEqual(expect.arrayContaining(["5-1", "5-3", "6-2", "6-3", "7-4", "9-2", "10-1"]));
    expect(clausesOf(shaoxing).find(({ id }) => id === "7-3")?.seenInPart).toBe(true);
  });

  test("4.2 a penalty and 为民办实事 count from the day one year before the first submission, that day included", () => {
    const penalty = (happenedOn: CivilDate) => standing("5-3", withFigure("penalty", { kind: "event", happenedOn }));
    const service = (lastOn: CivilDate) =>
      standing("9-2", withFigure("practical-service", { kind: "count", number: 1, lastOn }));
    const publicity = (percent: number) =>
      standing("6-2", withFigure("household-publicity", { kind: "percent", percent }));

    expect([penalty("2022-08-31"), penalty("2022-09-01")]).toEqual(["met", "notMet"]);
    expect([service("2022-08-31"), service("2022-09-01")]).toEqual(["notMet", "met"]);
    expect([publicity(99.99), publicity(100)]).toEqual(["notMet", "met"]);
  });

  test("4.3 clauses that a row checks too are in one cross-table", () => {
    const rowsOf = (id: string) => clausesOf(shaoxing).find((one) => one.id === id)?.criteria;

    expect(["2-1", "4-2", "6-4", "7-3", "8-2", "10-2"].map(rowsOf)).toEqual([
      ...[["2-1"], ["4-3"], ["4-6"], ["4-4"], ["3-3"], ["3-2"]],
    ]);
  });

  test("4.3 a clause said to be met beside its row with no points is shown, beside one point it is not", () => {
    const known = facts({ answers: { clauses: { "8-2": "met" }, figures: {} } });
    const shown = (points: number) =>
      contradictionsOf(
        shaoxing,
        { rows: clauseRows(shaoxing, known), figures: rowFigures(shaoxing, known) },
        new Map([["3-3", points]]),
      ).map(({ id, criterion }) => [id, criterion]);

    expect([shown(0), shown(1)]).toEqual([[["8-2", "3-3"]], []]);
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
    const known = facts({ answers: { clauses: { "7-2": "notApplicable" }, figures: {} } });
    expect(gateOf(clauseRows(shaoxing, known), ["7"])).toEqual({ excluding: [], unmet: [], unclear: [] });
  });
});
