import type { Nouns } from "../../directory/nouns.ts";
import type { Asked, Topic } from "./rules.ts";

const topics: Record<Topic, readonly string[]> = {
  lacking: ["未报齐材料", "未报齐", "材料未报齐", "未齐"],
  unclear: ["待核实", "待定"],
  unsealed: ["缺盖章件", "盖章件待补", "未盖章"],
};

const nameOf = (topic: Topic): string => topics[topic][0] ?? "";
const SATISFACTION = "满意度";

export const findPhrases = {
  word: () => "查",
  topics,
  satisfaction: SATISFACTION,
  label: nameOf,
  typed: (topic: Topic) => `查 ${nameOf(topic)}`,
  apart: () => "差异较大",
  edge: () => "临界",
  example: (district: string, row: string) => `查 ${district} ${row}<4`,
  purpose: ({ case: one }: Nouns) =>
    `按条件查已列入推荐名单的${one}：得分、${SATISFACTION}、未报齐材料、待核实、缺盖章件`,
  how: (example: string, row: string, { case: one }: Nouns) =>
    `未能识别要查的条件，未查询。可发送「${example}」「查 ${row}=0」「查 ${SATISFACTION}<90」「查 未报齐材料」「查 待核实」「查 缺盖章件」「查 差异较大」或「查 临界」；查询范围为已列入推荐名单的${one}。`,
  menuTitle: () => "查询",
  menu: (example: string, row: string, { case: one }: Nouns) =>
    `可按下方按钮查询已列入推荐名单的${one}，也可发送条件，例如「${example}」「查 ${row}=0」「查 ${SATISFACTION}<90」。`,
  title: (what: string) => `查：${what}`,
  asked: (asked: Asked, district: string | undefined) =>
    [
      ...(district === undefined ? [] : [district]),
      asked.kind === "topic"
        ? nameOf(asked.topic)
        : `${asked.kind === "row" ? asked.row : SATISFACTION}${asked.sign}${asked.value}`,
    ].join("　"),
  found: (count: number, of: number, { cases, measure }: Nouns) =>
    `推荐名单所列${cases(of)}中，符合条件的有${count}${measure}：`,
  none: (of: number, { cases }: Nouns) => `推荐名单所列${cases(of)}中，没有符合条件的。`,
  nothingListed: () => "目前没有已报送的推荐名单，没有可查的对象。",
  awaited: (districts: readonly string[]) => `推荐名单尚未报送：${districts.join("、")}。`,
  line: (district: string, name: string, parts: readonly string[]) => `${district}　${name}：${parts.join("；")}`,
  points: (row: string, points: string) => `${row}得${points}分`,
  figure: (figure: number) => `${SATISFACTION}${figure}`,
  clauses: (clauses: string) => `${clauses}待核实`,
  list: (district: string, names: readonly string[], state: string) =>
    `${district}推荐名单（${names.join("、")}）：${state}`,
  noFigure: (count: number, { measure, city }: Nouns) =>
    `另有${count}${measure}在${city}级名单中没有${SATISFACTION}数据，未计入。`,
  noPoints: (count: number, { measure }: Nouns) => `另有${count}${measure}没有您目前可见的定稿分数，未计入。`,
  byPoints: ({ city, districtShort, verifies }: Nouns) =>
    verifies
      ? `有已定稿核验分的条目取${city}级核验分，其余取${districtShort}级初评分。`
      : `分数为${districtShort}级初评分。`,
};
