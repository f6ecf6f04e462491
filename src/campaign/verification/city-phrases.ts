import { textView } from "../../platform/chat/view.ts";
import { withoutStop } from "../../shared/without-stop.ts";
import type { Nouns } from "../directory/nouns.ts";

const joined = (names: readonly string[]) => names.join("、");
const points = (hundredths: number): string => `${hundredths / 100}分`;

interface Found {
  /** Ids of rows and clauses. */
  rows: readonly string[];
  clauses: readonly string[];
  annex: string;
  ruling: string | undefined;
  nouns: Nouns;
}

/** What the lead, and who oversees the city's work, read of a verified case. */
export const cityPhrases = {
  word: () => "核验情况",
  typed: (name: string) => `核验情况 ${name}`,
  example: ({ caseName }: Nouns) => `核验情况 ${caseName}`,
  purpose: ({ case: one, city }: Nouns) => `查看一处${one}各成员的核验分、${city}级核验分和初评分`,
  title: (name: string) => `核验情况：${name}`,
  totalsMove: (names: string, { city }: Nouns) => `${city}级核验分变动：${names}`,
  noCases: () => "目前没有您可以查看的核验。",
  state: (done: number, of: number) => (done === of ? "均已提交定稿" : `已提交定稿${done}/${of}名`),
  membersLabel: () => "核验成员",
  member: (name: string, final: boolean) => `${name}（${final ? "已提交定稿" : "未提交定稿"}）`,
  alone: () => "仅一名成员打分。",
  cityLabel: ({ city }: Nouns) => `${city}级核验分`,
  correctedLabel: ({ districtShort }: Nouns) => `核验修正后的${districtShort}级初评分`,
  districtLabel: ({ districtShort }: Nouns) => `${districtShort}级初评分`,
  total: (hundredths: number | undefined) => (hundredths === undefined ? "未全部打分" : points(hundredths)),
  notYet: () => "暂无",
  ownFirst: () => "您提交本人核验打分定稿后，方可查看其他成员的分数。",
  setAside: (names: readonly string[]) => `${joined(names)}已回避，其分数留存，不计入。`,
  /** Behind a name. */
  found: ({ rows, clauses, annex, ruling, nouns }: Found) =>
    [
      ...(rows.length > 0 ? [`经${nouns.city}级核验一票否决（${joined(rows)}）`] : []),
      ...(clauses.length > 0
        ? [
            `经${nouns.city}级核验不符合${annex}条款${joined(clauses)}${ruling === undefined ? "" : `，按口径${ruling}不得入选`}`,
          ]
        : []),
    ].join("；"),
  foundLine: (found: string) => `${found}：不参加排名，不列入选；退回修改、记录合议分或口径另有规定的，重新认定。`,
  rowsLead: () => "与初评或成员之间不一致的条目：",
  same: (count: number) => `其余${count}条，成员与初评一致。`,
  waiting: (rows: number) => `${rows}条尚无成员定稿的分数。`,
  row: (id: string, parts: readonly string[]) => `${id}　${parts.join("；")}`,
  reported: (value: string) => `初评${value}`,
  given: (name: string, value: string, reason: string | undefined) =>
    `${name}：${value}${reason === undefined ? "" : `（${reason}）`}`,
  figure: ({ hundredths, from }: { hundredths: number; from: "mean" | "agreed" }, { city }: Nouns) =>
    `${city}级${points(hundredths)}${from === "agreed" ? "（合议分）" : ""}`,
  agreedWhy: (by: string, reason: string | undefined) =>
    `合议分由${by}记录${reason === undefined ? "" : `，理由：${reason}`}`,
  recheckLine: (by: string, at: string, rows: readonly string[], reason: string | undefined) =>
    `${by}于${at}要求复核${rows.length > 0 ? joined(rows) : "全部条目"}${reason === undefined ? "" : `，理由：${reason}`}。`,
  settledLine: (outcome: string | undefined) => `复核结果：${outcome ?? "已办结"}。`,
  footnote: (ruling: string | undefined, { city, districtShort }: Nouns) =>
    `${city}级核验分为各成员定稿分数的平均${ruling === undefined ? "" : `（口径${ruling}）`}，与${districtShort}级初评分并列，互不改动。`,
  /** Buttons and forms. */
  agree: () => "记录合议分",
  rowField: () => "条目",
  pointsField: () => "合议分",
  reasonField: () => "理由",
  recheck: () => "要求复核",
  returnTo: (name: string) => `退回${name}`,
};

export const agreePhrases = {
  word: () => "合议分",
  example: ({ caseName }: Nouns, row: string) => `合议分 ${caseName} ${row} 4 理由：现场共同核对`,
  purpose: () => "成员均已定稿后，记录一条的合议分，须说明理由",
  revokeWord: () => "撤销合议分",
  revokeExample: ({ caseName }: Nouns, row: string) => `撤销合议分 ${caseName} ${row}`,
  revokePurpose: () => "撤销一条的合议分，仍按成员分数计",
  how: (nouns: Nouns, row: string) =>
    `请写明${nouns.case}、条目、分数和理由，例如「${agreePhrases.example(nouns, row)}」。`,
  revokeHow: (nouns: Nouns, row: string) =>
    `请写明${nouns.case}和条目，例如「${agreePhrases.revokeExample(nouns, row)}」。`,
  notAllowed: (ruling: string | undefined) =>
    `${ruling === undefined ? "" : `口径${ruling}`}不允许记录合议分，未作任何改动。`,
  notVerified: (name: string) => `“${name}”的核验成员尚未全部提交定稿，不能记录合议分，未作任何改动。`,
  noReason: () => "记录合议分须说明理由，未作任何改动。",
  recorded: (
    name: string,
    rows: readonly { criterion: string; hundredths: number; reason: string }[],
    { city }: Nouns,
  ) =>
    textView(
      cityPhrases.title(name),
      `已记录：${rows.map(({ criterion, hundredths, reason }) => `${criterion}合议分${points(hundredths)}（理由：${reason}）`).join("，")}，计入${city}级核验分；各成员的分数留存不变。`,
      { tone: "done" },
    ),
  toast: () => "已记录合议分。",
  noneToRevoke: (name: string, id: string) => `“${name}”的${id}没有合议分，未作任何改动。`,
  revoked: (name: string, id: string) =>
    textView(cityPhrases.title(name), `${id}的合议分已撤销，仍按成员分数计。`, { tone: "done" }),
};

export const returnPhrases = {
  word: () => "核验退回",
  example: ({ caseName }: Nouns) => `核验退回 ${caseName} 成员姓名 理由：事实不清`,
  purpose: () => "把成员已定稿的核验打分退回修改，须说明理由",
  title: (name: string) => `退回修改：${name}`,
  asking: () => "待说明理由",
  question: (member: string, { city }: Nouns) =>
    `将把${member}的核验打分退回修改：已打的分保留，由本人修改后再次提交定稿，其间不计入${city}级核验分，已记录的合议分同时撤销。请说明理由，200字以内。`,
  reasonField: () => "退回的理由",
  typed: (reason: string, name: string, member: string) => `核验退回 ${name} ${member} 理由：${reason}`,
  submit: () => "退回修改",
  noMember: (said: string, names: readonly string[], { case: one }: Nouns) =>
    names.length === 0
      ? `该${one}没有已提交定稿的核验打分，未作任何改动。`
      : `${said === "" ? "请写明退回哪名成员的打分" : `“${said}”没有已提交定稿的打分`}，未作任何改动。已提交定稿的：${joined(names)}。`,
  notOfReason: (said: string) => `「${said}」没有作为退回修改的理由，未退回。请只写理由，例如：材料与事实不符。`,
  noReason: (name: string, member: string) =>
    `请说明退回的理由，未作任何改动。例如「核验退回 ${name} ${member} 理由：事实不清」。`,
  tooLong: () => "理由请控制在200字以内，未作任何改动。",
  done: (name: string, { member, reason }: { member: string; reason: string }) =>
    textView(
      returnPhrases.title(name),
      `已退回${member}修改，理由：${withoutStop(reason)}。原分数保留；再次提交定稿后重新计入。`,
      {
        tone: "done",
      },
    ),
  toMember: (name: string, by: string, reason: string) =>
    textView(
      returnPhrases.title(name),
      `${by}退回了您对“${name}”的核验打分，理由：${withoutStop(reason)}。原分数保留，请修改后再次提交定稿。`,
      {
        tone: "near",
        actions: [{ id: "", label: "继续核验", typed: `核验 ${name}`, look: "primary" }],
      },
    ),
  final: (member: string) => `${member}的核验打分已退回，正在修改。`,
};

export const recheckPhrases = {
  word: () => "复核",
  example: ({ caseName }: Nouns) => `复核 ${caseName} 理由：两名成员相差较大`,
  purpose: ({ case: one }: Nouns) => `要求复核一处${one}的核验打分`,
  settleWord: () => "复核结果",
  settleExample: ({ caseName }: Nouns) => `复核结果 ${caseName} 现场再看，已按合议分计`,
  settlePurpose: () => "记录复核的结果",
  notVerified: (name: string) => `“${name}”还没有已提交定稿的核验打分，不能要求复核，未作任何改动。`,
  already: (name: string) => `“${name}”已有尚未办结的复核，未重复登记。`,
  asked: (name: string, rows: readonly string[], reason: string) =>
    textView(
      `复核：${name}`,
      `已要求复核${rows.length > 0 ? joined(rows) : "全部条目"}${reason === "" ? "" : `，理由：${reason}`}，已告知组长。`,
      { tone: "done" },
    ),
  toast: () => "已要求复核。",
  told: (name: string, by: string, rows: readonly string[], reason: string | undefined) =>
    textView(
      `复核：${name}`,
      `${by}要求复核“${name}”的核验打分：${rows.length > 0 ? joined(rows) : "全部条目"}${reason === undefined ? "" : `，理由：${reason}`}。可记录合议分，或退回成员修改；办结后请发送「复核结果 ${name} 结果」。`,
      { tone: "near", actions: [{ id: "", label: "核验情况", typed: cityPhrases.typed(name), look: "primary" }] },
    ),
  noneOpen: (name: string) => `“${name}”没有尚未办结的复核，未作任何改动。`,
  noOutcome: (name: string) => `请写明复核的结果，未作任何改动。例如「复核结果 ${name} 现场再看，已按合议分计」。`,
  settled: (name: string, outcome: string) =>
    textView(`复核：${name}`, `复核结果已记录：${outcome.replace(/。$/u, "")}。`, { tone: "done" }),
};

export const discrepancyPhrases = {
  word: () => "评分差异较大条目",
  words: ["评分差异较大条目", "评分差异", "差异较大", "查 差异较大"],
  purpose: ({ city, districtShort }: Nouns) => `列出成员之间、${city}级与${districtShort}级之间差异较大的条目`,
  title: () => "评分差异较大条目",
  none: () => "已提交定稿的核验打分中，没有差异较大的条目。",
  lead: (selected: number | undefined, { city, districtShort }: Nouns) =>
    selected === undefined
      ? `成员之间、${city}级与${districtShort}级之间相差达该条满分四分之一的条目（系统建议，非文件规定）：`
      : `按对第${selected}名上下的影响排列；成员之间、${city}级与${districtShort}级之间相差达该条满分四分之一的，或影响入围的（系统建议，非文件规定）：`,
  line: ({ name, id, kind, least, most }: Line, { city, districtShort }: Nouns) =>
    `${name}　${id}　${kind === "apart" ? "成员之间" : `${city}级与${districtShort}级`}${points(least)}～${points(most)}`,
  decides: () => "取高取低影响是否入围",
  distance: (hundredths: number) => `距入围线${points(hundredths)}`,
  more: (count: number) => `另有${count}条未列出。`,
};

interface Line {
  name: string;
  id: string;
  kind: "apart" | "district";
  least: number;
  most: number;
}
