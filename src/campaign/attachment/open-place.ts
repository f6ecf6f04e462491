import type { Context } from "../engine/context.ts";
import { type CasePart, requireOpenParts } from "../engine/open-parts.ts";
import type { Attachment } from "./attachment.ts";

/** The part of a case whose papers are filed at a place: row:3-5 is its evidence, form:2 its stamped forms. */
export function partAt(place: string): CasePart | undefined {
  const [what, which] = place.split(":");
  if (what === "row" && which !== undefined) return `evidence:${which}`;
  return what === "form" ? "paper" : undefined;
}

/** @throws {RefusalError} if nothing can be filed there, or withdrawn from there, now */
export async function requireOpenPlace(
  context: Context,
  { caseId, place }: { caseId: Attachment["caseId"] | undefined; place: string },
): Promise<void> {
  const part = partAt(place);
  if (caseId && part) await requireOpenParts(context, caseId, [part]);
}
