import { standingsOf } from "../application/requirements/standing.ts";
import { applicationsOf } from "../application/store.ts";
import type { Context } from "../engine/context.ts";
import { sheetsOf } from "../scoring/store.ts";
import { type CaseSections, clausesSection, sectionsOf, snapshotId } from "./rules.ts";
import type { Sections, SnapshotRef } from "./snapshot.ts";
import { readSnapshots, snapshotTable } from "./store.ts";

/** Keeps a case as it is now. @throws if the campaign has no such application */
export async function takeSnapshot(context: Context, caseId: string): Promise<SnapshotRef> {
  const taken = (await takeSnapshots(context, [caseId])).get(caseId);
  if (!taken) throw new Error(`no application ${caseId} to take a snapshot of`);
  return taken;
}

/** Sections that a later part keeps with a case, by case id. */
export type SectionsBeside = ReadonlyMap<string, Sections>;

/** {@link takeSnapshot} for several cases, by case id. Content that was kept before is not kept twice. */
export async function takeSnapshots(
  context: Context,
  caseIds: readonly string[],
  beside: SectionsBeside = new Map(),
): Promise<ReadonlyMap<string, SnapshotRef>> {
  const { tx, campaign, now } = context;
  const cases = await casesNow(context, caseIds, beside);
  const refs = new Map(
    [...cases].map(([caseId, { sections }]) => [caseId, { id: snapshotId(caseId, sections), caseId }]),
  );
  const known = await readSnapshots(
    tx,
    [...refs.values()].map(({ id }) => id),
  );
  for (const [caseId, { id }] of refs) {
    const found = cases.get(caseId);
    if (!found || known.has(id)) continue;
    const { revision, sections } = found;
    await context.withJournal({ action: "snapshot.taken", rows: [snapshotTable.row({ id })], caseId }, () =>
      tx.snapshot.create({
        data: {
          id,
          campaignId: campaign.id,
          caseId,
          revision,
          sections: JSON.parse(JSON.stringify(sections)),
          takenAt: now,
        },
      }),
    );
  }
  return refs;
}

/** The cases as they are now, without keeping them; unknown ids have no entry. */
export async function casesNow(
  context: Context,
  caseIds: readonly string[],
  beside: SectionsBeside = new Map(),
): Promise<ReadonlyMap<string, { revision: number; sections: CaseSections }>> {
  const { tx, campaign } = context;
  const applications = (await applicationsOf(tx, campaign.id)).filter(({ id }) => caseIds.includes(id));
  const standings = await standingsOf(context, applications);
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return new Map(
    applications.map((application) => {
      const { id, revision } = application;
      const standing = standings.get(id);
      const sections = {
        ...sectionsOf(campaign.definition, application, sheets.get(id)),
        ...(standing ? { clauses: clausesSection(standing.rows) } : {}),
        ...beside.get(id),
      };
      return [id, { revision, sections }];
    }),
  );
}
