import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import { applicationSubmitted } from "../application/events.ts";
import { momentWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { EVERY } from "../engine/events.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { sheetFinalized } from "../scoring/events.ts";
import { NOTICE_CARD } from "./decide.ts";
import { selectionChanged } from "./events.ts";
import { declineReason, departureReason } from "./given-reasons.ts";
import { itemLines } from "./item-lines.ts";
import { approvalPhrases as phrases, selectionPhrases } from "./phrases.ts";
import { APPROVAL_CARD } from "./propose.ts";
import type { Selection, SelectionState } from "./selection.ts";
import { nameOf, selectionOfCard } from "./store.ts";
import { type SelectionWords, wordsOf } from "./words.ts";

export const APPROVE = "selection.approve";
export const DECLINE = "selection.decline";

const TONES: Record<SelectionState, Tone> = {
  proposed: "near",
  approved: "done",
  declined: "overdue",
  superseded: "closed",
  published: "done",
};

/** The approver's card for one version. */
export const approvalRenderer: CardRenderer = {
  kind: APPROVAL_CARD,
  redrawOn: [
    redrawOn(selectionChanged, ({ version }) => String(version)),
    // The card shows each compound's name and points.
    redrawOn(applicationSubmitted),
    redrawOn(sheetFinalized, ({ ledger }) => (ledger === "district" ? EVERY : [])),
  ],
  async render(context, { subject }) {
    const selection = await selectionOfCard(context.tx, context.campaign.id, subject);
    const actions = selection.state === "proposed" ? decisions(selection.version) : [];
    return {
      ...(await selectionView(context, selection)),
      title: phrases.title(selection.version, wordsOf(context.campaign.definition)),
      actions,
    };
  },
};

/** The organizers' card for one version: the approver's decision and the next actions. */
export const noticeRenderer: CardRenderer = {
  kind: NOTICE_CARD,
  redrawOn: [redrawOn(selectionChanged, ({ version }) => String(version))],
  async render(context, { subject }) {
    const selection = await selectionOfCard(context.tx, context.campaign.id, subject);
    return noticeView(wordsOf(context.campaign.definition), selection, await declineReason(context, selection));
  },
};

const leads: Record<SelectionState, (words: SelectionWords) => string> = {
  proposed: () => "",
  approved: phrases.noticeApproved,
  declined: phrases.noticeDeclined,
  superseded: phrases.supersededLead,
  published: phrases.noticePublished,
};

function noticeView(words: SelectionWords, { version, state }: Selection, reason: string | undefined): View {
  const lead = leads[state](words) + (reason === undefined ? "" : phrases.declineReason(reason));
  const again: Action = { id: "selection.choose", label: selectionPhrases.again(), typed: "择优", look: "default" };
  const publish: Action = { id: "publication.preview", label: phrases.publishLabel(), typed: "公布", look: "primary" };
  return {
    title: phrases.title(version, words),
    tone: TONES[state],
    status: phrases[state](),
    body: lead === "" ? [] : [{ kind: "text", text: lead }],
    actions:
      state === "approved" ? [...(words.publishes ? [publish] : []), again] : state === "declined" ? [again] : [],
  };
}

const decisions = (version: number): Action[] => [
  { id: APPROVE, label: phrases.approveLabel(), typed: `批准 ${version}`, look: "primary", subject: String(version) },
  { id: DECLINE, label: phrases.declineLabel(), typed: `不批准 ${version}`, look: "danger", subject: String(version) },
];

/** The full selection with reasons. For the city only. */
export async function selectionView(context: Context, selection: Selection): Promise<View> {
  const { version, state, items } = selection;
  const words = wordsOf(context.campaign.definition);
  const selected = items.filter((item) => item.selected);
  const passed = items.filter((item) => !item.selected);
  const departure = await departureReason(context, selection);
  const body: Block[] = [
    { kind: "text", text: await leadOf(context, selection) },
    ...(departure === undefined ? [] : [{ kind: "text" as const, text: selectionPhrases.departure(departure) }]),
    { kind: "text", text: selectionPhrases.selectedHeading(selected.length, words) },
    { kind: "list", ordered: true, items: await itemLines(context, selected) },
    ...(passed.length > 0
      ? [
          { kind: "text" as const, text: selectionPhrases.passedOverHeading(passed.length, words) },
          { kind: "list" as const, items: await itemLines(context, passed) },
        ]
      : []),
  ];
  return {
    title: selectionPhrases.proposedTitle(version),
    tone: TONES[state],
    status: phrases[state]() + selectionPhrases.unverified(words),
    body,
    actions: [],
    footnote: selectionPhrases.unverifiedLead(words),
  };
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
  const verdict = state === "declined" ? phrases.declined() : phrases.approved();
  if (!decidedBy || !decidedAt) return lead;
  return lead + phrases.decided(verdict, await nameOf(tx, decidedBy), momentWords(decidedAt));
}
