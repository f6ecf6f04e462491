import type { Action, Block, View } from "../../platform/chat/view.ts";
import { OPEN_READING, readingOf } from "../definition/rulings-in-force.ts";
import type { Turn } from "../engine/feature.ts";
import { rulingPhrases } from "./phrases.ts";
import { comingOf, pendingOf } from "./rules.ts";
import type { RecordedAnswer } from "./ruling.ts";

type Ruling = Turn["campaign"]["definition"]["rulings"][number];

/** A card has few buttons; the form reaches every ruling. */
const MOST_BUTTONS = 3;
/** More do not fit a card's form; then the number is typed into it. */
const MOST_CHOICES = 30;

interface Sorted {
  open: Ruling[];
  pending: Ruling[];
  answered: Ruling[];
  standing: Ruling[];
}

export interface ListFace {
  answers: readonly RecordedAnswer[];
  /** Whether this person records answers. */
  mayRecord: boolean;
  /** On a card: with a form to choose one from, without the defaults, which are long and asked for by a button. */
  card?: { form: boolean };
  /** Buttons of other parts of the campaign that the card also carries. */
  actions?: readonly Action[];
}

/** Everything the plan leaves open: what waits for an answer, what was answered, and how the rest is read meanwhile. */
export function rulingListView(turn: Turn, face: ListFace): View {
  const { rulings } = turn.campaign.definition;
  const sorted = sort(turn, face.answers);
  return {
    title: rulingPhrases.listTitle(),
    tone: sorted.open.length > 0 ? "near" : "running",
    body: [{ kind: "text", text: counts(turn, sorted) }, ...sections(turn, sorted, face)],
    ...(face.card?.form ? { form: choice(rulings) } : {}),
    actions: [
      ...(face.mayRecord ? sorted.open.slice(0, MOST_BUTTONS).map(answerAction) : []),
      ...(face.card ? [allAction] : []),
      ...(face.actions ?? []),
    ],
    footnote: rulingPhrases.listFootnote(face.mayRecord),
  };
}

/** What a group may read: how many, not what is proposed. */
export const rulingCountsView = (turn: Turn, answers: readonly RecordedAnswer[]): View => ({
  title: rulingPhrases.listTitle(),
  tone: "running",
  body: [{ kind: "text", text: counts(turn, sort(turn, answers)) }],
  actions: [],
  footnote: rulingPhrases.groupLine(),
});

function sort({ campaign: { definition }, rulings, now }: Turn, answers: readonly RecordedAnswer[]): Sorted {
  const of = (wanted: keyof Sorted) =>
    definition.rulings.filter(({ id }) => {
      if (pendingOf(answers, id)) return wanted === "pending";
      if (comingOf(answers, id, now)) return wanted === "answered";
      const { status } = readingOf(definition, id, rulings);
      return wanted === (status === "default" ? "standing" : status);
    });
  return { open: of("open"), pending: of("pending"), answered: of("answered"), standing: of("standing") };
}

const counts = ({ campaign }: Turn, { open, pending, answered }: Sorted): string =>
  rulingPhrases.listCounts({
    all: campaign.definition.rulings.length,
    open: open.length,
    pending: pending.length,
    answered: answered.length,
  });

function sections(turn: Turn, sorted: Sorted, { answers, card }: ListFace): Block[] {
  const text = (id: string) => readingOf(turn.campaign.definition, id, turn.rulings).text;
  return [
    ...section(rulingPhrases.openHeading(), sorted.open, ({ id, line, question, blocks }) =>
      rulingPhrases.openItem(id, line, question, blocks),
    ),
    ...section(rulingPhrases.pendingHeading(), sorted.pending, ({ id, line, question }) =>
      rulingPhrases.pendingItem(id, line, question, pendingOf(answers, id)?.text ?? OPEN_READING),
    ),
    ...section(rulingPhrases.answeredHeading(), sorted.answered, ({ id, line, question }) => {
      const coming = comingOf(answers, id, turn.now);
      return coming
        ? rulingPhrases.comingItem(id, line, question, coming.text, coming.effectiveAt)
        : rulingPhrases.answeredItem(id, line, question, text(id));
    }),
    ...(card
      ? [{ kind: "text" as const, text: rulingPhrases.defaultsLeftOut(sorted.standing.length) }]
      : section(rulingPhrases.defaultHeading(), sorted.standing, ({ id, line, question }) =>
          rulingPhrases.defaultItem(id, line, question, text(id)),
        )),
  ];
}

const section = (heading: string, rulings: readonly Ruling[], item: (ruling: Ruling) => string): Block[] =>
  rulings.length === 0
    ? []
    : [
        { kind: "text", text: heading },
        { kind: "list", items: rulings.map(item) },
      ];

const allAction: Action = {
  id: "ruling.see-all",
  label: rulingPhrases.seeAll(),
  typed: rulingPhrases.seeAll(),
  look: "default",
};

const answerAction = ({ id }: Ruling): Action => ({
  id: "ruling.see",
  label: rulingPhrases.seeOne(id),
  typed: rulingPhrases.seeOne(id),
  look: "primary",
  subject: id,
});

const choice = (rulings: readonly Ruling[]): NonNullable<View["form"]> => ({
  id: "ruling",
  action: "ruling.see",
  submitLabel: rulingPhrases.whichSubmit(),
  fields: [
    {
      name: "ruling",
      label: rulingPhrases.whichField(),
      required: true,
      ...(rulings.length > MOST_CHOICES
        ? { kind: "text" }
        : { kind: "select", options: rulings.map(({ id }) => ({ value: id, text: id })) }),
    },
  ],
});
