import { isCivilDate } from "../../../shared/civil-date.ts";
import { isYearCovered } from "../calendar.ts";
import type { FileKey } from "../definition.ts";
import type { Check, Finding } from "./finding.ts";
import { numberPart, part, query, textPart } from "./query.ts";

const DAYS: readonly { in: FileKey; at: string }[] = [
  { in: "campaign", at: "stages.*.opensOn" },
  { in: "campaign", at: "stages.*.closesOn" },
  { in: "campaign", at: "deliverables.*.due.on" },
  { in: "datePhrases", at: "dates.*.on" },
  { in: "calendar", at: "overrides.*.day" },
];

const MONTH_DAY = /^\d\d-\d\d$/;

/** Days that do not exist, stages out of order, and a year without a calendar. */
export const dates: Check = ({ files }) => {
  const { content } = files.campaign;
  const year = numberPart(part(content, "year"), "value");
  if (year === undefined) return stageOrder(content);
  const missing = DAYS.flatMap(({ in: key, at }) =>
    query(files[key].content, at).flatMap(({ path, value }) =>
      typeof value !== "string" || !MONTH_DAY.test(value) || isCivilDate(`${year}-${value}`)
        ? []
        : [{ in: key, path, message: `${year}年没有“${value}”这一天。` }],
    ),
  );
  const uncovered: Finding[] = isYearCovered(year)
    ? []
    : [{ in: "campaign", path: ["year", "value"], message: `日历中没有${year}年的节假日安排，无法计算工作日。` }];
  return [...missing, ...uncovered, ...stageOrder(content)];
};

/** A stage ends no earlier than it begins, and begins after the one before it has ended. */
function stageOrder(content: unknown): Finding[] {
  const stages = query(content, "stages.*").map(({ path, value }) => ({
    path,
    name: textPart(value, "name") ?? "",
    opensOn: dayPart(value, "opensOn"),
    closesOn: dayPart(value, "closesOn"),
  }));
  return stages.flatMap(({ path, name, opensOn, closesOn }, index) => {
    const before = stages[index - 1];
    const found: Finding[] = [];
    if (opensOn !== undefined && closesOn !== undefined && closesOn < opensOn)
      found.push({ in: "campaign", path: [...path, "closesOn"], message: `“${name}”的结束日期早于开始日期。` });
    if (opensOn !== undefined && before?.closesOn !== undefined && opensOn <= before.closesOn)
      found.push({
        in: "campaign",
        path: [...path, "opensOn"],
        message: `“${name}”的开始日期不晚于“${before.name}”的结束日期。`,
      });
    return found;
  });
}

/** Undefined when it is not written as a day: that is reported as a mistake of shape. */
function dayPart(value: unknown, key: string): string | undefined {
  const day = textPart(value, key);
  return day !== undefined && MONTH_DAY.test(day) ? day : undefined;
}
