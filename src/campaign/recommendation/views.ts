import { type Action, type Block, textView, type View } from "../../platform/chat/view.ts";
import { cardPages } from "../../platform/conversation/card-pages.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { questionView } from "../../platform/conversation/question-view.ts";
import { districtName } from "../application/own-district.ts";
import type { Context } from "../engine/context.ts";
import { fewerReason, type ListDraft, reasonFor, softMinimum } from "./draft.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { RecommendationList } from "./store.ts";

export const SAVE_ORDER = "recommendation.save-order";
export const SAVE_REASONS = "recommendation.save-reasons";

const text = (words: string): Block => ({ kind: "text", text: words });

/** The list while it is drawn up: first the order, then the reasons it asks for, then everything once more. */
export function listView(context: Context, list: ListDraft, said: readonly string[] = []): View {
  const before = said.map(text);
  if (!list.reasons) return orderView(context, list, before);
  const question = openQuestion(list.reasons.form, list.reasons.state);
  return question ? reasonView(context, list, before) : readyView(context, list, before);
}

/** The same for those who type. */
export function typedListView(context: Context, list: ListDraft, said: readonly string[] = []): View {
  const { form: _, ...view } = listView(context, list, said);
  return view;
}

const titleOf = (context: Context, district: string): string => phrases.title(districtName(context, district));

function orderView(context: Context, { draft, district, candidates }: ListDraft, before: readonly Block[]): View {
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
    title: titleOf(context, district),
    tone: "running",
    status: phrases.choosing(),
    body: [
      ...before,
      text(phrases.lead(softMinimum(context))),
      { kind: "list", ordered: true, items: candidates.map(phrases.candidate) },
      text(phrases.askOrder(candidates.length)),
    ],
    ...(context.cards.interactive ? { form } : {}),
    actions: [],
    footnote: phrases.footnote(),
  };
}

function reasonView(context: Context, list: ListDraft, before: readonly Block[]): View {
  const { draft, district, reasons } = list;
  const question = reasons && openQuestion(reasons.form, reasons.state);
  if (!reasons || !question) return readyView(context, list, before);
  const asked = questionView({ ...reasons, frame: {} }, question);
  const room = { ...context.cards.formRoom, action: SAVE_REASONS, subject: draft.id };
  const rest = { ...reasons.form, fields: reasons.form.fields.slice(reasons.form.fields.indexOf(question)) };
  const [page] = context.cards.interactive ? cardPages(rest, reasons.state, room) : [];
  return {
    title: titleOf(context, district),
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

function readyView(context: Context, list: ListDraft, before: readonly Block[]): View {
  const { draft, district, candidates, order } = list;
  const chosen = order.flatMap((id) => candidates.filter(({ application }) => application.id === id));
  const unclear = chosen.filter(({ application }) => application.declaration === "unclear");
  const fewer = fewerReason(list);
  return {
    title: titleOf(context, district),
    tone: "near",
    status: phrases.ready(),
    body: [
      ...before,
      text(phrases.readyLead()),
      {
        kind: "list",
        ordered: true,
        items: chosen.map(({ application, total }) =>
          phrases.item(application.compoundName, total, reasonFor(list, application.id)),
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
export function confirmedView(context: Context, list: RecommendationList, names: readonly string[]): View {
  return {
    title: titleOf(context, list.district),
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

export const leftView = (): View =>
  textView(phrases.formTitle(), phrases.leftLead(), {
    actions: [{ id: "", label: "推荐", typed: "推荐", look: "primary" }],
  });
