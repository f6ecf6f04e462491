import { dayOf } from "../../../shared/civil-date.ts";
import { stageById, stageOpening } from "../../definition/deadlines.ts";
import { districtName } from "../../definition/districts.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import { dayWordsIn, dueWordsOf, momentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { stagePhrases } from "../../stage/phrases.ts";
import { type Owed, owedInCampaign } from "../../stage/rules.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { districtCounts } from "../../tasks/counts.ts";
import { deliveriesIn, type Total, totalsIn } from "../../tasks/deliveries.ts";
import { type Outstanding, outstandingIn, type Seen } from "../nudge/outstanding.ts";
import { answerPhrases as phrases } from "./phrases.ts";
import { askedNow, type Candidate, type WhoQuestion } from "./rules.ts";

/** One deliverable in three sentences: how many, who not and what is known of it, by when. */
export interface Told {
  deliverable: string;
  name: string;
  sentences: [string, string, string];
  /** Somebody can be nudged. */
  isOpen: boolean;
}

/** What the question is about, each in three sentences; empty before anything is asked for. */
export function toldOf(state: CampaignState, seen: Seen, { deliverable }: WhoQuestion): Told[] {
  const { campaign, rulings } = state;
  const totals = totalsIn(state, dayOf(seen.now));
  const lines = outstandingIn(state, seen);
  const owed = owedInCampaign(campaign, { now: seen.now, rulings });
  const all = totals.flatMap((total) => {
    const due = owed.find((one) => one.deliverable.id === total.deliverable.id);
    return due ? [{ total, due }] : [];
  });
  const candidate = ({ total, due }: (typeof all)[number]): Candidate => ({
    ...{ id: due.deliverable.id, statedOn: due.deadline.statedOn, isOver: total.isComplete || total.isEnded },
    isBegun: isBegun(state, due, lines, seen.now),
  });
  const asked =
    deliverable === undefined
      ? askedNow(
          all.filter(({ due }) => due.deadline.binding && due.deliverable.each === "district").map(candidate),
        ).map(({ id }) => id)
      : [deliverable];
  return asked.flatMap((id) => {
    const found = all.find(({ due }) => due.deliverable.id === id);
    return found ? [told(state, seen, { ...found, lines: lines.filter((one) => one.deliverable === id) })] : [];
  });
}

function isBegun(
  { campaign, rulings }: CampaignState,
  { deliverable }: Owed,
  lines: readonly Outstanding[],
  now: Date,
): boolean {
  const opens = stageOpening(deadlineContext(campaign, rulings), stageById(campaign.definition, deliverable.stage));
  return opens <= now || lines.some((one) => one.deliverable === deliverable.id);
}

interface Found {
  total: Total;
  due: Owed;
  lines: readonly Outstanding[];
}

function told(state: CampaignState, { now }: Seen, { total, due, lines }: Found): Told {
  const { definition } = state.campaign;
  const nouns = nounsOf(definition);
  const { id, name, each } = due.deliverable;
  const counts = phrases.counts(momentWords(now), name, total.words);
  const behind = each === "case" ? caseSentence(state, now, nouns) : districtSentence(state, { total, lines });
  return {
    ...{ deliverable: id, name, sentences: [counts, behind, dueSentence(state, { total, due, lines })] },
    isOpen: !total.isEnded && !total.isComplete && lines.length > 0,
  };
}

/** Work counted by case: the districts without any. */
function caseSentence(state: CampaignState, now: Date, nouns: ReturnType<typeof nounsOf>): string {
  const none = districtCounts(state, dayOf(now)).filter(({ applied, excluded }) => applied + excluded === 0);
  return none.length === 0 ? phrases.allIn(nouns) : phrases.noneYet(none.map(({ name }) => name));
}

function districtSentence(state: CampaignState, { total, lines }: Omit<Found, "due">): string {
  const { definition } = state.campaign;
  if (total.missing.length === 0) return phrases.allIn(nounsOf(definition));
  return phrases.missing(
    total.missing.map((district) => {
      const one = lines.find((line) => districtName(definition, line.district) === district);
      return { district, ...(one ? notesOf(state, one) : {}) };
    }),
  );
}

const notesOf = (
  { campaign: { definition } }: CampaignState,
  { agreedUntil, extendedTo, told: last }: Outstanding,
) => ({
  ...(agreedUntil === undefined ? {} : { agreedUntil: dayWordsIn(definition, agreedUntil) }),
  ...(extendedTo === undefined ? {} : { extendedTo: dayWordsIn(definition, extendedTo) }),
  ...(last ? { told: { ...last, on: dayWordsIn(definition, last.on) } } : {}),
});

function dueSentence({ campaign: { definition } }: CampaignState, { total, due, lines }: Found): string {
  const { name } = due.deliverable;
  if (total.isComplete) return phrases.byPhrase(name, dueWordsOf(definition, due.deadline));
  if (total.isEnded) return phrases.ended(nounsOf(definition));
  const words = stagePhrases.due(definition, due);
  const meets = lines.find(({ meetsRest, extendedTo }) => meetsRest && extendedTo === undefined);
  return meets ? phrases.rest(name, words, dayWordsIn(definition, meets.effectiveOn)) : phrases.due(name, words);
}

/** The same of one district: what it has done, what it owes by when, and what is known of that. */
export function toldOfDistrict(state: CampaignState, seen: Seen, district: string): string[] {
  const { campaign, rulings } = state;
  const { definition } = campaign;
  const deliveries = deliveriesIn(state, district, dayOf(seen.now));
  const lines = outstandingIn(state, seen).filter((one) => one.district === district);
  const owed = owedInCampaign(campaign, { now: seen.now, rulings, districts: [district] }).filter((one) =>
    isBegun(state, one, lines, seen.now),
  );
  if (owed.length === 0) return [];
  const parts = owed.map(({ deliverable: { id, name } }) => `${name}${deliveries.get(id)?.words ?? ""}`);
  const open = owed.filter(({ deliverable: { id }, deadline }) => {
    const delivery = deliveries.get(id);
    return deadline.binding && !delivery?.done && !delivery?.isEnded;
  });
  const notes = lines.map((one) => phrases.districtNote(one.name, notesOf(state, one)));
  return [
    phrases.ofDistrict(momentWords(seen.now), districtName(definition, district), parts),
    ...(open.length > 0
      ? [open.map((one) => phrases.due(one.deliverable.name, stagePhrases.due(definition, one))).join("")]
      : []),
    ...(notes.length > 0 ? [phrases.districtTold(notes)] : []),
  ];
}
