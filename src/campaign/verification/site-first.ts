import type { Context } from "../engine/context.ts";
import type { Criterion } from "../scoring/rubric.ts";

const isOnSite = ({ seenBy }: Criterion): boolean => seenBy.includes("site");

/**
 * The context with the rows of each part in the order in which a visit goes through them: those that are seen on site
 * first. For pages only: points of a part in one line follow the plan.
 */
export function siteFirst<Of extends Pick<Context, "campaign">>(context: Of): Of {
  const { campaign } = context;
  const { definition } = campaign;
  const sections = definition.rubric.sections.map((section) => ({
    ...section,
    criteria: [...section.criteria.filter(isOnSite), ...section.criteria.filter((row) => !isOnSite(row))],
  }));
  const rubric = { ...definition.rubric, sections };
  return { ...context, campaign: { ...campaign, definition: { ...definition, rubric } } };
}
