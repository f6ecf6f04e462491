import { type Action, type Block, textView, type View } from "../../platform/chat/view.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { questionView } from "../../platform/conversation/question-view.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { besideForm, namedCases, seeCases } from "../application/see-case.ts";
import { districtName } from "../definition/districts.ts";
import { decided } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { barredWords } from "./barred.ts";
import type { ListDraft } from "./draft.ts";
import { seeGaps } from "./gaps-page/views.ts";
import { type ListWords, leadSource, listSource, listWords, numberWords, pendingTold, rulesFor } from "./list-words.ts";
import { favoured } from "./merit.ts";
import { exampleOrder } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { reasonPage } from "./reason-page.ts";
import { caseReason, categoryOf, lateReason, namesOf, numberReason, ordered } from "./reasons.ts";
import { hasLeft, ORDER, refusedOf, standingLines } from "./shared-list.ts";

export const SAVE_ORDER = "recommendation.save-order";
/** Longer texts are not put back into the field of the order. */
const MOST_TYPED = 60;

const text = (words: string): Block => ({ kind: "text", text: words });

/** The list card during entry: the order, then the required reasons, then a summary. */
export function listView(context: Context, list: ListDraft, said: readonly string[] = []): View {
  const before = [...standingLines(context, list), ...said].map(text);
  if (!list.reasons) return orderView(context, list, before);
  const question = openQuestion(list.reasons.form, list.reasons.state);
  return question ? reasonView(context, list, before) : readyView(context, list, before);
}

/** {@link listView} on the viewer's card. */
export const listCardView = (context: Context, list: ListDraft): View =>
  hasLeft(list) ? { ...leftView(), actions: [takeUp()] } : listView(context, list);

const takeUp = (): Action => ({
  id: "recommendation.start",
  label: phrases.word(),
  typed: phrases.word(),
  look: "primary",
});

/** {@link listView} for typed answers. */
export function typedListView(context: Context, list: ListDraft, said: readonly string[] = []): View {
  const { form: _, ...view } = listView(context, list, said);
  return view;
}

/** A list that was not reported before 公布. */
export const closedListView = (context: Context, district: string): View =>
  textView(titleOf(context, district), phrases.closedLead(wordsIn(context, district)), {
    tone: "closed",
    status: phrases.closedStatus(),
  });

export const titleOf = (context: Context, district: string): string =>
  phrases.title(districtName(context.campaign.definition, district));

const wordsIn = ({ campaign }: Context, district: string): ListWords => listWords(campaign.definition, district);

function orderView(context: Context, list: ListDraft, before: readonly Block[]): View {
  const { draft, district, candidates, barred, change } = list;
  const words = wordsIn(context, district);
  const byFigure = candidates.filter(({ figure }) => figure !== undefined).length > 1;
  const proposed = candidates.length > 1 ? phrases.proposed(words, byFigure) : "";
  const rules = rulesFor(context, district);
  const example = exampleOrder(rules, candidates.length);
  const numbers = rules.map((rule) => numberWords(context, rule));
  const refused = refusedOf(list).find(({ key, typed }) => key === ORDER && [...typed].length <= MOST_TYPED);
  const field = {
    name: "order",
    label: phrases.orderLabel(),
    kind: "text" as const,
    required: true,
    placeholder: phrases.orderPlaceholder(example),
    ...(refused === undefined ? {} : { value: refused.typed }),
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
      ...(change ? [text(phrases.changedSince(change, words))] : []),
      text(phrases.lead(words, numbers, leadSource(context, district))),
      {
        kind: "list",
        ordered: true,
        items: candidates.map((one) => phrases.candidate(one, { words, category: categoryOf(context, one)?.name })),
      },
      ...(barred.length > 0 ? [text(barredWords(context, list))] : []),
      ...(proposed === "" ? [] : [text(proposed)]),
      ...againstBlocks(namedCases(candidates.map(({ application }) => application)), list.against),
      text(phrases.askOrder(example, candidates.length, words)),
    ],
    ...(context.cards.interactive ? { form } : {}),
    actions: seeUnsaved(context, list),
    footnote: phrases.footnote(listSource(context, district)),
  };
}

/** Beside the form, which it does not save. */
function seeUnsaved(
  { campaign: { definition }, cards }: Context,
  { candidates }: Pick<ListDraft, "candidates">,
  beside = 0,
): Action[] {
  const cases = namedCases(candidates.map(({ application }) => application));
  const actions = seeCases(definition, cases, beside);
  return cards.interactive ? besideForm(actions) : actions;
}

function reasonView(context: Context, list: ListDraft, before: readonly Block[]): View {
  const { draft, district, reasons } = list;
  const question = reasons && openQuestion(reasons.form, reasons.state);
  if (!reasons || !question) return readyView(context, list, before);
  const asked = questionView({ ...reasons, frame: {} }, question);
  const page = context.cards.interactive ? reasonPage(context, list) : undefined;
  return {
    title: titleOf(context, district),
    tone: "running",
    status: phrases.reasoning(),
    body: [...before, ...asked.body],
    ...(page ? { form: { ...page, submitLabel: phrases.saveReasons() } } : {}),
    actions: [...(page ? besideForm([reorder(draft.id)]) : [reorder(draft.id)]), ...seeUnsaved(context, list, 1)],
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
  const { draft, district, none } = list;
  const words = wordsIn(context, district);
  const reason = numberReason(context, list);
  const late = lateReason(list);
  return {
    title: titleOf(context, district),
    tone: "near",
    status: phrases.ready(),
    body: [
      ...before,
      ...(none ? [text(phrases.noneLead(words))] : chosenBlocks(context, list)),
      ...(reason === undefined ? [] : [text(phrases.numberReason(reason.fit, reason.reason))]),
      ...(late === undefined ? [] : [text(phrases.lateReason(late))]),
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
      ...(gapless(list) ? [] : [seeGaps(draft.id)]),
      ...seeCases(context.campaign.definition, namedCases(chosenOf(list)), 3),
    ],
    footnote: phrases.footnote(listSource(context, district)),
  };
}

const gapless = ({ gaps, order }: ListDraft): boolean => order.every((id) => (gaps.get(id) ?? []).length === 0);

/** In their order. */
const chosenOf = ({ order, candidates }: ListDraft) =>
  order.flatMap((id) =>
    candidates.filter(({ application }) => application.id === id).map(({ application }) => application),
  );

/** The chosen cases, and what is to be known of them. */
function chosenBlocks(context: Context, list: ListDraft): Block[] {
  const { district, candidates, order } = list;
  const words = wordsIn(context, district);
  const chosen = order.flatMap((id) => candidates.filter(({ application }) => application.id === id));
  const unclear = chosen.filter(({ application }) => application.declaration === "unclear");
  const ahead = namesOf(candidates, favoured(ordered(candidates), order));
  const names = unclear.map(({ application }) => application.compoundName);
  return [
    text(phrases.readyLead(words)),
    {
      kind: "list",
      ordered: true,
      items: chosen.map(({ application, total, onBehalf }) =>
        phrases.item(phrases.marked(application.compoundName, onBehalf), total, caseReason(list, application.id)),
      ),
    },
    ...(ahead.length > 0 ? [text(phrases.favoured(ahead, words))] : []),
    ...(unclear.length > 0 ? [text(phrases.pending(names, words, pendingTold(context)))] : []),
    ...requirementBlocks(context, { chosen, contradictions: list.contradictions }),
    ...againstBlocks(namedCases(chosenOf(list)), list.against),
    ...gapBlocks(list, chosen),
  ];
}

/** Opinions that do not agree, for people to weigh. */
export function againstBlocks(
  cases: readonly { id: string; name: string }[],
  against: ReadonlyMap<string, readonly string[]>,
): Block[] {
  const items = cases.flatMap(({ id, name }) => {
    const offices = against.get(id) ?? [];
    return offices.length > 0 ? [phrases.against(name, offices)] : [];
  });
  return items.length > 0 ? [text(phrases.againstLead()), { kind: "list", items }] : [];
}

/** What the chosen cases still lack. */
function gapBlocks({ gaps }: ListDraft, chosen: ListDraft["candidates"]): Block[] {
  const items = chosen.flatMap(({ application: { id, compoundName } }) => {
    const lacking = gaps.get(id) ?? [];
    return lacking.length > 0 ? [phrases.gap(compoundName, lacking)] : [];
  });
  return items.length > 0 ? [text(phrases.gapsLead()), { kind: "list", items }] : [];
}

/** What is not met or not clear of the chosen cases, and where 附件1 and the points differ. */
function requirementBlocks(
  context: Context,
  { chosen, contradictions }: { chosen: ListDraft["candidates"]; contradictions: ListDraft["contradictions"] },
): Block[] {
  const nouns = nounsOf(context.campaign.definition);
  const open = chosen.flatMap(({ application, gate }) =>
    gate ? [requirementPhrases.told(application.compoundName, requirementPhrases.short(gate, nouns))] : [],
  );
  const differing = chosen.flatMap(({ application: { id, compoundName: name } }) => {
    const found = contradictions.get(id) ?? [];
    return found.length > 0 ? [{ name, found }] : [];
  });
  const { atPublication } = decided(context.campaign.definition, "undecidedRequirement", context.rulings);
  const waits = atPublication !== "warn" && chosen.some(({ gate }) => gate && gate.unclear.length > 0);
  return [
    ...(open.length > 0 ? [{ kind: "list" as const, items: open }] : []),
    ...(waits ? [text(requirementPhrases.waits())] : []),
    ...(differing.length > 0
      ? [
          text(requirementPhrases.contradictionsLead()),
          { kind: "list" as const, items: phrases.contradictions(differing, nouns) },
        ]
      : []),
  ];
}

export const cancelledView = (said: string): View =>
  textView(phrases.cancelledTitle(), said, {
    actions: [{ id: "", label: "推荐", typed: "推荐", look: "default" }],
  });

export const leftView = (): View =>
  textView(phrases.formTitle(), phrases.leftLead(), {
    actions: [{ id: "", label: "推荐", typed: "推荐", look: "primary" }],
  });
