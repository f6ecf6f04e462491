import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor, type Form, formFor, offers } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";

/** The application form, or the list's form in campaigns without applications. */
export const formOf = (definition: Definition): Form | undefined =>
  formFor(definition, "application") ?? formFor(definition, "list");

export const hasApplications = (definition: Definition): boolean =>
  offers(definition, "application") && formOf(definition) !== undefined;

/** Whether districts score applications. Otherwise they recommend from all submitted ones. */
export const hasReview = (definition: Definition): boolean =>
  offers(definition, "review") && hasRubric(definition.rubric);

/** Whether districts recommend cases to the city or to the district above. */
export const hasRecommendation = (definition: Definition): boolean =>
  offers(definition, "recommendation") && deliverableFor(definition, "list") !== undefined;

/** Id of the deliverable. */
export const applicationDeliverable = (definition: Definition): string | undefined =>
  deliverableFor(definition, "application")?.id;

/** Typed after 导出 for the workbook: 申报表 beside 附件3; where the plan has no annexes, 申报表 is the paper. */
export function sheetWord(definition: Definition): string {
  const name = deliverableFor(definition, "application")?.name ?? "申报表";
  return annexFor(definition, "form") === undefined ? `${name} 表格` : name;
}
