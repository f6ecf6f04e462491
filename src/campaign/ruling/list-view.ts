import type { Action, Block, View, ViewField } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { openReading, readingOf } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import { isByHand, waitsFor } from "./enforcement.ts";
import { rulingPhrases } from "./phrases.ts";
import { comingOf, pendingOf } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";

type Ruling = Context["campaign"]["definition"]["rulings"][number];

/** Buttons per card are limited; the form offers every ruling. */
const MAX_BUTTONS = 3;
/** Defaults on a page of the full list. */
const ON_PAGE = 12;
/** Subject of the form, whose fields name the ruling. */
export const CHOSEN = "form";
/** Characters of a question in the select, the most that fits. */
const OPTION_LENGTHS = [40, 26, 18, 14, 10, 7];

interface Sorted {
  open: Ruling[];
  pending: Ruling[];
  answered: Ruling[];
  standing: Ruling[];
}

export interface RulingList {
  answers: readonly RecordedAnswer[];
  /** True if the reader records answers. */
  mayRecord: boolean;
  /** On a card: adds a form to choose a ruling. */
  card?: { form: boolean };
  /** Actions of later parts. */
  actions?: readonly Action[];
}

/** All rulings: open, answered, and at their default. */
export function rulingListView(context: Context, list: RulingList): View {
  const { rulings } = context.campaign.definition;
  const sorted = sort(context, list.answers);
  const { open, pending, answered } = sorted;
  // Where there is no room for the defaults, they are read on their pages and named by their number.
  const form = list.card?.form
    ? (choice(context, rulings) ?? choice(context, [...open, ...pending, ...answered], { others: sorted.standing }))
    : undefined;
  return {
    title: rulingPhrases.listTitle(context.campaign.definition),
    tone: sorted.open.length > 0 ? "near" : "running",
    body: [{ kind: "text", text: counts(context, sorted) }, ...sections(context, sorted, list)],
    ...(form ? { form } : {}),
    actions: [
      // Beside the form its own button is the primary act.
      ...(list.mayRecord
        ? sorted.open
            .slice(0, MAX_BUTTONS)
            .map((one, at) => answerAction(one, at === 0 && !form ? "primary" : "default"))
        : []),
      ...(sorted.standing.length > 0 ? [allAction] : []),
      ...(list.actions ?? []),
    ],
    footnote: rulingPhrases.listFootnote(list.mayRecord, exampleOf(context.campaign.definition)),
  };
}

/**
 * 全部口径: the rulings at their default, a page at a time.
 *
 * @param page from 1; beyond the last: the last
 * @param form on a card of whoever records answers: one of the page can be chosen
 */
export function defaultsPage(
  context: Context,
  answers: readonly RecordedAnswer[],
  { page, form = false }: { page: number; form?: boolean },
): View {
  const { definition } = context.campaign;
  const { standing } = sort(context, answers);
  const pages = Math.max(1, Math.ceil(standing.length / ON_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const onPage = standing.slice((shown - 1) * ON_PAGE, shown * ON_PAGE);
  const items = onPage.map(({ id, question }) =>
    rulingPhrases.defaultItem(id, question, {
      text: readingOf(definition, id, context.rulings).text,
      byHand: isByHand(context, id),
    }),
  );
  const next = `${rulingPhrases.seeAll()} ${shown + 1}`;
  const chosen = form ? choice(context, onPage) : undefined;
  return {
    title: rulingPhrases.defaultsTitle(shown, pages),
    tone: "running",
    body: [
      { kind: "heading", text: rulingPhrases.defaultHeading() },
      { kind: "list", items },
    ],
    ...(chosen ? { form: chosen } : {}),
    actions:
      shown < pages ? [{ ...allAction, label: rulingPhrases.nextPage(), typed: next, subject: String(shown + 1) }] : [],
  };
}

/** For groups: counts only, without proposed answers. */
export const rulingCountsView = (context: Context, answers: readonly RecordedAnswer[]): View => ({
  title: rulingPhrases.listTitle(context.campaign.definition),
  tone: "running",
  body: [{ kind: "text", text: counts(context, sort(context, answers)) }],
  actions: [],
  footnote: rulingPhrases.groupLine(),
});

function sort({ campaign: { definition }, rulings, now }: Context, answers: readonly RecordedAnswer[]): Sorted {
  const of = (wanted: keyof Sorted) =>
    definition.rulings.filter(({ id }) => {
      if (pendingOf(answers, id)) return wanted === "pending";
      if (comingOf(answers, id, now)) return wanted === "answered";
      const { status } = readingOf(definition, id, rulings);
      return wanted === (status === "default" ? "standing" : status);
    });
  return { open: of("open"), pending: of("pending"), answered: of("answered"), standing: of("standing") };
}

const counts = ({ campaign }: Context, { open, pending, answered }: Sorted): string =>
  rulingPhrases.listCounts(campaign.definition, {
    all: campaign.definition.rulings.length,
    open: open.length,
    pending: pending.length,
    answered: answered.length,
  });

function sections(context: Context, sorted: Sorted, { answers }: RulingList): Block[] {
  const text = (id: string) => readingOf(context.campaign.definition, id, context.rulings).text;
  return [
    ...section(rulingPhrases.openHeading(), sorted.open, ({ id, question }) =>
      rulingPhrases.openItem(id, question, waitsFor(context.campaign.definition, id)),
    ),
    ...section(rulingPhrases.pendingHeading(context.campaign.definition), sorted.pending, ({ id, question }) =>
      rulingPhrases.pendingItem(id, question, pendingOf(answers, id)?.text ?? openReading(context.campaign.definition)),
    ),
    ...section(rulingPhrases.answeredHeading(), sorted.answered, ({ id, question }) => {
      const coming = comingOf(answers, id, context.now);
      return coming
        ? rulingPhrases.comingItem(id, question, coming.text, coming.effectiveAt)
        : rulingPhrases.answeredItem(id, question, text(id));
    }),
    ...(sorted.standing.length > 0
      ? [{ kind: "text" as const, text: rulingPhrases.defaultsLeftOut(sorted.standing.length) }]
      : []),
  ];
}

function exampleOf(definition: Definition): { ruling: string; answer: string } {
  const notice = rulingDeciding(definition, "noticePeriod");
  if (notice) return { ruling: notice.id, answer: rulingPhrases.noticeAnswer() };
  return { ruling: definition.rulings[0]?.id ?? "", answer: rulingPhrases.anyAnswer() };
}

const section = (heading: string, rulings: readonly Ruling[], item: (ruling: Ruling) => string): Block[] =>
  rulings.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items: rulings.map(item) },
      ];

const allAction: Action = {
  id: "ruling.see-all",
  label: rulingPhrases.seeAll(),
  typed: rulingPhrases.seeAll(),
  look: "default",
  subject: "1",
};

const answerAction = ({ id }: Ruling, look: Action["look"]): Action => ({
  id: "ruling.see",
  label: rulingPhrases.seeOne(id),
  typed: rulingPhrases.seeOne(id),
  look,
  subject: id,
});

/**
 * Options carry as much of their questions as the form has room for; none where there is no room or nothing to choose.
 * @param others with a field for the number of one of these, which are not among the options
 */
function choice(
  { cards }: Context,
  rulings: readonly Ruling[],
  { others = [] }: { others?: readonly Ruling[] } = {},
): View["form"] {
  const { limit, measure } = cards.formRoom;
  const field = { name: "ruling", label: rulingPhrases.whichField(), required: others.length === 0 } as const;
  const number = others.slice(0, 1).map(
    ({ id }): ViewField => ({
      ...{ name: "other", kind: "text", label: rulingPhrases.otherField(), required: false },
      placeholder: rulingPhrases.otherExample(id),
    }),
  );
  const selects = OPTION_LENGTHS.map(
    (length): ViewField => ({
      ...field,
      kind: "select",
      options: rulings.map(({ id, question }) => ({
        value: id,
        text: rulingPhrases.option(id, shortened(question, length)),
      })),
    }),
  );
  const fitting = rulings.length === 0 ? undefined : selects.find((select) => measure([select, ...number]) <= limit);
  const fields = [...(fitting ? [fitting] : []), ...number];
  if (fields.length === 0) return undefined;
  return { id: "ruling", action: "ruling.see", subject: CHOSEN, submitLabel: rulingPhrases.whichSubmit(), fields };
}

const shortened = (question: string, length: number): string =>
  [...question].length > length ? `${[...question].slice(0, length).join("")}…` : question;
