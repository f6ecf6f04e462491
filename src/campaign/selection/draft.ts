import type { Draft } from "../../platform/conversation/drafts.ts";
import { followReason, type ReasonText } from "../../platform/conversation/reason-line.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { candidatesOf } from "./candidates.ts";
import { noChoices, readChoices } from "./choices.ts";
import { type Limit, limitsOf } from "./limits.ts";
import { selectionRefusals } from "./phrases.ts";
import { openRuling } from "./rules.ts";
import type { Candidate, Choices } from "./selection.ts";
import { latestSelection } from "./store.ts";
import { type SelectionWords, wordsOf } from "./words.ts";

export const DRAFT = "selection.choice";
export const DIALOGUE = "selection.choice";
export const DRAFT_CARD = "selection.entry";

/** 择优 under way: what one person has entered, over the compounds as they are now. */
export interface SelectionDraft {
  stored: Draft;
  choices: Choices;
  candidates: readonly Candidate[];
  /** How many are to be selected. */
  limits: readonly Limit[];
  words: SelectionWords;
  /** Reasons of the version before, by application id, with the side they were given for. */
  before: ReadonlyMap<string, { selected: boolean; reason: string }>;
}

/**
 * Takes up what the person left unfinished, or begins anew.
 * @param afresh forget what was entered
 * @throws {RefusalError} when there is nothing to choose from, nobody has said how many, or the list is out
 */
export async function takeUpDraft(context: PersonContext, { afresh }: { afresh: boolean }): Promise<SelectionDraft> {
  const { tx, campaign, person, drafts } = context;
  const words = wordsOf(campaign.definition);
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state === "published") throw new RefusalError("selection.published", selectionRefusals.published(words));
  const open = openRuling(campaign.definition, "numberSelected", context.rulings);
  if (open) {
    const sentence = selectionRefusals.numberOpen(open.ruling, open.question, words);
    throw new RefusalError("selection.number-open", sentence);
  }
  if ((await candidatesOf(context)).length === 0) {
    throw new RefusalError("selection.no-candidates", selectionRefusals.noCandidates(words));
  }
  const name = { kind: DRAFT, subject: person.staffId };
  const [unfinished] = await drafts.unfinished(name);
  if (unfinished && !afresh) return draftOf(context, unfinished);
  if (unfinished) {
    await drafts.save(unfinished, { state: "dropped" });
    await context.cards.refresh({ kind: DRAFT_CARD, subject: unfinished.id });
  }
  return draftOf(context, await drafts.start({ ...name, startedBy: person.staffId, body: noChoices }));
}

/** @throws {RefusalError} when it was handed in or given up, or is somebody else's */
export async function openDraft(context: PersonContext, id: string): Promise<SelectionDraft> {
  const stored = await context.drafts.read(id);
  const isOpen = stored?.state === "open" && stored.kind === DRAFT;
  if (!stored || !isOpen || stored.startedBy !== context.person.staffId) {
    throw new RefusalError("selection.not-open", selectionRefusals.notOpen());
  }
  return draftOf(context, stored);
}

export async function draftOf(context: Context, stored: Draft): Promise<SelectionDraft> {
  return {
    stored,
    choices: readChoices(stored.body),
    candidates: await candidatesOf(context),
    limits: limitsOf(context.campaign.definition, context.rulings),
    words: wordsOf(context.campaign.definition),
    before: await reasonsBefore(context),
  };
}

export async function saveDraft(
  context: PersonContext,
  draft: SelectionDraft,
  choices: Choices,
): Promise<SelectionDraft> {
  return { ...draft, stored: await context.drafts.save(draft.stored, { body: choices }), choices };
}

/** A reason in words, with 同上 and 沿用 followed; undefined where there is none to follow. */
export function reasonWords(draft: SelectionDraft, candidate: Candidate, reason: ReasonText): string | undefined {
  const { items } = draft.choices;
  const earlier = draft.before.get(candidate.applicationId);
  return followReason(reason, {
    above: draft.candidates
      .filter(({ number }) => number < candidate.number)
      .map(({ applicationId }) => items[applicationId]?.reason),
    before: earlier?.selected === items[candidate.applicationId]?.selected ? earlier?.reason : undefined,
  });
}

async function reasonsBefore({ tx, campaign, personal }: Context): Promise<SelectionDraft["before"]> {
  const items = (await latestSelection(tx, campaign.id))?.items ?? [];
  const texts = await personal.read(items.map(({ reason }) => reason));
  return new Map(
    items.flatMap(({ applicationId, selected, reason }) => {
      const text = texts.get(reason.personal);
      return text === undefined ? [] : [[applicationId, { selected, reason: text }] as const];
    }),
  );
}
