import { describe, expect, test } from "vitest";
import { formOf } from "../../src/campaign/application/offered.ts";
import { calledOffices, officesOf } from "../../src/campaign/application/opinions/offices.ts";
import { readOpinions } from "../../src/campaign/application/opinions/read-words.ts";
import { readTyped } from "../../src/campaign/application/requirements/read-typed.ts";
import { authorityPhrases } from "../../src/campaign/authority/phrases.ts";
import { readBeside } from "../../src/campaign/authority/read-beside.ts";
import { readTeam } from "../../src/campaign/evaluation-team/read-team.ts";
import { reasonBefore, reasonIn, untilIn } from "../../src/campaign/extension/said.ts";
import { whoQuestion } from "../../src/campaign/overview/answer/rules.ts";
import { standingQuestion } from "../../src/campaign/overview/standing/rules.ts";
import { readLabelledReasons } from "../../src/campaign/recommendation/labelled-reasons.ts";
import { readOrder } from "../../src/campaign/recommendation/order.ts";
import { withHeads } from "../../src/campaign/recommendation/reason-heads.ts";
import { withAdded } from "../../src/campaign/scoring/added-reasons.ts";
import { followReasons } from "../../src/campaign/scoring/follow-reasons.ts";
import { lineRules } from "../../src/campaign/scoring/line-rules.ts";
import { doubtOf, doubtOfNamed, givenTo } from "../../src/campaign/scoring/open-row.ts";
import { readFindings } from "../../src/campaign/scoring/read-findings.ts";
import { criteriaOf } from "../../src/campaign/scoring/rubric.ts";
import { runTogether } from "../../src/campaign/scoring/run-together.ts";
import type { GivenScore } from "../../src/campaign/scoring/score-sheet.ts";
import { readArrangement } from "../../src/campaign/site-visit/read-arrangement.ts";
import { withPartsAgain } from "../../src/campaign/work-report/contents/parts-again.ts";
import { edited, editsIn } from "../../src/campaign/work-report/edit.ts";
import { receiveText } from "../../src/campaign/work-report/receive.ts";
import { partsOfReport } from "../../src/campaign/work-report/rules.ts";
import { showAnswer } from "../../src/platform/conversation/answers/show-answer.ts";
import type { Question } from "../../src/platform/conversation/field.ts";
import { begin, type FormState } from "../../src/platform/conversation/form-state.ts";
import { step } from "../../src/platform/conversation/form-step.ts";
import { openAt } from "../../src/platform/conversation/moves.ts";
import { readScoreLine } from "../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../src/platform/conversation/score-readings.ts";
import { type CivilDate, civilDate, momentOf } from "../../src/shared/civil-date.ts";
import { shaoxing } from "../campaign/definition/support/shaoxing.ts";
import { examples } from "./support/manual.ts";

/** Nothing is recorded; what may be meant is asked. */
const ASKED = "先问清";
const when = { today: civilDate("2023-09-22"), year: 2023 };

const dayWords = (date: CivilDate): string => date.replace(/^\d+-0?(\d+)-0?(\d+)$/u, "$1月$2日");

const form = formOf(shaoxing) ?? expect.fail("no form");
const first = form.fields[0] ?? expect.fail("no field");
const FILLED: FormState["answers"] = {
  compoundName: "锦绣花园",
  compoundAddress: "滨河路3号",
  statement: "本小区党建联建，环境整洁。",
  propertyServiceEnterprise: "城北物业有限公司",
  rateKind: "occupancyRate",
  rate: 92.5,
  rateAsOf: "2023-06-30",
  remarks: "东门改造中",
};

/** What changes in a form that is filled in, as the form shows it. */
function inForm(text: string, label: string): string {
  const open = form.fields.find((one) => one.label === label);
  const filled = { ...begin(form), answers: FILLED };
  const { at: _, ...review } = openAt(filled, first);
  const { state, outcome } = step(form, open ? openAt(filled, open) : review, { ...when, text });
  const shown = form.fields.flatMap((field) => {
    const value = state.answers[field.key];
    if (value === undefined) return FILLED[field.key] === undefined ? [] : [`清除${field.label}`];
    return value === FILLED[field.key] ? [] : [`${field.label}：${showAnswer(field, value)}`];
  });
  if (shown.length > 0) return shown.join("；");
  if (outcome.kind === "ask" && outcome.question.label !== label) return "保留已填内容";
  return outcome.kind === "retry" ? ASKED : outcome.kind;
}

/** The same for one field: its value alone, unless others change as well. */
function ofField(text: string, label: string): string {
  const read = inForm(text, label);
  return read.startsWith(`${label}：`) && !read.includes("；") ? read.slice(label.length + 1) : read;
}

const rules = lineRules(shaoxing, new Map());
const ids = rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const asked = criteriaOf(shaoxing.rubric).find(({ id }) => id === "1-2") ?? expect.fail("no row");
const scored = {
  ...rules,
  given: ids,
  at: asked.id,
  open: "1",
  items: rules.sections[0]?.rows.map(({ id }) => id) ?? [],
};

const REASONS: ReadonlyMap<string, string> = new Map([["1-2", "会议记录不全"]]);

function showGiven(given: readonly GivenScore[]): string {
  const { followed } = followReasons(withAdded(given, REASONS), { order: ids, reasons: REASONS });
  return showEntries(followed.map(({ criterion, ...entry }) => ({ row: criterion, ...entry })));
}

function points(text: string): string {
  const line = readScoreLine(scored, text);
  if (line.kind === "rest") return "其余满分";
  if (line.kind === "points") return showGiven(line.entries.map(({ row, ...entry }) => ({ criterion: row, ...entry })));
  if (line.kind === "retry" || doubtOfNamed(scored, text) || runTogether(scored, text)) return ASKED;
  const given = givenTo(asked, text);
  if (given) return showGiven([given]);
  return doubtOf({ row: asked, rules: scored }, text) ? ASKED : "不是分数";
}

function findings(text: string): string {
  const { given, others, rest } = readFindings(text, ids);
  const found = given.map(({ criterion, asDistrict, notMet, reason }) =>
    [`${criterion} ${asDistrict ? "与初评一致" : `不符合附件1 ${notMet}`}`, ...(reason ? [reason] : [])].join("，"),
  );
  return [...found, ...(others ? ["其余与初评一致"] : []), ...(rest ? [`未读：${rest}`] : [])].join("；");
}

const NAMES = ["锦绣花园", "和畅苑", "绿洲名苑"];

function order(text: string): string {
  const read = readOrder(text, NAMES);
  return read.kind === "places" ? read.places.map((place, at) => `${at + 1} ${NAMES[place]}`).join("；") : ASKED;
}

function reasonOf(text: string): string {
  const fields = NAMES.map((name): Question => ({ ...first, key: name, label: `${name}的推荐理由`, kind: "longText" }));
  const read = readLabelledReasons({ id: "list", title: "", version: 1, fields }, fields[2], {
    typed: withHeads(fields, text, NAMES),
    names: NAMES,
  });
  return read?.kind === "given" ? read.reasons.map((one) => `${one.question.key}：${one.text}`).join("；") : ASKED;
}

function requirements(text: string): string {
  const { lineWith, rest, given } = readTyped(text, { definition: shaoxing, answering: when, before: {} });
  if ((given?.problems ?? []).length > 0) return ASKED;
  return [lineWith({}), ...(rest ? ["其余均符合"] : [])].join("；");
}

function opinions(text: string): string {
  const district = { name: "柯桥区", kind: "district" } as const;
  const read = readOpinions(text, calledOffices(form, { district, city: "绍兴市" }), when);
  if (!read.ok) return ASKED;
  const named = officesOf(form, {});
  return read.opinions
    .map(({ office, stance, givenOn }) => {
      const { name } = named.find(({ id }) => id === office) ?? expect.fail(office);
      return `${name}${stance === "agrees" ? "同意" : "不同意"}，${dayWords(givenOn ?? expect.fail("no day"))}`;
    })
    .join("；");
}

function moreTime(text: string): string {
  const until = untilIn(text.replace(/^申请延期 /u, ""), when);
  if (until.kind !== "day") return ASKED;
  const reason = [reasonBefore(until.head, ["推荐名单"]), reasonIn(until.rest)].join("");
  return `${dayWords(until.until)}，理由：${reason}`;
}

const REPORT = "一、活动开展情况：申报2个小区，横幅32条。\n二、主要做法成效：党建联建。";

function inReport(text: string): string {
  const changed = edited(REPORT, editsIn(text) ?? []);
  if (editsIn(text) && changed.kind === "edited")
    return changed.changes.map(({ wrong, right }) => `“${wrong}”改为“${right}”`).join("；");
  const { content, revised } = receiveText(text);
  const part = { text: content.kind === "text" ? content.text : "", revised: revised === true };
  const replaced = withPartsAgain(REPORT, part, partsOfReport(shaoxing))?.replaced ?? [];
  return replaced.length > 0 ? `替换${replaced.map((name) => `“${name}”`).join("")}` : ASKED;
}

function team(text: string): string {
  const { leads, members, added, removed, unread } = readTeam(text, ["张三", "李四", "王五"]);
  const listed = (word: string, people: typeof members): string[] =>
    people.length === 0
      ? []
      : [`${word} ${people.map(({ name, unit }) => (unit ? `${name}（${unit}）` : name)).join("、")}`];
  const known = [listed("组长", leads), listed("成员", members), listed("增加", added), listed("减少", removed)];
  return unread.length > 0 ? ASKED : known.flat().join("；");
}

const arrangement = (text: string): string =>
  readArrangement(text, when)
    .map(({ day, names, car, escort, members, change }) => {
      const word = { add: "增加成员", remove: "去掉成员", all: "成员" }[change ?? "all"];
      return [
        ...(day ? [dayWords(day)] : []),
        names.join("、"),
        ...(car === undefined ? [] : [`${car}号车`]),
        ...(escort === undefined ? [] : [`陪同 ${escort}`]),
        ...(members ? [`${word} ${members.join("、")}`] : []),
      ].join("；");
    })
    .join("\n");

function authority(text: string): string {
  const now = momentOf("2023-10-11", "09:00");
  const read = readBeside(text, now);
  return read.ok && read.opinion === undefined && read.authority ? authorityPhrases.words(read.authority, now) : ASKED;
}

const ABOUT: Readonly<Record<string, string>> = {
  deadline: "截止日期",
  handedIn: "是否已提交",
  missing: "还缺什么",
  total: "总分",
  count: "报了几个",
  approved: "是否已批准",
};
const question = (text: string): string =>
  whoQuestion(shaoxing, text) ? "报了几个" : (ABOUT[standingQuestion(text)?.kind ?? ""] ?? ASKED);

/** By the heading above the table: what its reader makes of an example, in the words of the manual. */
const READERS: Readonly<Record<string, (said: string, at: string) => string>> = {
  "数字、日期和电话": ofField,
  先问清再记: ofField,
  "看有什么要办、什么时候截止": question,
  填写申报表: (said, at) => (at === "项目名称" ? ofField(said, at) : inForm(said, at)),
  填报附件1要求: requirements,
  登记意见: opinions,
  "记分（初评）": points,
  排推荐次序: order,
  写推荐理由: reasonOf,
  报送工作报告: inReport,
  申请延期: moreTime,
  组建评选工作组: team,
  安排核验: arrangement,
  在现场打分: findings,
  一分钟办完审批: authority,
};

describe("an example of the manual is read as it says there", () => {
  test.each(examples)("$section: $said", ({ section, said, at, read }) => {
    const reader = READERS[section] ?? expect.fail("no reader");
    expect(reader(said, at)).toBe(read);
  });

  test("and each reader has some", () => {
    expect(Object.keys(READERS).filter((section) => !examples.some((one) => one.section === section))).toEqual([]);
  });
});
