import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import type { Entry } from "./entry.ts";
import { ENTRY_CARD, TALK } from "./entry.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { chosen } from "./rules.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, lockSelections } from "./store.ts";
import { membersWhoMay } from "./who.ts";

/** What others do when the selection has changed; registered at the composition root. */
export type OnSelectionChanged = (turn: Turn) => Promise<void>;

export const APPROVAL_CARD = "selection.approval";
export const NOTICE_CARD = "selection.notice";

/**
 * Records what people chose as the next version and asks the approver for exactly this version; one proposed or
 * approved before is replaced.
 *
 * @throws {Refusal} when a reason is missing, the number is not R9's, or the list is out
 */
export async function proposeSelection(turn: PersonTurn, entry: Entry, pressed?: string): Promise<number> {
  const { tx, campaign, now, person } = turn;
  await lockSelections(tx, campaign.id);
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state === "published") throw new Refusal("selection.published", refusals.published());
  const items = await itemsOf(turn, entry);
  const version = (latest?.version ?? 0) + 1;
  const key = { campaign_id: campaign.id };
  const replaced = replacedBy(latest);
  const rows = [...replaced, version].map((number) => ({
    table: "selection" as const,
    key: { ...key, version: number },
  }));
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "selection.proposed", rows };
  await recorded(tx, act, async () => {
    const where = { campaignId: campaign.id, version: { in: replaced } };
    await tx.selection.updateMany({ where, data: { state: "superseded" } });
    const data = { items, state: "proposed", recordedBy: person.staffId, recordedAt: now };
    await tx.selection.create({ data: { campaignId: campaign.id, version, ...data } });
  });
  await turn.drafts.save(tx, entry.draft, { state: "done", subject: person.staffId });
  await turn.dialogues.close(tx, person.staffId, TALK);
  await tellApprovers(turn, { version, replaced, entry, pressed });
  return version;
}

/** A version that was waiting or approved no longer stands. */
const replacedBy = (latest: Selection | undefined): number[] =>
  latest && (latest.state === "proposed" || latest.state === "approved") ? [latest.version] : [];

async function itemsOf({ tx, campaign, personal }: Turn, { candidates, choices, required }: Entry) {
  const given = candidates.map((candidate) => ({ candidate, ...choices.items[candidate.applicationId] }));
  const missing = given.filter(({ selected, reason }) => selected === undefined || reason === undefined);
  if (missing.length > 0) {
    throw new Refusal("selection.incomplete", refusals.incomplete(missing.map(({ candidate }) => candidate.name)));
  }
  const taken = chosen(candidates, choices).length;
  if (taken !== required) throw new Refusal("selection.count", refusals.count(taken, required));
  const items: { applicationId: string; selected: boolean; reason: { personal: string; hash: string } }[] = [];
  for (const { candidate, selected = false, reason = "" } of given) {
    const kept = await personal.keep(tx, campaign.id, reason);
    items.push({ applicationId: candidate.applicationId, selected, reason: { ...kept } });
  }
  return items;
}

async function tellApprovers(
  turn: Turn,
  told: { version: number; replaced: readonly number[]; entry: Entry; pressed: string | undefined },
): Promise<void> {
  const { tx, campaign, cards, now } = turn;
  for (const old of told.replaced) {
    for (const kind of [APPROVAL_CARD, NOTICE_CARD]) {
      await cards.touch(tx, { campaignId: campaign.id, kind, subject: String(old) }, { now });
    }
  }
  if (told.pressed === undefined) {
    await cards.outdate(tx, { campaignId: campaign.id, kind: ENTRY_CARD, subject: told.entry.draft.id });
  }
  for (const { staffId } of membersWhoMay(campaign.definition, "selection.approve")) {
    const subject = { campaignId: campaign.id, kind: APPROVAL_CARD, subject: String(told.version) };
    await cards.show(tx, { kind: "direct", person: staffId }, subject);
  }
}
