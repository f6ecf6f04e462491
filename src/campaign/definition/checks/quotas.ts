import type { Check, Finding } from "./finding.ts";
import { type Found, numberPart, part, query, textPart, texts } from "./query.ts";

/** Reports quotas without number, contradictory quotas, and unknown categories. */
export const quotaNumbers: Check = ({ files: { campaign, forms } }) => [
  ...query(campaign.content, "quotas.*").flatMap(limits),
  ...beyondSelected(campaign.content),
  ...categories(campaign.content, forms.content),
];

function limits({ path, value }: Found): Finding[] {
  const [min, max, exact] = ["min", "max", "exact"].map((key) => numberPart(value, key));
  const name = textPart(value, "name") ?? "";
  if ([min, max, exact].every((end) => end === undefined))
    return ["min", "max", "exact", "count"].every((key) => part(value, key) === undefined)
      ? at(path, `“${name}”没有写数量：请写 min（不少于）、max（不超过）或 exact（正好）。`)
      : [];
  if (exact !== undefined && (min !== undefined || max !== undefined))
    return at([...path, "exact"], `“${name}”写了 exact（正好），就不能再写 min 或 max。`);
  if (min !== undefined && max !== undefined && min > max)
    return at([...path, "max"], `“${name}”的 max（${max}）小于 min（${min}）。`);
  return [];
}

/** Cases recommended to the province are a subset of the selected. */
function beyondSelected(campaign: unknown): Finding[] {
  const most = (purpose: string) => query(campaign, "quotas.*").find(({ value }) => part(value, "purpose") === purpose);
  const [selected, province] = [most("selected"), most("province")];
  const [from, to] = [selected, province].map(
    (found) => numberPart(found?.value, "exact") ?? numberPart(found?.value, "max"),
  );
  if (!province || from === undefined || to === undefined || to <= from) return [];
  return at(province.path, `向上级推荐${to}个，多于择优的${from}个。`);
}

function categories(campaign: unknown, forms: unknown): Finding[] {
  const ids = texts(campaign, "categories.*.id");
  const fields = query(forms, "*.fields.*").filter(({ value }) => part(value, "purpose") === "category");
  const unasked = ids.length > 0 && forms !== undefined && fields.length === 0;
  return [
    ...(unasked ? at(["categories"], "分了类别，申报表须有一项写明类别：请在那一项下写 purpose: category。") : []),
    ...fields.flatMap(({ path, value }) =>
      query(value, "options.*.value")
        .filter((option) => typeof option.value === "string" && !ids.includes(option.value))
        .map(
          (option): Finding => ({
            in: "forms",
            path: [...path, ...option.path],
            message: `活动没有“${String(option.value)}”这一类别：选项的 value 应与 categories 的 id 相同。`,
          }),
        ),
    ),
  ];
}

const at = (path: Found["path"], message: string): Finding[] => [{ in: "campaign", path, message }];
