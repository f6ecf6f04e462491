import type { FileKey } from "../definition.ts";
import { planLine } from "../plan-text.ts";
import type { Check, Finding } from "./finding.ts";
import { isMap, linesOf, numberPart, query, textPart, texts } from "./query.ts";

/** Reports unknown annexes, mentions of them in texts, and places outside the plan. */
export const planNames: Check = (source) => {
  const { campaign } = source.files;
  return [
    ...annexes(campaign.content, source.planLines),
    ...places(campaign.content, source.planLines),
    ...mentions(source),
  ];
};

function annexes(campaign: unknown, planLines: readonly string[]): Finding[] {
  return query(campaign, "annexes.*").flatMap(({ path, value }): Finding[] => {
    const name = textPart(value, "name");
    const lines = linesOf(value).filter((line) => planLines[line - 1] !== undefined);
    if (name === undefined || lines.length === 0) return [];
    if (lines.some((line) => planLine(planLines, line).includes(name))) return [];
    const message = `方案第${lines.join("、")}行没有“${name}”：请改正行号；方案没有这个附件的，请删去。`;
    return [{ in: "campaign", path: [...path, "name"], message }];
  });
}

function places(campaign: unknown, planLines: readonly string[]): Finding[] {
  if (planLines.length === 0) return [];
  return query(campaign, "places.*").flatMap(({ path, value }): Finding[] => {
    const [from, to] = [numberPart(value, "from"), numberPart(value, "to")];
    const name = textPart(value, "name") ?? "";
    const at = (key: string, message: string): Finding[] => [{ in: "campaign", path: [...path, key], message }];
    if (from === undefined || to === undefined) return [];
    if (to < from) return at("to", `“${name}”的末行早于首行。`);
    if (to > planLines.length) return at("to", `方案共${planLines.length}行，没有第${to}行。`);
    if (textPart(value, "mark") !== "plan" || unspaced(planLine(planLines, from)).includes(unspaced(name))) return [];
    return at("name", `方案第${from}行没有“${name}”这几个字：名称是自己起的，请写 mark: ours。`);
  });
}

const unspaced = (text: string): string => text.replace(/\s/g, "");

/** Own texts only; the plan's wording is not checked. */
const OURS: readonly { in: FileKey; at: string }[] = [
  ...["title", "lead", "footnote", "owed.*"].flatMap((key) =>
    ["group", "districtOfficer"].map((audience) => ({ in: "phrases" as const, at: `stages.*.${audience}.${key}` })),
  ),
  { in: "rulings", at: "*.question" },
  { in: "rulings", at: "*.default.text" },
  { in: "forms", at: "*.fields.*.help" },
];

const mentions: Check = ({ files }) => {
  if (!isMap(files.campaign.content)) return [];
  const known = texts(files.campaign.content, "annexes.*.name");
  return OURS.flatMap(({ in: key, at }) =>
    query(files[key].content, at).flatMap(({ path, value }): Finding[] => {
      const named = typeof value === "string" ? (value.match(/附件[\d一二三四五六七八九十]+/g) ?? []) : [];
      const unknown = named.filter((name) => !known.includes(name));
      return unknown.map((name) => ({
        in: key,
        path,
        message: `活动没有“${name}”：请在 campaign.yaml 的 annexes 里写明，或改正。`,
      }));
    }),
  );
};
