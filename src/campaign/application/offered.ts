import type { Definition } from "../definition/definition.ts";
import { deliverableFor, type Form, formFor, offers } from "../definition/purposes.ts";
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
