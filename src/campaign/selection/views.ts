import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { REGISTER } from "../authority/feature.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { momentWords } from "../definition/wording.ts";
import { signedName } from "../directory/signed-name.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { onStandings } from "../ranking/redraw.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import { candidatesOf } from "./candidates.ts";
import { changesSince } from "./changed.ts";
import { NOTICE_CARD } from "./decide.ts";
import { publicationWaitsChanged, selectionChanged } from "./events.ts";
import { beforePublication } from "./extension-points.ts";
import { departureReason, opinionOf } from "./given-reasons.ts";
import { itemLines } from "./item-lines.ts";
import { keptCases } from "./kept.ts";
import { outstandingLists } from "./outstanding.ts";
import { changeWords, decisionName, approvalPhrases as phrases, selectionPhrases } from "./phrases.ts";
import { APPROVAL_CARD } from "./propose.ts";
import { correctionPhrases } from "./publication/phrases.ts";
import { publicationHindrance } from "./publication/publication.ts";
import { changesOfSelected } from "./reopen.ts";
import { standsAsChosen } from "./rules.ts";
import { seeChosen } from "./see-chosen.ts";
import type { Selection, SelectionState } from "./selection.ts";
import { nameOf, selectionOfCard } from "./store.ts";
import { tieWords } from "./tie.ts";
import { type SelectionWords, wordsNow, wordsOf } from "./words.ts";

export const APPROVE = "selection.approve";
export const DECLINE = "selection.decline";
export const REPROPOSE = "selection.repropose";

const TONES: Record<SelectionState, Tone> = {
  proposed: "near",
  approved: "done",
  declined: "overdue",
  reopened: "overdue",
  superseded: "closed",
  published: "done",
};

/** The approver's card for one version: what was proposed, as it was then, and what has changed since. */
export const approvalRenderer: CardRenderer = {
  kind: APPROVAL_CARD,
  redrawOn: [
    redrawOn(selectionChanged, ({ version }) => String(version)),
    redrawOn(expectedDistrictsNamed),
    ...onStandings,
    ...onRequirements(),
    onDecisions("tieLadder", "rankingBasis", "numberSelected"),
  ],
  async render(context, { subject }) {
    const selection = await selectionOfCard(context.tx, context.campaign.id, subject);
    const actions = selection.state === "proposed" ? decisions(selection.version) : [];
    const view = await selectionView(context, selection, actions);
    return {
      ...view,
      title: phrases.title(selection.version, wordsOf(context.campaign.definition)),
    };
  },
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

async function publishedNotice(context: Context, selection: Selection, words: SelectionWords): Promise<Notice> {
  const changes = await changesOfSelected(context, selection);
  const changed = changes.map((change) => changeWords(change, words));
  return {
    paragraphs: [phrases.noticePublished(), ...(changed.length > 0 ? [phrases.changedAfter(changed, words)] : [])],
    actions: [...(changed.length > 0 ? [correct()] : []), register(selection, words)],
  };
}

async function reopenedWords(context: Context, selection: Selection): Promise<string> {
  const words = wordsOf(context.campaign.definition);
  const changes = (await changesSince(context, selection)).map((change) => changeWords(change, words));
  return phrases.reopenedLead(changes, { approved: selection.decidedAt !== null });
}

async function declinedWords(context: Context, selection: Selection, words: SelectionWords): Promise<string> {
  const opinion = await opinionOf(context, selection);
  return opinion === undefined ? phrases.noticeDeclined(words) : phrases.noticeReturned(opinion, words);
}

const paragraph = (text: string): Block => ({ kind: "text", text });

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

const decisions = (version: number): Action[] => [
  { id: APPROVE, label: phrases.approveLabel(), typed: `批准 ${version}`, look: "primary", subject: String(version) },
  { id: DECLINE, label: phrases.declineLabel(), typed: `不批准 ${version}`, look: "danger", subject: String(version) },
];

const statusOf = ({ state, decidedAt }: Selection): string =>
  state === "reopened" && decidedAt === null ? phrases.reopenedBefore() : phrases[state]();

/** 决定依据 and 审批意见 of an approved or published version. */
async function decisionFacts(
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

/** The full selection with reasons, as it was proposed. For the city only. @param decisions buttons of who decides */
export async function selectionView(
  context: Context,
  selection: Selection,
  decisions: readonly Action[] = [],
): Promise<View> {
  const { version, state, items, recordedAt } = selection;
  const words = await wordsNow(context);
  const selected = items.filter((item) => item.selected);
  const passed = items.filter((item) => !item.selected);
  const departure = await departureReason(context, selection);
  const tie = state === "superseded" ? undefined : tieWords(context, await sectionsKept(context, items, recordedAt));
  const isOpen = state === "proposed" || state === "approved";
  const outstanding = isOpen ? await outstandingLists(context, dayOf(recordedAt)) : undefined;
  const facts = await decisionFacts(context, selection);
  const kept = state === "superseded" ? [] : await keptCases(context, items, recordedAt);
  const paragraphs = [
    await leadOf(context, selection),
    ...(state === "reopened" ? [await reopenedWords(context, selection)] : []),
    ...(state === "declined" ? [await declinedWords(context, selection, words)] : []),
    ...(state === "published" ? (await publishedNotice(context, selection, words)).paragraphs.slice(1) : []),
    tie ?? "",
    outstanding ?? "",
    isOpen ? await requirementsNow(context, selected) : "",
    departure === undefined ? "" : selectionPhrases.departure(departure),
  ];
  return {
    title: selectionPhrases.proposedTitle(version),
    tone: TONES[state],
    status: statusOf(selection),
    body: [
      ...paragraphs.filter(Boolean).map(paragraph),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
      paragraph(selectionPhrases.selectedHeading(selected.length, words)),
      { kind: "list", ordered: true, items: await itemLines(context, selected, recordedAt) },
      ...(passed.length > 0
        ? [
            paragraph(selectionPhrases.passedOverHeading(passed.length, words)),
            { kind: "list" as const, items: await itemLines(context, passed, recordedAt) },
          ]
        : []),
    ],
    actions: [...decisions, ...(await seeChosen(context, kept, decisions.length))],
    footnote: selectionPhrases.unverifiedLead(words),
  };
}

/** What is not met or not clear of the selected cases now, and where 附件1 and the points differ. */
async function requirementsNow(context: Context, selected: readonly { applicationId: string }[]): Promise<string> {
  const lines = (await candidatesOf(context)).flatMap(({ applicationId, name, gate, contradictions }) => {
    if (!selected.some((item) => item.applicationId === applicationId)) return [];
    const said = [...(gate ? [requirementPhrases.short(gate)] : []), ...(contradictions ? [contradictions] : [])];
    return said.length === 0 ? [] : [requirementPhrases.told(name, said.join("；"))];
  });
  return lines.length === 0 ? "" : requirementPhrases.toKnow(lines);
}

async function leadOf({ tx, campaign }: Context, selection: Selection): Promise<string> {
  const { state, items, recordedBy, recordedAt, decidedBy, decidedAt } = selection;
  if (state === "superseded") return phrases.supersededLead();
  const said = {
    by: await nameOf(tx, recordedBy),
    at: momentWords(recordedAt),
    selected: items.filter((item) => item.selected).length,
    of: items.length,
  };
  const lead = phrases.lead(said, wordsOf(campaign.definition));
  if (!decidedBy || !decidedAt) return lead;
  const verdict = state === "declined" ? phrases.declined() : phrases.approveLabel();
  const by = await signedName(tx, campaign.id, { staffId: decidedBy, role: "approver", at: decidedAt });
  return lead + phrases.decided(verdict, by, momentWords(decidedAt));
}
