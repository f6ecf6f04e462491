import type { Question } from "../../../platform/conversation/field.ts";
import type { Definition } from "../../definition/definition.ts";
import { rulingDeciding } from "../../definition/purposes.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { clausesOf, type Figure } from "./requirements.ts";

/** What was written, by field: `rest`, the lists, and the key of each figure. Words and cards make the same entries. */
export type Entries = Readonly<Record<string, string>>;

export const LISTS = ["notMet", "unclear", "notApplicable", "met"] as const;
export type List = (typeof LISTS)[number];

export const REST = "rest";
/** Value of {@link REST}: every clause that is not named is met. */
export const ALL_MET = "met";
/** Choices of an event. */
export const NONE = "none";
export const SOME = "some";

/** Ids of the clauses that may be 不适用: those under a ruling on what a case does not have. */
export function mayNotApply(definition: Definition): string[] {
  const ruling = rulingDeciding(definition, "notApplicable")?.id;
  if (ruling === undefined) return [];
  return clausesOf(definition)
    .filter(({ rulings }) => rulings.includes(ruling))
    .map(({ id }) => id);
}

/** Questions of the card, in order: the lists, then what has a figure. Nothing is required, nothing preset. */
export function questionsOf(definition: Definition): Question[] {
  const { fields } = phrases;
  const na = mayNotApply(definition);
  const list = (key: List & keyof typeof fields, example: string): Question => ({
    ...{ key, label: fields[key], kind: "text", required: false, example },
  });
  const ids = clausesOf(definition).map(({ id }) => id);
  const two = [ids[0], ids.at(-2)].filter((id) => id !== undefined).join("、");
  return [
    list("notMet", two),
    list("unclear", two),
    ...(na.length > 0 ? [list("notApplicable", phrases.naExample(na[0] ?? ""))] : []),
    {
      ...{ key: REST, label: fields.rest, kind: "choice", required: false },
      options: [{ value: ALL_MET, text: phrases.restOption() }],
    },
    ...definition.requirements.figures.flatMap(figureQuestions),
  ];
}

/** Questions of one figure; none where the application form asks already. */
export function figureQuestions(figure: Figure): Question[] {
  const text = ({ key, label }: { key: string; label: string }): Question => ({
    ...{ key, label, kind: "text", required: false },
  });
  switch (figure.kind) {
    case "form":
      return [];
    case "event":
      return [eventQuestion(figure.asks)];
    case "percent":
      return [{ ...text(figure.asks), kind: "percent" }];
    case "ratio":
      return [text(figure.whole), text(figure.part)];
    case "count":
      return [text(figure.number), { ...text(figure.last), kind: "date" }];
  }
}

export const HAPPENED_ON = "happenedOn";

const eventQuestion = ({ key, label }: { key: string; label: string }): Question => ({
  ...{ key, label, kind: "declaration", required: false },
  options: [
    { value: NONE, text: phrases.none() },
    {
      value: SOME,
      text: phrases.some(),
      detail: [{ key: HAPPENED_ON, label: phrases.happenedOn(), kind: "date" }],
    },
  ],
});
