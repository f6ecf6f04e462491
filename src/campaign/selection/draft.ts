import type { Draft } from "../../platform/conversation/drafts.ts";
import { followReason, type ReasonText } from "../../platform/conversation/reason-line.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { casesNow } from "../snapshot/take.ts";
import { limitsNow, requireChoosable } from "./after-publication.ts";
import { candidatesOf } from "./candidates.ts";
import { noChoices, readChoices } from "./choices.ts";
import { districtsIn } from "./distribution.ts";
import { draftedReason, readDrafted } from "./drafted.ts";
import type { Limit } from "./limits.ts";
import { outstandingLists } from "./outstanding.ts";
import { selectionRefusals } from "./phrases.ts";
import { reservesAllowed } from "./reserves.ts";
import { openRuling } from "./rules.ts";
import { changedSince, seenNow } from "./seen.ts";
import type { Candidate, Choices, Selection } from "./selection.ts";
import { standingSections } from "./standing.ts";
import { latestSelection } from "./store.ts";
import { tieWords } from "./tie.ts";
import { type SelectionWords, wordsNow, wordsOf } from "./words.ts";

export const DRAFT = "selection.choice";
export const DIALOGUE = "selection.choice";
export const DRAFT_CARD = "selection.entry";

/** 择优 in progress: one person's choices and the current candidates. */
export interface SelectionDraft {
  stored: Draft;
  choices: Choices;
  candidates: readonly Candidate[];
  /** On the number of selected compounds. */
  limits: readonly Limit[];
  /** How many reserves the ruling on them provides for. */
  reserves: number;
  words: SelectionWords;
  /** Names a tie across the last place to be selected; undefined without one. */
  tie: string | undefined;
  /** Which districts' lists are not in; undefined: all are. */
  outstanding?: string | undefined;
  /** Names of the districts whose lists go to the city, in the definition's order. */
  districts: readonly string[];
  /** What has changed since the choices were last saved. */
  changed: readonly string[];
  /** 拟稿: a reason from points and proof, by application id. */
  drafted: ReadonlyMap<string, string>;
  /** Choices and reasons of the latest version, by application id. */
  before: ReadonlyMap<string, { selected: boolean; reason: string }>;
}

/**
 * Continues the person's unfinished draft or starts a new one.
 * @param afresh drops the unfinished draft
 * @throws {RefusalError} if there are no candidates, the ruling on the number is open, or the list has been published
 */
export async function takeUpDraft(context: PersonContext, { afresh }: { afresh: boolean }): Promise<SelectionDraft> {
  const { tx, campaign, person, drafts } = context;
  const words = wordsOf(campaign.definition);
  const latest = await latestSelection(tx, campaign.id);
  await requireChoosable(context);
  const open = openRuling(campaign.definition, "numberSelected", context.rulings);
  if (open) {
    const sentence = selectionRefusals.numberOpen(open.ruling, open.question, words);
    throw new RefusalError("selection.number-open", sentence);
  }
  const candidates = await candidatesOf(context);
  if (candidates.length === 0) {
    throw new RefusalError("selection.no-candidates", selectionRefusals.noCandidates(words));
  }
  const name = { kind: DRAFT, subject: person.staffId };
  const [unfinished] = await drafts.unfinished(name);
  const read = { candidates, latest };
  if (unfinished && !afresh) return draftWith(context, unfinished, read);
  if (unfinished) {
    await drafts.save(unfinished, { state: "dropped" });
    await context.cards.refresh({ kind: DRAFT_CARD, subject: unfinished.id });
  }
  return draftWith(context, await drafts.start({ ...name, startedBy: person.staffId, body: noChoices }), read);
}

/** @throws {RefusalError} if the draft has been submitted or dropped, or belongs to another person */
export async function openDraft(context: PersonContext, id: string): Promise<SelectionDraft> {
  const stored = await context.drafts.read(id);
  const isOpen = stored?.state === "open" && stored.kind === DRAFT;
  if (!stored || !isOpen || stored.startedBy !== context.person.staffId) {
    throw new RefusalError("selection.not-open", selectionRefusals.notOpen(stored?.state));
  }
  return draftOf(context, stored);
}

export async function draftOf(context: Context, stored: Draft): Promise<SelectionDraft> {
  const candidates = await candidatesOf(context);
  const latest = await latestSelection(context.tx, context.campaign.id);
  return draftWith(context, stored, { candidates, latest });
}

async function draftWith(
  context: Context,
  stored: Draft,
  { candidates, latest }: { candidates: readonly Candidate[]; latest: Selection | undefined },
): Promise<SelectionDraft> {
  const { definition } = context.campaign;
  const words = await wordsNow(context);
  const choices = readChoices(stored.body);
  const drafted = new Map(
    candidates.flatMap((one) => {
      const text = draftedReason(definition, one);
      return text === undefined ? [] : [[one.applicationId, text] as const];
    }),
  );
  return {
    stored,
    choices,
    candidates,
    limits: await limitsNow(context),
    reserves: reservesAllowed(definition, context.rulings),
    words,
    districts: districtsIn(context),
    changed: changedSince(choices, candidates, { words, drafted }),
    drafted,
    tie: await tieNow(context, candidates),
    outstanding: await outstandingLists(context, dayOf(context.now)),
    before: await reasonsIn(context, latest),
  };
}

async function tieNow(context: Context, candidates: readonly Candidate[]): Promise<string | undefined> {
  const ids = candidates.map(({ applicationId }) => applicationId);
  const cases = await casesNow(context, ids, await standingSections(context));
  const inOrder = ids.flatMap((id) => {
    const sections = cases.get(id)?.sections;
    return sections ? [[id, sections] as const] : [];
  });
  return tieWords(context, new Map(inOrder));
}

/** Saves the choices, with how the candidates stand now. @param told what has changed, to be said until the next save */
export async function saveDraft(
  context: PersonContext,
  draft: SelectionDraft,
  choices: Choices,
  told?: readonly string[],
): Promise<SelectionDraft> {
  const { told: _, ...kept } = choices;
  const body: Choices = { ...kept, seen: seenNow(draft.candidates, kept, draft.drafted), ...(told ? { told } : {}) };
  return { ...draft, stored: await context.drafts.save(draft.stored, { body }), choices: body };
}

/**
 * The reason in words, with 同上, 沿用 and 拟稿 resolved; undefined if there is nothing to resolve them to. 同上 never carries a
 * reason for 入选 to one passed over, or back.
 */
export function reasonWords(draft: SelectionDraft, candidate: Candidate, reason: ReasonText): string | undefined {
  if (reason.kind === "text" && readDrafted(reason.text)) return draft.drafted.get(candidate.applicationId);
  const { items } = draft.choices;
  const earlier = draft.before.get(candidate.applicationId);
  const side = items[candidate.applicationId]?.selected;
  return followReason(reason, {
    above: draft.candidates
      .filter(({ number, applicationId }) => number < candidate.number && items[applicationId]?.selected === side)
      .map(({ applicationId }) => items[applicationId]?.reason),
    before: earlier?.selected === side ? earlier?.reason : undefined,
  });
}

async function reasonsIn({ personal }: Context, selection: Selection | undefined): Promise<SelectionDraft["before"]> {
  const items = selection?.items ?? [];
  const texts = await personal.read(items.map(({ reason }) => reason));
  return new Map(
    items.flatMap(({ applicationId, selected, reason }) => {
      const text = texts.get(reason.personal);
      return text === undefined ? [] : [[applicationId, { selected, reason: text }] as const];
    }),
  );
}
