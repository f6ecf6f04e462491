import type { Definition } from "../definition/definition.ts";
import { deliverableFor, type Form, formFor, offers } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";

/** The form in which a case is put forward: the application's, else the one that belongs to the list. */
export const formOf = (definition: Definition): Form | undefined =>
  formFor(definition, "application") ?? formFor(definition, "list");

/** Whether cases apply in this campaign. */
export const hasApplications = (definition: Definition): boolean =>
  offers(definition, "application") && formOf(definition) !== undefined;

/** Whether districts score what has applied; where not, they recommend what was handed in. */
export const hasReview = (definition: Definition): boolean =>
  offers(definition, "review") && hasRubric(definition.rubric);

/** Whether districts recommend to the city or to a district above them. */
export const hasRecommendation = (definition: Definition): boolean =>
  offers(definition, "recommendation") && deliverableFor(definition, "list") !== undefined;

/** Id of the deliverable that an application is. */
export const applicationDeliverable = (definition: Definition): string | undefined =>
  deliverableFor(definition, "application")?.id;
