import { z } from "zod";
import type { ViewForm } from "../../../platform/chat/view.ts";
import { detailFieldName } from "../../../platform/conversation/card-fields.ts";
import { cardPages } from "../../../platform/conversation/card-pages.ts";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import type { Form } from "../../../platform/conversation/field.ts";
import { begin, type FormState } from "../../../platform/conversation/form-state.ts";
import type { Definition } from "../../definition/definition.ts";
import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { ALL_MET, type Entries, HAPPENED_ON, LISTS, NONE, questionsOf, REST, SOME } from "./entries.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import type { FigureValue, RequirementSheet } from "./requirements.ts";

export const DRAFT = "application.requirements";
export const SAVE_PAGE = "requirements.save-page";

const place = z.object({
  /** Open page, from 0; after the last: the whole is shown. */
  page: z.int().min(0),
  /** What was written and not saved, by field. */
  typed: z.record(z.string(), z.string()).default({}),
  problems: z.array(z.string()).default([]),
});
/** Where a district stands with a case's page. */
export type Place = z.infer<typeof place>;

/** Without a place of its own: the first page until something was answered, then the whole. */
export const placeIn = (draft: Draft | undefined, sheet: RequirementSheet | undefined): Place => {
  const read = place.safeParse(draft?.body);
  return read.success ? read.data : { page: sheet ? Number.MAX_SAFE_INTEGER : 0, typed: {}, problems: [] };
};

export const draftName = ({ id, district }: Application) => ({ kind: DRAFT, district, subject: id });

/** The card's pages, as few as fit. */
export function pagesOf(
  context: Context,
  { application, sheet }: { application: Application; sheet: RequirementSheet | undefined },
  { typed }: Pick<Place, "typed">,
): ViewForm[] {
  const { definition } = context.campaign;
  const form: Form = { id: "requirements", title: "", version: 1, fields: questionsOf(definition) };
  const room = { ...context.cards.formRoom, action: SAVE_PAGE, subject: application.id };
  const refused = new Map(Object.entries(typed));
  return cardPages(form, stateOf(form, definition, sheet), { ...room, turns: { isFirst: true, refused } });
}

/** What was answered before, as answers of the form. */
function stateOf(form: Form, definition: Definition, sheet: RequirementSheet | undefined): FormState {
  const state = begin(form);
  if (!sheet) return state;
  const answers: Record<string, FormState["answers"][string]> = {};
  for (const list of LISTS) {
    const ids = Object.keys(sheet.clauses).filter((id) => sheet.clauses[id] === list);
    if (list !== "met" && list !== "notApplicable" && ids.length > 0) answers[list] = ids.join("、");
  }
  if (Object.values(sheet.clauses).includes("met")) answers[REST] = ALL_MET;
  for (const figure of definition.requirements.figures) {
    const value = sheet.figures[figure.id];
    if (value) Object.assign(answers, figureAnswers(figure, value));
  }
  return { ...state, answers };
}

function figureAnswers(
  figure: Definition["requirements"]["figures"][number],
  value: FigureValue,
): Record<string, FormState["answers"][string]> {
  if (figure.kind === "event" && value.kind === "event") {
    const { happenedOn } = value;
    const details: Record<string, string> = happenedOn === null ? {} : { [HAPPENED_ON]: happenedOn };
    return { [figure.asks.key]: { choice: happenedOn === null ? NONE : SOME, details } };
  }
  if (figure.kind === "percent" && value.kind === "percent") return { [figure.asks.key]: value.percent };
  if (figure.kind === "ratio" && value.kind === "ratio") {
    return { [figure.whole.key]: String(value.whole), [figure.part.key]: String(value.part) };
  }
  if (figure.kind !== "count" || value.kind !== "count") return {};
  return {
    [figure.number.key]: String(value.number),
    ...(value.lastOn === null ? {} : { [figure.last.key]: value.lastOn }),
  };
}

/** The submitted values of a page as entries. */
export function entriesFrom(definition: Definition, values: Readonly<Record<string, unknown>>): Entries {
  const textOf = (name: string): string => {
    const value = values[name];
    const [one] = Array.isArray(value) ? value : [value];
    return one === undefined || one === null ? "" : String(one).trim();
  };
  return Object.fromEntries(
    questionsOf(definition).flatMap((question) => {
      const { key, kind } = question;
      const text = textOf(key);
      if (kind !== "declaration") return text === "" ? [] : [[key, text] as const];
      const day = textOf(detailFieldName(question, HAPPENED_ON));
      // A day alone says that it happened.
      const choice = text === "" && day !== "" ? SOME : text;
      return choice === "" ? [] : [[key, eventText(choice, day)] as const];
    }),
  );
}

/** In words, as the reader of declarations takes them. */
function eventText(choice: string, day: string): string {
  if (choice === NONE) return phrases.none();
  return `${choice === SOME ? phrases.some() : choice} ${day}`.trim();
}
