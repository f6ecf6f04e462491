import type { Authority } from "../authority/authority.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { selectionChanged } from "./events.ts";
import { decisionName } from "./phrases.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, selectionTable } from "./store.ts";
import { wordsOf } from "./words.ts";

/** The approved or published version, whose authority can be registered afterwards. */
export async function registrable({ tx, campaign }: Context): Promise<readonly RecordedDecision[]> {
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state !== "approved" && latest?.state !== "published") return [];
  const { version, authority } = latest;
  const name = decisionName(version, wordsOf(campaign.definition));
  return [{ name, authority, register: (context, known) => registerAuthority(context, latest, known) }];
}

async function registerAuthority(
  context: PersonContext,
  { version }: Pick<Selection, "version">,
  authority: Authority,
): Promise<void> {
  const { tx, campaign } = context;
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "selection.authority-registered", rows }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { authority: { ...authority } },
    }),
  );
  context.emit(selectionChanged, { version });
}
