import { pinyin } from "pinyin-pro";
import { z } from "zod";
import { addDays, civilDate, isCivilDate } from "../../../shared/civil-date.ts";
import { isYearCovered } from "../calendar.ts";
import { day, slug, text } from "../schema/source.ts";

/** Text valid in YAML without quotes. */
const plain = text.regex(/^[^\n,:#[\]{}"'&*!|>%@`]+$/);

/** Values that differ between campaigns, entered by a person. */
export const answers = z.strictObject({
  id: slug,
  name: plain,
  planTitle: plain,
  plan: plain.default("方案"),
  year: z.coerce.number().int().refine(isYearCovered),
  city: plain,
  bureau: plain,
  contact: plain,
  phone: plain,
  case: plain.default("小区"),
  measure: plain.default("个"),
  district: plain.default("地区"),
  districts: text,
  selected: z.coerce.number().int().positive(),
  opensOn: day,
  listDue: day,
  closesOn: day,
});
export type Answers = z.infer<typeof answers>;

/** Questions in order; an empty answer selects `usual`. */
export const questions: readonly { key: keyof Answers; ask: string; usual?: string }[] = [
  { key: "id", ask: "活动编号（小写字母、数字、连字符，如 beijing-2024）" },
  { key: "name", ask: "活动简称（如 美好家园）" },
  { key: "planTitle", ask: "方案或通知的标题" },
  { key: "plan", ask: "方案怎样称呼自己（实施方案、通知……）", usual: "方案" },
  { key: "year", ask: "年度（如 2024，须已公布放假安排）" },
  { key: "city", ask: "主办地（如 北京市、清溪镇）" },
  { key: "bureau", ask: "主办单位" },
  { key: "contact", ask: "联系人" },
  { key: "phone", ask: "联系电话" },
  { key: "case", ask: "评选什么（小区、项目、农户……）", usual: "小区" },
  { key: "measure", ask: "量词（个、户……）", usual: "个" },
  { key: "district", ask: "谁来推荐（地区、区、村……）", usual: "地区" },
  { key: "districts", ask: "它们的名称，用空格隔开" },
  { key: "selected", ask: "最多评选多少" },
  { key: "opensOn", ask: "开始日期（月-日，如 09-01）" },
  { key: "listDue", ask: "推荐名单截止日期（月-日）" },
  { key: "closesOn", ask: "公布截止日期（月-日；跨年的写年份，如 2025-01-10）" },
];

/** Variables of the templates. */
export function variablesOf(given: Answers): Record<string, unknown> {
  const names = given.districts.split(/[\s,，、]+/).filter((name) => name !== "");
  return {
    ...given,
    title: `${given.city}“${given.name}”评选`,
    cityNoun: given.city.at(-1) ?? given.city,
    cityId: latin(given.city),
    deciding: dayAfter(given.listDue, given.year),
    districts: names.map((name, index) => ({
      name,
      id: uniqueId(names, index),
      mobile: `1990000${String(3001 + index)}`,
    })),
  };
}

/** Appends a number to repeated pinyin. */
function uniqueId(names: readonly string[], index: number): string {
  const id = latin(names[index] ?? "");
  const before = names.slice(0, index).filter((name) => latin(name) === id).length;
  return before === 0 ? id : `${id}-${before + 1}`;
}

const latin = (name: string): string =>
  pinyin(name, { toneType: "none", type: "array" })
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "") || "place";

/** Next day in the input's format: no year within the campaign's year. */
function dayAfter(given: string, year: number): string {
  const written = given.length === 5 ? `${year}-${given}` : given;
  if (!isCivilDate(written)) return given;
  const next = addDays(civilDate(written), 1);
  return next.startsWith(`${year}-`) ? next.slice(5) : next;
}
