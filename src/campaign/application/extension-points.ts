import type { View } from "../../platform/chat/view.ts";
import type { Member } from "../directory/member.ts";
import type { Choice } from "../engine/choice.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";
import type { Application } from "./application.ts";
import { CASE_STEPS, type CaseStep } from "./consequences.ts";

/**
 * How far cases have come, by application id. A later part names the cases that have reached a step of its own; what
 * concerns the current list, selection or publication only.
 */
export const caseStep = extensionPoint<{ caseIds: readonly string[] }, ReadonlyMap<string, CaseStep>>(
  "application.case-step",
);

/** What a withdrawal of the case affects, in sentences: its points, its place on a list. */
export const caseAffected = extensionPoint<{ caseId: string }, readonly string[]>("application.case-affected");

/** What else the person may withdraw now, as 撤回 alone may mean it. */
export const withdrawable = extensionPoint<{ person: Member }, readonly Choice[]>("application.withdrawable");

/** What a later part says on the card of a submitted case, in one sentence. */
export const caseLine = extensionPoint<{ application: Application }, string>("application.case-line");

/** What is known of a dropped list: a note, or why it is not read, in a sentence. */
export type NumberedList = { note: string } | { problem: string };

/** A dropped list by the check numbers on it. `districts`: those that the person fills in for. */
export const numberedLists = extensionPoint<{ numbers: readonly string[]; districts: readonly string[] }, NumberedList>(
  "application.numbered-lists",
);

/** Files a kept scan by the number on it, which is of a later part's paper; what is said then. */
export const scansByNumber = extensionPoint<{ context: PersonContext; number: string; hash: string }, View>(
  "application.scans-by-number",
  { acts: true },
);

/** That a case may not take part, as it was decided on a later part's ground: in words, and when. */
export const exclusionDecided = extensionPoint<{ caseId: string }, { exclusion: string; at: Date }>(
  "application.exclusion-decided",
);

/** The furthest step of each case; at least "submitted". */
export async function stepsOf(context: Context, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseStep>> {
  const reached = await context.contributions(caseStep, { caseIds });
  const furthest = (id: string): CaseStep =>
    CASE_STEPS.findLast((step) => reached.some((steps) => steps.get(id) === step)) ?? "submitted";
  return new Map(caseIds.map((id) => [id, furthest(id)]));
}

export const stepOf = async (context: Context, caseId: string): Promise<CaseStep> =>
  (await stepsOf(context, [caseId])).get(caseId) ?? "submitted";
