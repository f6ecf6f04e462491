import { textView } from "../../platform/chat/view.ts";
import type { ReferencePurpose } from "../definition/schema/purposes.ts";
import type { Nouns } from "../directory/nouns.ts";

const MOST_PROBLEMS = 20;

export const referencePhrases = {
  /** How a file's name points to a list. */
  topic: {
    creditRating: /信用/,
    satisfaction: /满意/,
    complaints: /投诉/,
  } satisfies Record<ReferencePurpose, RegExp>,
  /** Words that take a dropped workbook. */
  take: {
    creditRating: "导入信用名单",
    satisfaction: "导入满意度名单",
    complaints: "导入投诉名单",
  } satisfies Record<ReferencePurpose, string>,
  /** The received workbook, without the name under which it came: that may name persons. */
  keptName: (purpose: ReferencePurpose, version: number) =>
    `${{ creditRating: "信用", satisfaction: "满意度", complaints: "投诉" }[purpose]}名单第${version}版.xlsx`,
  button: {
    creditRating: "作为信用名单",
    satisfaction: "作为满意度名单",
    complaints: "作为投诉名单",
  } satisfies Record<ReferencePurpose, string>,
  /** Of any level: the campaign's own is named. */
  words: ["市级名单", "区级名单", "县级名单", "镇级名单", "省级名单"],
  word: ({ city }: Nouns) => `${city}级名单`,
  purpose: ({ city }: Nouns) => `查看全${city}信用、满意度、投诉名单是否已导入，以及怎样导入`,
  item: (label: string, list: { version: number; at: string; rows: number; metric: string }) =>
    `${label}：第${list.version}版，${list.at}导入，共${list.rows}行${list.metric === "" ? "" : `，指标“${list.metric}”`}`,
  missing: (label: string) => `${label}：尚未导入，有关要求一律记为待核实`,
  how: ({ case: noun, district, city }: Nouns) =>
    `导入方法：在本聊天中发送工作簿（xlsx），再按提示选择名单。首行写栏目名称：${noun}名称（信用名单为企业名称）、${district}、指标数值、是否位于前5%（投诉为后5%）。没有数据的写“无数据”。重新导入即替换原名单，全${city}随之更新。`,
  asGiven: () => "“是否位于”一栏未写的，按口径规定的取整和并列办法由指标数值推算；口径未规定的记为待核实。",
  footnote: (source: string) => `依据：${source}。`,
  replaces: (label: string, version: number) => `导入为${label}名单的，将替换现有的第${version}版。`,
  appliedTitle: (label: string) => `已导入：${label}名单`,
  applied: (label: string, told: { version: number; rows: number; within: number; unknown: number; end: string }) =>
    `${label}名单第${told.version}版已导入，共${told.rows}行：${told.end}${told.within}行，待核实${told.unknown}行。`,
  appliedView: (title: string, lines: readonly string[]) => ({
    ...textView(title, lines[0] ?? "", { tone: "done" as const }),
    body: lines.map((text) => ({ kind: "text" as const, text })),
  }),
  ends: { first: "位于前列的", last: "位于后列（最少）的" },
  unreadable: (file: string, problems: readonly string[]) => {
    const more = problems.length > MOST_PROBLEMS ? `等${problems.length}处` : "";
    return `《${file}》未导入，原名单不变。请改正后重新发送：${problems.slice(0, MOST_PROBLEMS).join("；")}${more}。`;
  },
  atRow: (row: number, problem: string) => `第${row}行${problem}`,
  noHeader: (noun: string) => `没有找到栏目行，须有“${noun}名称”或“企业名称”一栏`,
  noFigures: (noun: string) => `除${noun}名称外，须有指标数值或“是否位于前5%”一栏`,
  noRows: () => "栏目行以下没有内容",
  noName: () => "没有名称",
  twice: (name: string) => `“${name}”重复`,
  unknownDistrict: (name: string) => `所属“${name}”有误，本活动中没有这一名称`,
  noNumber: (text: string) => `“${text}”不是数值`,
  noVerdict: (text: string) => `“${text}”应写“是”或“否”`,
  nothingSaid: (name: string) => `“${name}”既无数值也未写是否位于，没有数据的请写“无数据”`,
};
