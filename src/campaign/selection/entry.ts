import type { Draft } from "../../platform/conversation/drafts.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { candidatesOf } from "./candidates.ts";
import { noChoices, readChoices } from "./choices.ts";
import { selectionRefusals } from "./phrases.ts";
import { requiredCount } from "./rules.ts";
import type { Candidate, Choices } from "./selection.ts";
import { latestSelection } from "./store.ts";

export const DRAFT = "selection.choice";
export const TALK = "selection.choice";
export const ENTRY_CARD = "selection.entry";

/** 择优 on its way: what one person has entered, over the compounds as they are now. */
export interface Entry {
  draft: Draft;
  choices: Choices;
  candidates: readonly Candidate[];
  required: number;
  /** Reasons of the version before, by application id, with the side they were given for. */
  before: ReadonlyMap<string, { selected: boolean; reason: string }>;
}

/**
 * Takes up what the person left unfinished, or begins anew.
 * @param afresh forget what was entered
 * @throws {Refusal} when there is nothing to choose from, or the list is out
 */
export async function takeUpEntry(turn: PersonTurn, { afresh }: { afresh: boolean }): Promise<Entry> {
  const { tx, campaign, person, drafts } = turn;
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state === "published") throw new Refusal("selection.published", selectionRefusals.published());
  if ((await candidatesOf(turn)).length === 0) {
    throw new Refusal("selection.no-candidates", selectionRefusals.noCandidates());
  }
  const owner = { campaignId: campaign.id, kind: DRAFT, subject: person.staffId };
  const [unfinished] = await drafts.unfinished(tx, owner);
  if (unfinished && !afresh) return entryOf(turn, unfinished);
  if (unfinished) await drafts.save(tx, unfinished, { state: "dropped" });
  return entryOf(turn, await drafts.start(tx, { ...owner, startedBy: person.staffId, body: noChoices }));
}

/** @throws {Refusal} when it was handed in or given up, or is somebody else's */
export async function openEntry(turn: PersonTurn, draftId: string): Promise<Entry> {
  const draft = await turn.drafts.read(turn.tx, draftId);
  const isOpen = draft?.state === "open" && draft.campaignId === turn.campaign.id && draft.kind === DRAFT;
  if (!draft || !isOpen || draft.startedBy !== turn.person.staffId) {
    throw new Refusal("selection.not-open", selectionRefusals.notOpen());
  }
  return entryOf(turn, draft);
}

export async function entryOf(turn: Turn, draft: Draft): Promise<Entry> {
  return {
    draft,
    choices: readChoices(draft.body),
    candidates: await candidatesOf(turn),
    required: requiredCount(turn.campaign.definition, turn.rulings),
    before: await reasonsBefore(turn),
  };
}

export async function saveEntry(turn: PersonTurn, entry: Entry, choices: Choices): Promise<Entry> {
  return { ...entry, draft: await turn.drafts.save(turn.tx, entry.draft, { body: choices }), choices };
}

async function reasonsBefore({ tx, campaign, personal }: Turn): Promise<Entry["before"]> {
  const items = (await latestSelection(tx, campaign.id))?.items ?? [];
  const texts = await personal.read(
    tx,
    items.map(({ reason }) => reason),
  );
  return new Map(
    items.flatMap(({ applicationId, selected, reason }) => {
      const text = texts.get(reason.personal);
      return text === undefined ? [] : [[applicationId, { selected, reason: text }] as const];
    }),
  );
}
