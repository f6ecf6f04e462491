import { expect, test } from "vitest";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import { PROMOTION } from "../../../../src/campaign/work-report/contents/contents.ts";
import {
  carriedIn,
  lackingIn,
  type ReportTexts,
  stateFrom,
} from "../../../../src/campaign/work-report/contents/state.ts";
import { partsOfReport } from "../../../../src/campaign/work-report/rules.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const CAMPAIGN = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
const PARTS = partsOfReport(shaoxing);
const [ABOUT = "", DONE = "", PROBLEMS = "", NEXT = ""] = PARTS;
const TEXT = `一、${ABOUT}\n开展。\n二、${DONE}\n做法。\n三、${PROBLEMS}\n无\n四、${NEXT}\n建议。`;

const lacking = (texts: ReportTexts): string[] => lackingIn({ campaign: CAMPAIGN }, stateFrom(PARTS, texts));
const beside = (given: Record<string, [text: string, isOfThis: boolean]>): ReportTexts["beside"] =>
  new Map(Object.entries(given).map(([name, [text, isOfThis]]) => [name, { text, isOfThis }]));

test("an empty part is asked for like a missing one, 推广实施 last; 无 is said of a part", () => {
  const text = TEXT.replace("做法。", "");
  expect(lacking({ text, beside: beside({}) })).toEqual([DONE, PROMOTION]);
  expect(lacking({ text: TEXT, beside: beside({}) })).toEqual([PROMOTION]);
});

test("of a file that cannot be read everything is asked for", () => {
  expect(lacking({ text: undefined, beside: beside({}) })).toEqual([...PARTS, PROMOTION]);
});

test("无 said beside the report is an answer", () => {
  expect(lacking({ text: TEXT, beside: beside({ [PROBLEMS]: ["无", true], [PROMOTION]: ["已推广", true] }) })).toEqual(
    [],
  );
});

test("what was given beside an earlier version fills what this one lacks, and replaces nothing that it says", () => {
  const state = stateFrom(PARTS, {
    text: TEXT.replace("\n无\n", "\n"),
    beside: beside({ [PROBLEMS]: ["收缴难", false], [NEXT]: ["旧建议", false] }),
  });

  expect(state.parts.map(({ text }) => text)).toEqual(["开展。", "做法。", "收缴难", "建议。"]);
});

test("what was given beside this version stands before what it says", () => {
  const state = stateFrom(PARTS, { text: TEXT, beside: beside({ [NEXT]: ["新建议", true] }) });

  expect(state.parts[3]).toEqual({ name: NEXT, state: "beside", text: "新建议" });
});

test("of what was given beside an earlier version only what this one lacks is carried over, and it is known from which", () => {
  const given = (text: string, version: number, isOfThis = false) => ({ text, version, isOfThis });
  const texts = {
    text: TEXT,
    beside: new Map([
      [NEXT, given("旧建议", 1)],
      [PROMOTION, given("2个社区学了", 1)],
      [DONE, given("新做法", 2, true)],
    ]),
  };

  expect([...carriedIn(PARTS, texts)]).toEqual([[PROMOTION, 1]]);
  expect([...carriedIn(PARTS, { ...texts, text: `${TEXT}\n推广实施：已在全区推广。` })]).toEqual([]);
});
