import type { Problem } from "./check.ts";
import type { Definition } from "./definition.ts";
import { stepNames } from "./purpose-phrases.ts";
import { offers } from "./purposes.ts";
import { bonusMaximum } from "./rubric-points.ts";
import { step } from "./schema/purposes.ts";

/** `file:line  message`, clickable in editors and terminals. */
export const problemLines = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, line, message }) => `${file}:${line}  ${message}`);

/** Summary of a valid folder: counts of its parts. */
export function soundLine({ campaign, rubric, requirements, forms, rulings, planLines }: Definition): string {
  const rows = rubric.sections.reduce((count, { criteria }) => count + criteria.length, 0);
  const clauses = requirements.requirements.reduce((count, item) => count + item.clauses.length, 0);
  const fields = forms.reduce((count, form) => count + form.fields.length, 0);
  const bonus = bonusMaximum(rubric);
  const counts = [
    `阶段${campaign.stages.length}个`,
    `应交成果${campaign.deliverables.length}项`,
    `评选标准${rows}条共${rubric.totalPoints}分${bonus === 0 ? "" : `、加分${bonus}分`}`,
    `要求${requirements.requirements.length}项${clauses}款`,
    `栏目${fields}个`,
    `口径${rulings.length}条`,
    `${campaign.words.district.noun}${campaign.districts.length}${campaign.words.district.measure}`,
    `${campaign.words.plan}${planLines.length}行`,
  ];
  return `未发现问题：${counts.join("，")}。`;
}

/** Steps offered and not offered. */
export function stepsLine(definition: Definition): string {
  const names = (offered: boolean) =>
    step.options.filter((one) => offers(definition, one) === offered).map((one) => stepNames[one]);
  const off = names(false);
  return `可以办理：${names(true).join("、") || "（无）"}。${off.length === 0 ? "" : `没有写明、因此不提供：${off.join("、")}。`}`;
}
