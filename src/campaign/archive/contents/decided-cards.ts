import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatKey } from "../../../platform/chat/chat-key.ts";
import type { View } from "../../../platform/chat/view.ts";
import { staffId } from "../../../shared/brand.ts";
import { CARD as EXCLUSION_CARD } from "../../application/exclusion/feature.ts";
import { OPEN_REPLIES, ONE as REPLIES } from "../../consultation/actions.ts";
import { fullMomentWords } from "../../definition/wording.ts";
import { namesOf } from "../../directory/store.ts";
import { ONE as TEAM, TEAM_CARD } from "../../evaluation-team/actions.ts";
import { APPROVER_CARD } from "../../extension/extension.ts";
import { CARD as OBJECTION_CARD } from "../../objection/actions.ts";
import { PROVINCIAL_CARD } from "../../provincial-recommendation/propose.ts";
import { EXPECTED_CARD, EXPECTED_SUBJECT } from "../../ranking/expected.ts";
import { CONFIRM_CARD } from "../../ruling/record.ts";
import { ALL, SHEET_CARD } from "../../ruling/sheet-commands.ts";
import { APPROVAL_CARD } from "../../selection/propose.ts";
import { CORRECTION_CARD } from "../../selection/publication/correct.ts";
import { CLEANUP_CARD } from "../retention/steps.ts";
import { REQUEST_CARD } from "../views.ts";
import { actWords } from "./acts.ts";
import type { RecordedChange } from "./changes.ts";
import { anchored, note, page, viewParts } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import type { Making } from "./piece.ts";
import { type Entry, entriesOfParts, whoOf } from "./trail-page.ts";

type Key = RecordedChange["key"];

interface Decided {
  actions: RegExp;
  /** Of the row that is decided on. */
  table: string;
  /** What the row waits as. */
  waiting: string;
  /** Of the card on which it is decided. */
  kind: string;
  subject(key: Key): string;
}

const byNumber = ({ number }: Key): string => String(number);
const byVersion = ({ version }: Key): string => String(version);

/** What an approver decides on a card. */
const DECIDED: readonly Decided[] = [
  {
    ...{ actions: /^ruling\.(?:confirmed|declined)$/u, table: "ruling_answer", waiting: "pending", kind: CONFIRM_CARD },
    subject: ({ ruling, version }) => `${ruling}@${version}`,
  },
  {
    ...{ actions: /^ruling\.sheet-confirmed$/u, table: "ruling_answer", waiting: "", kind: SHEET_CARD },
    subject: () => ALL,
  },
  {
    ...{ actions: /^application\.exclusion-lifted$/u, table: "application", waiting: "", kind: EXCLUSION_CARD },
    subject: ({ id }) => String(id),
  },
  {
    ...{ actions: /^ranking\.expected-(?:confirmed|declined)$/u, table: "expected_districts", waiting: "" },
    ...{ kind: EXPECTED_CARD, subject: () => EXPECTED_SUBJECT },
  },
  {
    ...{ actions: /^team\.(?:approved|declined)$/u, table: "evaluation_team", waiting: "proposed" },
    ...{ kind: TEAM_CARD, subject: () => TEAM },
  },
  {
    ...{ actions: /^consultation\.(?:upheld|dismissed)$/u, table: "consultation_reply", waiting: "" },
    ...{ kind: OPEN_REPLIES, subject: () => REPLIES },
  },
  {
    ...{ actions: /^extension\.(?:granted|declined)$/u, table: "deadline_extension", waiting: "proposed" },
    ...{ kind: APPROVER_CARD, subject: ({ deliverable, district }: Key) => `${deliverable}/${district}` },
  },
  {
    ...{ actions: /^selection\.(?:approved|declined)$/u, table: "selection", waiting: "proposed" },
    ...{ kind: APPROVAL_CARD, subject: byVersion },
  },
  {
    ...{ actions: /^publication\.correction-(?:approved|declined)$/u, table: "publication_correction" },
    ...{ waiting: "proposed", kind: CORRECTION_CARD, subject: byNumber },
  },
  {
    ...{ actions: /^provincial-recommendation\.(?:approved|declined)$/u, table: "provincial_recommendation" },
    ...{ waiting: "proposed", kind: PROVINCIAL_CARD, subject: byVersion },
  },
  {
    ...{ actions: /^objection\.(?:upheld|declined)$/u, table: "objection", waiting: "" },
    ...{ kind: OBJECTION_CARD, subject: byNumber },
  },
  {
    ...{ actions: /^archive\.(?:confirmed|declined)$/u, table: "archive", waiting: "requested" },
    ...{ kind: REQUEST_CARD, subject: byNumber },
  },
  {
    ...{ actions: /^archive\.cleanup-(?:confirmed|declined)$/u, table: "cleanup", waiting: "requested" },
    ...{ kind: CLEANUP_CARD, subject: byNumber },
  },
];

interface Decision {
  entry: Entry;
  kind: string;
  subject: string;
  /** Since when it stood so for the approver. */
  asked: Entry | undefined;
}

/** @param entries of the parts, oldest first */
export function decisionsIn(entries: readonly Entry[]): Decision[] {
  return entries.flatMap((entry, at) => {
    const decided = DECIDED.find(({ actions }) => actions.test(entry.action));
    if (!decided) return [];
    const change = entry.changes.find(
      ({ table, before }) => table === decided.table && (decided.waiting === "" || before?.state === decided.waiting),
    );
    if (!change) return [];
    const row = keyWords(change);
    const asked = entries.slice(0, at).findLast(({ changes }) => changes.some((one) => keyWords(one) === row));
    return [{ entry, kind: decided.kind, subject: decided.subject(change.key), asked }];
  });
}

const keyWords = ({ table, key }: RecordedChange): string =>
  JSON.stringify([table, ...Object.entries(key).toSorted(([one], [other]) => (one < other ? -1 : 1))]);

export interface DecidedCards {
  page: string;
  /** Numbers of the decisions that it shows, as their anchors on the page. */
  anchors: ReadonlyMap<bigint, string>;
}

/**
 * What each approver saw when they decided: the card, drawn from the journal as it stood right before the decision, and as
 * it was when it was asked for where that was something else.
 */
export async function decidedCards(making: Making, parts: readonly string[]): Promise<DecidedCards> {
  const entries = await making.run((context) => entriesOfParts(context, parts));
  const found = decisionsIn(entries);
  const names = await making.run(({ tx }) => namesOf(tx, [...new Set(found.map(({ entry }) => entry.actor))]));
  const shown: string[] = [];
  const anchors = new Map<bigint, string>();
  for (const decision of found) {
    const { entry, asked } = decision;
    const last = await making.drawThen(cardOf(making, decision), { before: entry.id, at: entry.at });
    const first = asked && (await making.drawThen(cardOf(making, decision), { before: asked.id + 1n, at: asked.at }));
    const anchor = `n${entry.id}`;
    anchors.set(entry.id, anchor);
    shown.push(
      anchored(anchor, phrases.decided(fullMomentWords(entry.at), whoOf(names, entry.actor), actWords(entry.action))),
      note(phrases.decidedBy(entry.number)),
      ...versionParts({ first, last }, asked),
    );
  }
  return { page: page(phrases.decidedCards(), [note(phrases.decidedCardsLead()), ...shown]), anchors };
}

function versionParts(
  { first, last }: { first: View | undefined; last: View | undefined },
  asked: Entry | undefined,
): string[] {
  if (!last) return [note(phrases.notDrawn())];
  const parts = (view: View) => viewParts(view, "h3");
  if (!first || !asked) return parts(last);
  const since = fullMomentWords(asked.at);
  if (parts(first).join("") === parts(last).join("")) return [note(phrases.sameSince(since)), ...parts(last)];
  return [note(phrases.versionThen(since)), ...parts(first), note(phrases.versionDecided()), ...parts(last)];
}

/** As it lies in the approver's chat; nothing of where it lies is drawn. */
const cardOf = ({ campaignId }: Making, { entry, kind, subject }: Decision): LiveCard => ({
  ...{ id: "", campaignId, kind, subject, chat: chatKey({ kind: "direct", person: staffId(entry.actor) }) },
  ...{ generation: 1, version: 1, deliveredVersion: 1, deliveredHash: null, sameSince: 1, actsFor: null },
  state: "live",
});
