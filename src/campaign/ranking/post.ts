import { createHash } from "node:crypto";
import { groupsOf } from "../directory/groups.ts";
import type { Turn } from "../engine/feature.ts";
import { listsInForce } from "../recommendation/store.ts";
import { awaitedLists } from "./expected.ts";
import { BASIS, TIES } from "./rules.ts";
import { scoredCompounds } from "./scored.ts";
import { rankingWorkbook } from "./workbook.ts";

export const POSTED_CARD = "ranking.posted";

/** A list was confirmed, or who is waited for changed: once the last expected list is in, the city's group is told. */
export async function onListConfirmed(turn: Turn): Promise<void> {
  const { expected, missing } = await awaitedLists(turn);
  if (expected.length === 0 || missing.length > 0) return;
  await postRanking(turn);
}

/** The ranked summary and its workbook to the city's group, once for each set of list versions. */
async function postRanking(turn: Turn): Promise<void> {
  const { tx, campaign, cards, now } = turn;
  const subject = await listsKey(turn);
  const known = await tx.card.findFirst({ where: { campaignId: campaign.id, kind: POSTED_CARD, subject } });
  if (known) return;
  await cards.touch(tx, { campaignId: campaign.id, kind: POSTED_CARD }, { now });
  const { name, bytes } = await rankingWorkbook(turn, await scoredCompounds(turn));
  const hash = await turn.files.put(bytes);
  for (const group of await groupsOf(tx, campaign.id, "city")) {
    await cards.showOnce(tx, group, { campaignId: campaign.id, kind: POSTED_CARD, subject });
    const dedupeKey = `ranking.posted ${campaign.id} ${subject}`;
    await turn.outbox.sendFile(tx, group, { file: { name, hash }, dedupeKey });
  }
}

/** A ruling was answered: where the posted summary hangs on it, its face follows. */
export async function refreshRanking(turn: Turn, ruling: string): Promise<void> {
  if (ruling !== BASIS && ruling !== TIES) return;
  const subject = await listsKey(turn);
  await turn.cards.touch(turn.tx, { campaignId: turn.campaign.id, kind: POSTED_CARD, subject }, { now: turn.now });
}

/** Names the lists in force by their versions. */
export async function listsKey({ tx, campaign }: Turn): Promise<string> {
  const lists = await listsInForce(tx, campaign.id);
  const versions = campaign.definition.campaign.districts.flatMap(({ id }) => {
    const list = lists.get(id);
    return list ? [`${id}@${list.version}`] : [];
  });
  return createHash("sha256").update(versions.join(" ")).digest("hex").slice(0, 12);
}
