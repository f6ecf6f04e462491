import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { REGISTER } from "../authority/feature.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { consultationChanged } from "../consultation/events.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { onStandings } from "../ranking/redraw.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { fallenOut } from "./after-publication.ts";
import { candidatesOf } from "./candidates.ts";
import { changesSince } from "./changed.ts";
import { NOTICE_CARD } from "./decide.ts";
import { publicationWaitsChanged, selectionChanged } from "./events.ts";
import { beforePublication } from "./extension-points.ts";
import { opinionOf } from "./given-reasons.ts";
import { outstandingLists } from "./outstanding.ts";
import { changeWords, decisionName, approvalPhrases as phrases, selectionPhrases } from "./phrases.ts";
import { correctionPhrases } from "./publication/phrases.ts";
import { publicationHindrance } from "./publication/publication.ts";
import { changesOfSelected } from "./reopen.ts";
import { standsAsChosen } from "./rules.ts";
import type { Selection, SelectionState } from "./selection.ts";
import { latestSelection, publishedSelectionOf, selectionOfCard } from "./store.ts";
import { type SelectionWords, wordsOf } from "./words.ts";

export const REPROPOSE = "selection.repropose";

export const TONES: Record<SelectionState, Tone> = {
  proposed: "near",
  approved: "done",
  declined: "overdue",
  reopened: "overdue",
  superseded: "closed",
  published: "done",
};

/** The organizers' card for one version: the approver's decision, what has changed since, and the next act. */
export const noticeRenderer: CardRenderer = {
  kind: NOTICE_CARD,
  redrawOn: [
    redrawOn(selectionChanged, ({ version }) => String(version)),
    redrawOn(publicationWaitsChanged),
    redrawOn(expectedDistrictsNamed),
    ...onStandings,
    ...onRequirements(),
    redrawOn(consultationChanged),
    onDecisions("numberSelected", "noticePeriod", "rankingBasis", "undecidedRequirement"),
  ],
  render: async (context, { subject }) =>
    noticeView(context, await selectionOfCard(context.tx, context.campaign.id, subject)),
};

async function noticeView(context: Context, selection: Selection): Promise<View> {
  const { version, state } = selection;
  const words = wordsOf(context.campaign.definition);
  const { paragraphs, actions } = await noticeOf(context, selection, words);
  const facts = await decisionFacts(context, selection, true);
  return {
    title: phrases.title(version, words),
    tone: TONES[state],
    status: statusOf(selection),
    body: [
      ...paragraphs.filter(Boolean).map(paragraph),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
    ],
    actions,
  };
}

interface Notice {
  paragraphs: string[];
  actions: Action[];
}

async function noticeOf(context: Context, selection: Selection, words: SelectionWords): Promise<Notice> {
  switch (selection.state) {
    case "proposed":
      return { paragraphs: [], actions: [] };
    case "superseded":
      return { paragraphs: [phrases.supersededLead()], actions: [] };
    case "declined":
      return { paragraphs: [await declinedWords(context, selection, words)], actions: [again("primary")] };
    case "reopened":
      return reopenedNotice(context, selection, words);
    case "published":
      return publishedNotice(context, selection, words);
    case "approved":
      return approvedNotice(context, selection, words);
  }
}

async function approvedNotice(context: Context, selection: Selection, words: SelectionWords): Promise<Notice> {
  if (!words.publishes) return { paragraphs: [phrases.noticeApproved(words)], actions: [again("default")] };
  const hindrance = await publicationHindrance(context, selection);
  if (hindrance === undefined) {
    const lead = phrases.noticeApproved(words) + phrases.checkFirst();
    const outstanding = await outstandingLists(context, dayOf(selection.recordedAt));
    return {
      paragraphs: [lead, outstanding ?? ""],
      actions: [publish(), register(selection, words), again("default")],
    };
  }
  const next = (await context.contributions(beforePublication, { selection })).flat();
  return {
    paragraphs: [phrases.noticeApproved(words), hindrance],
    actions: [...next, register(selection, words), again("default")],
  };
}

async function reopenedNotice(context: Context, selection: Selection, words: SelectionWords): Promise<Notice> {
  const stands = standsAsChosen(selection.items, await candidatesOf(context));
  const next = stands ? phrases.reproposeHint(words) : phrases.chooseAgainHint();
  return {
    paragraphs: [await reopenedWords(context, selection), next],
    actions: stands ? [repropose(), again("default")] : [again("primary")],
  };
}

export async function publishedNotice(context: Context, selection: Selection, words: SelectionWords): Promise<Notice> {
  const published = await publishedSelectionOf(context.tx, context.campaign.id);
  if (published && published.version > selection.version)
    return { paragraphs: ["", phrases.correctedBy(published.version)], actions: [register(selection, words)] };
  const changes = await changesOfSelected(context, selection);
  const changed = changes.map((change) => changeWords(change, words));
  const isClosed = context.campaign.closedAt !== undefined;
  const after = changed.length > 0 ? [phrases.changedAfter(changed, words, isClosed)] : [];
  return {
    paragraphs: [phrases.noticePublished(), ...after],
    actions: [
      ...(changed.length > 0 ? [correct()] : []),
      ...((await mayChooseAgain(context, selection)) ? [again("default")] : []),
      register(selection, words),
    ],
  };
}

/** The newest version is this one, and something on it has fallen out. */
async function mayChooseAgain(context: Context, { version }: Selection): Promise<boolean> {
  const latest = await latestSelection(context.tx, context.campaign.id);
  return latest?.version === version && (await fallenOut(context)).size > 0;
}

export async function reopenedWords(context: Context, selection: Selection): Promise<string> {
  const words = wordsOf(context.campaign.definition);
  const changes = (await changesSince(context, selection)).map((change) => changeWords(change, words));
  return phrases.reopenedLead(changes, { approved: selection.decidedAt !== null });
}

export async function declinedWords(context: Context, selection: Selection, words: SelectionWords): Promise<string> {
  const opinion = await opinionOf(context, selection);
  return opinion === undefined ? phrases.noticeDeclined(words) : phrases.noticeReturned(opinion, words);
}

export const paragraph = (text: string): Block => ({ kind: "text", text });

const again = (look: Action["look"]): Action => ({
  ...{ id: "selection.choose", label: selectionPhrases.again(), typed: "择优", look },
});
const publish = (): Action => ({
  ...{ id: "publication.preview", label: phrases.publishLabel(), typed: "公布", look: "primary" },
});
const repropose = (): Action => ({
  ...{ id: REPROPOSE, label: phrases.reproposeLabel(), typed: phrases.reproposeLabel(), look: "primary" },
});
const correct = (): Action => ({
  ...{ id: "publication.correct", label: correctionPhrases.label(), typed: correctionPhrases.label(), look: "default" },
});
function register({ version }: Selection, words: SelectionWords): Action {
  const name = decisionName(version, words);
  const label = authorityPhrases.registerLabel();
  return { id: REGISTER, label, typed: `${label} ${name}`, look: "default", subject: name };
}

export const statusOf = ({ state, decidedAt }: Selection): string =>
  state === "reopened" && decidedAt === null ? phrases.reopenedBefore() : phrases[state]();

/** 决定依据 and 审批意见 of an approved or published version. */
export async function decisionFacts(
  context: Context,
  selection: Selection,
  isOwn = false,
): Promise<{ label: string; value: string }[]> {
  const { state, authority } = selection;
  if (state !== "approved" && state !== "published") return [];
  const opinion = await opinionOf(context, selection);
  const words = authority ? authorityPhrases.words(authority, context.now) : authorityPhrases.toBeRegistered();
  const isWhole = authority?.number !== undefined;
  const value = isWhole ? words : phrases.registeredBy(words, wordsOf(context.campaign.definition), isOwn);
  return [
    { label: authorityPhrases.label(), value },
    ...(opinion === undefined ? [] : [{ label: authorityPhrases.opinionField(), value: opinion }]),
  ];
}
