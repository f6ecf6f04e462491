import type { Definition } from "../definition/definition.ts";
import { offers, rowFor, rulingDeciding } from "../definition/purposes.ts";
import { pointRows } from "../definition/rubric-points.ts";
import { levelsOf } from "./levels.ts";

/** Accepted forms of answers by decision, with rows and words of the campaign. */
export const answerForms = {
  date: () => "「截至9月28日」「截至9月28日，不含当日」「包括当日」「不包括当日」",
  closes: () => "「是」「否」",
  step: () => "「按整数打分」「可以打半分」「以0.1分为一档」",
  thresholds: (definition: Definition) => {
    const { whole, asked } = exampleRows(definition);
    return `「${whole.join("、")}达到得满分，达不到得0分${asked === undefined ? "" : `；${asked}酌情给分`}」`;
  },
  excludes: (definition: Definition) => {
    const ids = definition.requirements.requirements.map(({ id }) => id);
    const some = ids.length > 1 ? `${ids[0]}、${ids.at(-1)}` : (ids[0] ?? "1");
    return `「第${some}项不符合的不得推荐，其余须说明理由」「均不排除，须说明理由」`;
  },
  bodies: () => "「均予计入」「物业管理委员会不计入」",
  ladder: (definition: Definition) => {
    const rows = pointRows(definition.rubric).map(({ id }) => id);
    const sum = rows.length > 1 ? `「先比${rows[1]}，再比${rows[0]}与${rows[1]}之和」` : "";
    return `${rowFor(definition.rubric, "satisfaction") ? "「按满意度」" : ""}${sum}「并列，由人研究决定」`;
  },
  count: ({ campaign }: Definition) =>
    `「正好10${campaign.words.case.measure}」「不超过8${campaign.words.case.measure}」`,
  notice: () => "「不公示」「公示7天」「公示5个工作日，首日计入」",
  maximum: ({ campaign }: Definition) => `「不限」「不超过5${campaign.words.case.measure}」`,
  basis: (definition: Definition) => {
    const { district, city } = levelsOf(definition);
    return offers(definition, "verification")
      ? `「以核验修正后的${district}初评分为准」「以${city}自评分为准」`
      : `「以${district}初评分为准」「以${city}自评分为准」`;
  },
  districts: ({ campaign: { districts } }: Definition) => {
    const names = districts.map(({ name }) => name);
    return `「${names.slice(0, 2).join("、")}」（逐一写明）「不含${names.at(-1) ?? ""}」`;
  },
  undecided: () => "「推荐时提示，未明确前不公布」「不得推荐」",
  overflow: () => "「可以另附页」「不可以」",
  allowed: () => "「可以」「不可以」",
} as const;

/** Example rows: first and last of the current reading, or of the rubric. */
function exampleRows(definition: Definition): { whole: readonly string[]; asked?: string } {
  const { allOrNothing, asked } = rulingDeciding(definition, "allOrNothing")?.default?.value ?? {};
  const rows = Array.isArray(allOrNothing) ? allOrNothing : pointRows(definition.rubric).map(({ id }) => id);
  const whole = [...new Set([rows[0], rows.length > 2 ? rows.at(-1) : rows[1]])].filter((id) => id !== undefined);
  const [one] = Array.isArray(asked) ? asked : [];
  return { whole, ...(one === undefined ? {} : { asked: one }) };
}
