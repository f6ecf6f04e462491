import { describe, expect, test } from "vitest";
import { formOf } from "../../src/campaign/application/offered.ts";
import { calledOffices } from "../../src/campaign/application/opinions/offices.ts";
import { readOpinions } from "../../src/campaign/application/opinions/read-words.ts";
import { readTyped } from "../../src/campaign/application/requirements/read-typed.ts";
import { explanationIn } from "../../src/campaign/correction/explain.ts";
import { nounsOf } from "../../src/campaign/directory/nouns.ts";
import { matchSpoken } from "../../src/campaign/engine/dispatch/match-command.ts";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { labelledReason, reasonBefore, reasonIn, untilIn } from "../../src/campaign/extension/said.ts";
import { features } from "../../src/campaign/features.ts";
import { readLabelledReasons } from "../../src/campaign/recommendation/labelled-reasons.ts";
import { readOrder } from "../../src/campaign/recommendation/order.ts";
import { sameReason } from "../../src/campaign/recommendation/same-reason.ts";
import { followReasons } from "../../src/campaign/scoring/follow-reasons.ts";
import { lineRules } from "../../src/campaign/scoring/line-rules.ts";
import { numberIn } from "../../src/campaign/support/commands.ts";
import { partsSaid } from "../../src/campaign/work-report/contents/contents.ts";
import { withPartsAgain } from "../../src/campaign/work-report/contents/parts-again.ts";
import { edited, editsIn } from "../../src/campaign/work-report/edit.ts";
import { receiveText } from "../../src/campaign/work-report/receive.ts";
import { partsOfReport } from "../../src/campaign/work-report/rules.ts";
import type { Question } from "../../src/platform/conversation/field.ts";
import { begin, type FormState } from "../../src/platform/conversation/form-state.ts";
import { step } from "../../src/platform/conversation/form-step.ts";
import { openAt } from "../../src/platform/conversation/moves.ts";
import { readScoreLine } from "../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../src/platform/conversation/score-readings.ts";
import { civilDate } from "../../src/shared/civil-date.ts";
import { beijing, households } from "./definition/support/campaigns.ts";
import { shaoxing } from "./definition/support/shaoxing.ts";

const { commands } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("none")) }));
const when = { today: civilDate("2023-09-10"), year: 2023 };
const CASE = nounsOf(shaoxing).caseName;

const form = formOf(shaoxing) ?? expect.fail("no form");
const labelOf = (key: string): string => form.fields.find((one) => one.key === key)?.label ?? key;
const OFFERED = { compoundAddress: "滨河路3号", subdistrict: "百官街道" };

/** What is recorded in the form, and what else happens. */
function inForm(text: string, state: FormState = begin(form)): string {
  const done = step(form, state, { ...when, text });
  const recorded = Object.entries(done.state.answers).map(([key, value]) => `${labelOf(key)}=${String(value)}`);
  const at = "question" in done.outcome ? `问${done.outcome.question.label}` : done.outcome.kind;
  return [...recorded, at, ...(done.state.offered ? ["仍待决定"] : [])].join("；");
}
const first = form.fields[0] ?? expect.fail("no field");
const offered = (): FormState => ({ ...begin(form), offered: OFFERED });

const rules = lineRules(shaoxing, new Map());
const points = (text: string): string => {
  const line = readScoreLine({ ...rules, given: [] }, text);
  if (line.kind !== "points") return line.kind;
  const given = line.entries.map(({ row, ...entry }) => ({ criterion: row, ...entry }));
  const order = rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const { followed, problems } = followReasons(given, { order, reasons: new Map() });
  expect(problems).toEqual([]);
  return showEntries(followed.map(({ criterion, ...entry }) => ({ row: criterion, ...entry })));
};

const NAMES = [CASE, "绿洲名苑", "和畅苑"];
const reasonOf = (name: string): Question => ({ ...first, key: name, label: `${name}的推荐理由`, kind: "longText" });
const reasons = { id: "recommendation", title: "", version: 1, fields: [reasonOf(CASE), reasonOf("绿洲名苑")] };

const PARTS = partsOfReport(shaoxing);
const REPORT = `一、${PARTS[0]}：申报2个小区，横幅32条。\n二、${PARTS[1]}：党建联建。`;

/** The command that it is, and what stands behind its words. */
const ordered = (text: string) => {
  const found = matchSpoken(commands, text);
  return { id: found?.command.id, rest: found?.verbatim ?? "" };
};

function moreTime(text: string): unknown {
  const { id, rest } = ordered(text);
  expect([id, labelledReason(rest)]).toEqual(["extension.ask", undefined]);
  const until = untilIn(rest, when);
  if (until.kind !== "day") return until.kind;
  return [until.until, [reasonBefore(until.head, ["推荐名单"]), reasonIn(until.rest)].join("")];
}

const offices = calledOffices(form, { district: { name: "柯桥区", kind: "district" }, city: "绍兴市" });
const given = (text: string) => {
  const read = readOpinions(text, offices, when);
  return read.ok ? read.opinions.map(({ office, stance, givenOn }) => `${office} ${stance} ${givenOn}`) : read.lacks;
};
const required = (text: string) => {
  const { given: read, lineWith, rest } = readTyped(text, { definition: shaoxing, answering: when, before: {} });
  return [lineWith({}), rest, read?.problems];
};

/** Every example in 帮助, with what its own reader makes of it. */
const READ: Readonly<Record<string, readonly [read: (said: string) => unknown, as: unknown]>> = {
  "小区名称：锦绣花园；小区地址：滨河路3号": [inForm, "小区名称=锦绣花园；小区地址=滨河路3号；问申报单位"],
  "更正：小区地址应为滨河路5号": [
    (said) => inForm(said, { ...begin(form), answers: { compoundAddress: "滨河路3号" } }),
    "小区地址=滨河路5号；问小区名称",
  ],
  小区地址改为滨河路5号: [
    (said) => inForm(said, { ...begin(form), answers: { compoundAddress: "滨河路3号" } }),
    "小区地址=滨河路5号；问小区名称",
  ],
  先跳过: [(said) => inForm(said, openAt(begin(form), first)), "问申报单位"],
  本项以后再填: [(said) => inForm(said, openAt(begin(form), first)), "问申报单位"],
  填了哪些: [inForm, "review"],
  按所列记录: [(said) => inForm(said, offered()), "小区地址=滨河路3号；所属街道=百官街道；问小区名称"],
  记录其余2项: [(said) => inForm(said, offered()), "小区地址=滨河路3号；所属街道=百官街道；问小区名称"],
  不记录: [(said) => inForm(said, offered()), "问小区名称"],

  "1-1 4；1-2 3 会议记录不全": [points, "1-1 4；1-2 3 会议记录不全"],
  "1-2 3 会议记录不全；1-3 3 同上": [points, "1-2 3 会议记录不全；1-3 3 会议记录不全"],
  "更正：1-2 应为3分，理由是会议记录不全": [points, "1-2 3 会议记录不全"],
  其余满分: [points, "rest"],

  "2 1": [(said) => readOrder(said, NAMES), { kind: "places", places: [1, 0] }],
  "1至3": [(said) => readOrder(said, NAMES), { kind: "places", places: [0, 1, 2] }],
  [`${CASE}的推荐理由：居民满意度高`]: [
    (said) => readLabelledReasons(reasons, reasons.fields[1], { typed: said, names: NAMES }),
    { kind: "given", reasons: [{ question: reasons.fields[0], text: "居民满意度高" }] },
  ],
  同上: [
    (said) => {
      const state = { ...begin(reasons), at: "绿洲名苑", answers: { [CASE]: "居民满意度高" } };
      return sameReason({ reasons: { form: reasons, state } } as never, said)?.offers.map(({ typed }) => typed);
    },
    ["绿洲名苑的推荐理由：居民满意度高"],
  ],

  "申请延期 推荐名单 10月11日 正在盖章": [moreTime, ["2023-10-11", "正在盖章"]],
  "申请延期 推荐名单想延到10月11日，因为正在盖章": [moreTime, ["2023-10-11", "正在盖章"]],

  [`${PARTS[0]}：申报2个小区。${PARTS[1]}：党建联建到楼道`]: [
    (said) => [...partsSaid(said, PARTS)],
    [
      [PARTS[0], "申报2个小区。"],
      [PARTS[1], "党建联建到楼道"],
    ],
  ],
  "更正：横幅32条改为36条": [
    (said) => edited(REPORT, editsIn(said) ?? []),
    { kind: "edited", text: REPORT.replace("32", "36"), changes: [{ wrong: "横幅32条", right: "横幅36条" }] },
  ],
  [`更正后：一、${PARTS[0]}：申报3个小区`]: [
    (said) => {
      const { content, revised } = receiveText(said);
      const text = content.kind === "text" ? content.text : "";
      return withPartsAgain(REPORT, { text, revised: revised === true }, PARTS)?.replaced;
    },
    [PARTS[0]],
  ],

  [`补正说明 ${CASE} 2 经核对无误`]: [
    (said) => [ordered(said).id, explanationIn(ordered(said).rest)],
    ["correction.explain", { named: CASE, at: 2, text: "经核对无误" }],
  ],
  [`补正延期 ${CASE} 10月12日 正在补拍`]: [ordered, { id: "correction.ask-time", rest: `${CASE} 10月12日 正在补拍` }],
  [`申请支持 ${CASE}：加装电梯缺资金`]: [ordered, { id: "support.ask", rest: `${CASE}：加装电梯缺资金` }],
  "办结支持 1 已协调到位": [
    (said) => [ordered(said).id, numberIn(ordered(said).rest)],
    ["support.close", { number: 1, rest: "已协调到位" }],
  ],

  "其余均符合，不符合 1-1，尚不清楚 1-2": [required, ["不符合 1-1，尚不清楚 1-2", true, []]],
  "1-1不符合": [required, ["不符合 1-1", false, []]],
  "1-1 符合；1-2 不符合": [required, ["符合 1-1，不符合 1-2", false, []]],

  "社区、街道 同意 9月5日": [given, ["neighborhood agrees 2023-09-05", "subdistrict agrees 2023-09-05"]],
  "社区同意8.26 街道同意8.27": [given, ["neighborhood agrees 2023-08-26", "subdistrict agrees 2023-08-27"]],
};

const usual = (definition: typeof shaoxing) => commands.flatMap(({ help }) => help?.usual?.(definition) ?? []);
const examples = [...new Set(usual(shaoxing).flatMap(({ said }) => said))];

describe("what 帮助 shows as usually written is read as it says", () => {
  test.each(examples)("%s", (said) => {
    const [read, as] = READ[said] ?? expect.fail("not tried");
    expect(read(said)).toEqual(as);
  });

  test("nothing is tried that it does not show", () => {
    expect(Object.keys(READ).filter((said) => !examples.includes(said))).toEqual([]);
  });

  test("in a campaign without these fields and rows nothing is shown of them, and nothing is empty", () => {
    for (const definition of [beijing, households])
      for (const { said } of usual(definition)) expect(said.join("")).not.toMatch(/undefined|：；|NaN/u);
  });

  test("each topic has at most five short lines", () => {
    for (const { help } of commands) {
      const lines = help?.usual?.(shaoxing) ?? [];
      expect(lines.length).toBeLessThanOrEqual(5);
      for (const { said, read } of lines) expect([...said.join(""), ...read].length).toBeLessThanOrEqual(60);
    }
  });
});
