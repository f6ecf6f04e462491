import type { Context } from "../engine/context.ts";
import type { Sections } from "./snapshot.ts";
import { readSnapshots } from "./store.ts";
import { casesNow } from "./take.ts";

/** An item of a list, a selection or a publication. Rows of earlier versions of the program have no snapshot. */
export interface KeptItem {
  applicationId: string;
  /** Id of the snapshot. */
  snapshot?: string | undefined;
}

/** The cases as the items hold them, by application id; an item without a snapshot is read as it is now. */
export async function sectionsKept(
  context: Context,
  items: readonly KeptItem[],
): Promise<ReadonlyMap<string, Sections>> {
  const snapshots = await readSnapshots(
    context.tx,
    items.flatMap(({ snapshot }) => snapshot ?? []),
  );
  const older = items.filter(({ snapshot }) => snapshot === undefined || !snapshots.has(snapshot));
  const now = await casesNow(
    context,
    older.map(({ applicationId }) => applicationId),
  );
  return new Map(
    items.flatMap(({ applicationId, snapshot }) => {
      const sections = snapshots.get(snapshot ?? "")?.sections ?? now.get(applicationId)?.sections;
      return sections ? [[applicationId, sections] as const] : [];
    }),
  );
}
