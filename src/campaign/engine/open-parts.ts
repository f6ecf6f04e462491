import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "./context.ts";
import { extensionPoint } from "./extension-point.ts";

/**
 * Part of a case that is changed on its own: a field of its form, a clause of 附件1, a row of its points, the evidence of a
 * row, the opinion of an office, its stamped forms.
 */
export type CasePart = `${"field" | "clause" | "points" | "evidence" | "opinion"}:${string}` | "paper";

/** A case of which only some parts can be changed now. */
export interface PartlyOpen {
  open: ReadonlySet<CasePart>;
  /** Says so, naming what can be changed. */
  sentence: string;
}

/** Which parts of a case can be changed; no contribution: all, as far as its own part says. */
export const partlyOpen = extensionPoint<{ caseId: string }, PartlyOpen>("engine.partly-open");

/** The sentence for parts of which one is closed; undefined if all are open. */
export async function closedBecause(
  context: Context,
  caseId: string,
  parts: readonly CasePart[],
): Promise<string | undefined> {
  if (parts.length === 0) return undefined;
  const limits = await context.contributions(partlyOpen, { caseId });
  return limits.find(({ open }) => parts.some((part) => !open.has(part)))?.sentence;
}

/** @throws {RefusalError} if one of the parts is closed */
export async function requireOpenParts(context: Context, caseId: string, parts: readonly CasePart[]): Promise<void> {
  const sentence = await closedBecause(context, caseId, parts);
  if (sentence !== undefined) throw new RefusalError("case.partly-open", sentence);
}
