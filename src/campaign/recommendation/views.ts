import type { Action, Block, View } from "../../platform/chat/view.ts";
import { cardPages } from "../../platform/conversation/card-pages.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { questionView } from "../../platform/conversation/question-view.ts";
import type { Turn } from "../engine/feature.ts";
import { fewerReason, type Listing, reasonFor, softMinimum } from "./listing.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { RecommendationList } from "./store.ts";

export const SAVE_ORDER = "recommendation.save-order";
export const SAVE_REASONS = "recommendation.save-reasons";

const text = (words: string): Block => ({ kind: "text", text: words });

/** The list while it is drawn up: first the order, then the reasons it asks for, then everything once more. */
export function listingView(turn: Turn, listing: Listing, said: readonly string[] = []): View {
  const before = said.map(text);
  if (!listing.reasons) return orderView(turn, listing, before);
  const question = openQuestion(listing.reasons.form, listing.reasons.state);
  return question ? reasonView(turn, listing, before) : readyView(turn, listing, before);
}

const titleOf = ({ campaign }: Turn, district: string): string =>
  phrases.title(campaign.definition.campaign.districts.find(({ id }) => id === district)?.name ?? district);

function orderView(turn: Turn, { draft, district, candidates }: Listing, before: readonly Block[]): View {
  const field = {
    name: "order",
    label: phrases.orderLabel(),
    kind: "text" as const,
    required: true,
    placeholder: phrases.orderPlaceholder(),
  };
  const form = {
    id: "order",
    action: SAVE_ORDER,
    subject: draft.id,
    submitLabel: phrases.saveOrder(),
    fields: [field],
  };
  return {
    title: titleOf(turn, district),
    tone: "running",
    status: phrases.choosing(),
    body: [
      ...before,
      text(phrases.lead(softMinimum(turn))),
      { kind: "list", ordered: true, items: candidates.map(phrases.candidate) },
      text(phrases.askOrder(candidates.length)),
    ],
    ...(turn.cards.interactive ? { form } : {}),
    actions: [],
    footnote: phrases.footnote(),
  };
}

function reasonView(turn: Turn, listing: Listing, before: readonly Block[]): View {
  const { draft, district, reasons } = listing;
  const question = reasons && openQuestion(reasons.form, reasons.state);
  if (!reasons || !question) return readyView(turn, listing, before);
  const asked = questionView({ ...reasons, frame: {} }, question);
  const room = { ...turn.cards.formRoom, action: SAVE_REASONS, subject: draft.id };
  const rest = { ...reasons.form, fields: reasons.form.fields.slice(reasons.form.fields.indexOf(question)) };
  const [page] = turn.cards.interactive ? cardPages(rest, reasons.state, room) : [];
  return {
    title: titleOf(turn, district),
    tone: "running",
    status: phrases.reasoning(),
    body: [...before, ...asked.body],
    ...(page ? { form: { ...page, submitLabel: phrases.saveReasons() } } : {}),
    actions: [reorder(draft.id)],
    footnote: phrases.footnote(),
  };
}

const reorder = (subject: string): Action => ({
  id: "recommendation.reorder",
  label: phrases.reorder(),
  typed: phrases.reorder(),
  look: "default",
  subject,
});

function readyView(turn: Turn, listing: Listing, before: readonly Block[]): View {
  const { draft, district, candidates, order } = listing;
  const chosen = order.flatMap((id) => candidates.filter(({ application }) => application.id === id));
  const unclear = chosen.filter(({ application }) => application.declaration === "unclear");
  const fewer = fewerReason(listing);
  return {
    title: titleOf(turn, district),
    tone: "near",
    status: phrases.ready(),
    body: [
      ...before,
      text(phrases.readyLead()),
      {
        kind: "list",
        ordered: true,
        items: chosen.map(({ application, total }) =>
          phrases.item(application.compoundName, total, reasonFor(listing, application.id)),
        ),
      },
      ...(fewer === undefined ? [] : [text(phrases.fewer(fewer))]),
      ...(unclear.length > 0
        ? [text(phrases.pending(unclear.map(({ application }) => application.compoundName)))]
        : []),
    ],
    actions: [
      {
        id: "recommendation.confirm",
        label: phrases.confirm(),
        typed: phrases.confirm(),
        look: "primary",
        subject: draft.id,
      },
      reorder(draft.id),
    ],
    footnote: phrases.footnote(),
  };
}

/** The list as confirmed. @param names of the compounds in the list's order */
export function confirmedView(turn: Turn, list: RecommendationList, names: readonly string[]): View {
  return {
    title: titleOf(turn, list.district),
    tone: "done",
    status: phrases.confirmed(),
    body: [
      text(phrases.confirmedLead(names.length, list.version, list.late)),
      { kind: "list", ordered: true, items: names },
    ],
    actions: [
      { id: "export.make", label: phrases.exportAnnex(), typed: "导出 附件4", look: "primary", subject: "附件4" },
      { id: "recommendation.start", label: phrases.another(), typed: "推荐", look: "default" },
    ],
    footnote: phrases.footnote(),
  };
}
