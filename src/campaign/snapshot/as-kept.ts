import type { Application } from "../application/application.ts";
import { revisionsOf } from "../application/revision.ts";
import { applicationById } from "../application/store.ts";
import type { Context } from "../engine/context.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import { sectionsOf } from "./rules.ts";
import type { Sections } from "./snapshot.ts";
import { readSnapshots } from "./store.ts";

/** An item of a list, a selection or a publication. Rows of earlier versions of the program have no snapshot. */
export interface KeptItem {
  applicationId: string;
  /** Id of the snapshot. */
  snapshot?: string | undefined;
}

/**
 * The cases as the items hold them, by application id. An item without a snapshot is drawn from the application's
 * revision at that time, with its points and state of now.
 * @param at when the items were stored
 */
export async function sectionsKept(
  context: Context,
  items: readonly KeptItem[],
  at: Date,
): Promise<ReadonlyMap<string, Sections>> {
  const snapshots = await readSnapshots(
    context.tx,
    items.flatMap(({ snapshot }) => snapshot ?? []),
  );
  const kept = new Map<string, Sections>();
  for (const { applicationId, snapshot = "" } of items) {
    const sections = snapshots.get(snapshot)?.sections ?? (await sectionsThen(context, applicationId, at));
    if (sections) kept.set(applicationId, sections);
  }
  return kept;
}

async function sectionsThen({ tx, campaign }: Context, caseId: string, at: Date): Promise<Sections | undefined> {
  const application = await applicationById(tx, caseId);
  if (!application) return undefined;
  const sheet = await sheetOf(tx, { caseId, ledger: "district", scorer: DISTRICT_SCORER });
  const revisions = await revisionsOf(tx, caseId);
  const then = revisions.findLast(({ submittedAt }) => submittedAt <= at);
  const answered: Application = then
    ? { ...application, answers: then.answers, compoundName: then.compoundName }
    : application;
  return sectionsOf(campaign.definition, answered, sheet);
}
