import { type Action, type Block, textView, type View } from "../../platform/chat/view.ts";
import { cardPages } from "../../platform/conversation/card-pages.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { questionView } from "../../platform/conversation/question-view.ts";
import { districtName } from "../definition/districts.ts";
import type { Context } from "../engine/context.ts";
import { categoryOf, type ListDraft, numberReason, reasonFor } from "./draft.ts";
import {
  exportName,
  type ListWords,
  leadSource,
  listSource,
  listWords,
  numberWords,
  pendingTold,
  rulesFor,
} from "./list-words.ts";
import { exampleOrder } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { RecommendationList } from "./store.ts";

export const SAVE_ORDER = "recommendation.save-order";
export const SAVE_REASONS = "recommendation.save-reasons";

const text = (words: string): Block => ({ kind: "text", text: words });

/** The list card during entry: the order, then the required reasons, then a summary. */
export function listView(context: Context, list: ListDraft, said: readonly string[] = []): View {
  const before = said.map(text);
  if (!list.reasons) return orderView(context, list, before);
  const question = openQuestion(list.reasons.form, list.reasons.state);
  return question ? reasonView(context, list, before) : readyView(context, list, before);
}

/** {@link listView} for typed answers. */
export function typedListView(context: Context, list: ListDraft, said: readonly string[] = []): View {
  const { form: _, ...view } = listView(context, list, said);
  return view;
}

const titleOf = (context: Context, district: string): string =>
  phrases.title(districtName(context.campaign.definition, district));

const wordsIn = ({ campaign }: Context, district: string): ListWords => listWords(campaign.definition, district);

function orderView(context: Context, list: ListDraft, before: readonly Block[]): View {
  const { draft, district, candidates, barred } = list;
  const words = wordsIn(context, district);
  const rules = rulesFor(context, district);
  const example = exampleOrder(rules, candidates.length);
  const numbers = rules.map((rule) => numberWords(context, rule));
  const field = {
    name: "order",
    label: phrases.orderLabel(),
    kind: "text" as const,
    required: true,
    placeholder: phrases.orderPlaceholder(example),
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
      text(phrases.lead(words, numbers, leadSource(context, district))),
      {
        kind: "list",
        ordered: true,
        items: candidates.map((one) => phrases.candidate(one, { words, category: categoryOf(context, one)?.name })),
      },
      ...(barred.length > 0 ? [text(phrases.barred(barred, words))] : []),
      text(phrases.askOrder(example, words)),
    ],
    ...(context.cards.interactive ? { form } : {}),
    actions: [],
    footnote: phrases.footnote(listSource(context, district)),
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
    footnote: phrases.footnote(listSource(context, district)),
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
  const words = wordsIn(context, district);
  const fewer = numberReason(context, list);
  return {
    title: titleOf(context, district),
    tone: "near",
    status: phrases.ready(),
    body: [
      ...before,
      text(phrases.readyLead(words)),
      {
        kind: "list",
        ordered: true,
        items: chosen.map(({ application, total }) =>
          phrases.item(application.compoundName, total, reasonFor(list, application.id)),
        ),
      },
      ...(fewer === undefined ? [] : [text(phrases.numberReason(fewer.fit, fewer.reason))]),
      ...(unclear.length > 0
        ? [
            text(
              phrases.pending(
                unclear.map(({ application }) => application.compoundName),
                words,
                pendingTold(context),
              ),
            ),
          ]
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
    footnote: phrases.footnote(listSource(context, district)),
  };
}

const exportAction = (name: string): Action => ({
  id: "export.make",
  label: phrases.exportList(name),
  typed: `导出 ${name}`,
  look: "primary",
  subject: name,
});

/** A confirmed list. @param names of the cases, in the list's order */
export function confirmedView(context: Context, list: RecommendationList, names: readonly string[]): View {
  const { district, version, late } = list;
  const { cases, to } = wordsIn(context, district);
  const exported = exportName(context, district);
  return {
    title: titleOf(context, district),
    tone: "done",
    status: phrases.confirmed(),
    body: [
      text(phrases.confirmedLead(cases(names.length), { version, late, to })),
      { kind: "list", ordered: true, items: names },
    ],
    actions: [
      ...(exported === undefined ? [] : [exportAction(exported)]),
      { id: "recommendation.start", label: phrases.another(), typed: "推荐", look: "default" },
    ],
    footnote: phrases.footnote(listSource(context, district)),
  };
}

export const leftView = (): View =>
  textView(phrases.formTitle(), phrases.leftLead(), {
    actions: [{ id: "", label: "推荐", typed: "推荐", look: "primary" }],
  });
