import { RefusalError } from "../../shared/refusal-error.ts";
import { judgeUnderRulings } from "../application/exclusion/judge.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { takeSnapshots } from "../snapshot/take.ts";
import { requireChoosable, requireReplacements } from "./after-publication.ts";
import { requireNothingAgainst } from "./against.ts";
import { DIALOGUE, type SelectionDraft, saveDraft } from "./draft.ts";
import { selectionChanged } from "./events.ts";
import { isRefused, misfitsOf } from "./limits.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { chosen, openStep } from "./rules.ts";
import type { SelectedItem, Selection } from "./selection.ts";
import { standingSections } from "./standing.ts";
import { latestSelection, selectionTable } from "./store.ts";

export const APPROVAL_CARD = "selection.approval";

/**
 * Stores the choices as the next version and asks the approver. Supersedes an earlier proposed or approved version.
 *
 * @throws {RefusalError} if a reason is missing, a limit is broken, or the list has been published
 */
export async function proposeSelection(context: PersonContext, draft: SelectionDraft): Promise<number> {
  const { tx, campaign, person } = context;
  await lockCampaign(tx, campaign.id);
  await judgeUnderRulings(context);
  const latest = await latestSelection(tx, campaign.id);
  await requireChoosable(context);
  const items = await itemsOf(context, draft);
  const version = await storeProposal(context, { latest, items, departure: departureFrom(draft) });
  await context.drafts.save(draft.stored, { state: "done", subject: person.staffId });
  await context.dialogue.close(DIALOGUE);
  return version;
}

/**
 * Whether the draft has to be reviewed once more, because something has changed since it was last saved: what has changed
 * is said, and counts as seen.
 */
export async function isReviewedAgain(context: PersonContext, draft: SelectionDraft): Promise<boolean> {
  if (draft.changed.length === 0) return false;
  await saveDraft(context, draft, draft.choices, draft.changed);
  return true;
}

/** An item before it has its snapshot. */
export type ProposedItem = Omit<SelectedItem, "snapshot">;

/**
 * Stores the next version with every case as it is now, and shows it to the approver.
 * @param departure reason for breaking a 原则上 limit
 */
export async function storeProposal(
  context: PersonContext,
  {
    latest,
    items,
    departure,
  }: { latest: Selection | undefined; items: readonly ProposedItem[]; departure: string | undefined },
): Promise<number> {
  const { tx, campaign, now, person, people } = context;
  await requireNothingAgainst(context, items);
  await requireReplacements(context, items);
  const reason = departure === undefined ? undefined : JSON.stringify(await context.personal.store(departure));
  const version = (latest?.version ?? 0) + 1;
  const snapshots = await takeSnapshots(
    context,
    items.map(({ applicationId }) => applicationId),
    await standingSections(context),
  );
  const kept = items.map(({ applicationId, selected, reserve, reason: { personal, hash } }) => ({
    ...{ applicationId, selected, reason: { personal, hash } },
    ...(reserve === undefined ? {} : { reserve }),
    snapshot: snapshots.get(applicationId)?.id ?? "",
  }));
  const superseded = supersededBy(latest);
  const rows = [...superseded, version].map((one) => selectionTable.row({ campaign_id: campaign.id, version: one }));
  await context.withJournal({ action: "selection.proposed", rows, reason }, async () => {
    const where = { campaignId: campaign.id, version: { in: superseded } };
    await tx.selection.updateMany({ where, data: { state: "superseded" } });
    const data = { items: kept, state: "proposed", recordedBy: person.staffId, recordedAt: now };
    await tx.selection.create({ data: { campaignId: campaign.id, version, ...data } });
  });
  for (const { staffId } of membersWhoMay(campaign.definition, people, "selection.approve")) {
    await context.cards.show(staffId, { kind: APPROVAL_CARD, subject: String(version) });
  }
  for (const one of [...superseded, version]) context.emit(selectionChanged, { version: one });
  return version;
}

/** Versions superseded by a new one: the latest, if it waits for a decision or was approved. */
const supersededBy = (latest: Selection | undefined): number[] =>
  latest && ["proposed", "approved", "reopened"].includes(latest.state) ? [latest.version] : [];

/** Reason for breaking a 原则上 limit. @throws {RefusalError} if a hard limit is broken or the reason is missing */
function departureFrom({ candidates, choices, limits, words }: SelectionDraft): string | undefined {
  const misfits = misfitsOf(limits, chosen(candidates, choices));
  const [refused] = misfits.filter(isRefused);
  if (refused) throw new RefusalError("selection.count", refusals.count(refused, words));
  if (misfits.length === 0) return undefined;
  if (choices.departure !== undefined) return choices.departure;
  throw new RefusalError("selection.no-departure", refusals.noDeparture(misfits, words));
}

async function itemsOf(context: Context, draft: SelectionDraft): Promise<ProposedItem[]> {
  const { candidates, choices, words } = draft;
  const given = candidates.map((candidate) => ({ candidate, ...choices.items[candidate.applicationId] }));
  const missing = given.filter(({ selected, reason }) => selected === undefined || reason === undefined);
  if (missing.length > 0) {
    const names = missing.map(({ candidate }) => candidate.name);
    throw new RefusalError("selection.incomplete", refusals.incomplete(names, words));
  }
  if (openStep(candidates, choices, [], draft.reserves)?.kind === "reserves")
    throw new RefusalError("selection.no-reserves-named", reservePhrases.notAnswered());
  const reserves = draft.reserves > 0 ? (choices.reserves ?? []) : [];
  const items: ProposedItem[] = [];
  for (const { candidate, selected = false, reason = "" } of given) {
    const { applicationId } = candidate;
    const at = reserves.indexOf(applicationId);
    const place = at < 0 || selected ? {} : { reserve: at + 1 };
    items.push({ applicationId, selected, ...place, reason: await context.personal.store(reason) });
  }
  return items;
}
