import { z } from "zod";
import type { ViewField, ViewForm } from "../../../platform/chat/view.ts";
import { detailFieldName } from "../../../platform/conversation/card-fields.ts";
import { cardPages } from "../../../platform/conversation/card-pages.ts";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import type { Form, Question } from "../../../platform/conversation/field.ts";
import { begin, type FormState } from "../../../platform/conversation/form-state.ts";
import { THEN, turnField } from "../../../platform/conversation/page-turn.ts";
import { pageSubject } from "../../../platform/conversation/shared-work.ts";
import type { Definition } from "../../definition/definition.ts";
import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import {
  ALL_MET,
  type Entries,
  figureQuestions,
  HAPPENED_ON,
  LISTS,
  NONE,
  questionsOf,
  REST,
  SOME,
} from "./entries.ts";
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
  /** 不符合 5-3: what was understood of refused messages, until something is recorded of the same clauses. */
  unsaved: z.string().exactOptional(),
});
/** Where a district stands with a case's page. */
export type Place = z.infer<typeof place>;

/** Without a place of its own: the first page until something was answered, then the whole. */
export const placeIn = (draft: Draft | undefined, sheet: RequirementSheet | undefined): Place => {
  const read = place.safeParse(draft?.body);
  return read.success ? read.data : { page: sheet ? Number.MAX_SAFE_INTEGER : 0, typed: {}, problems: [] };
};

export const draftName = ({ id, district }: Application) => ({ kind: DRAFT, district, subject: id });

/**
 * The card's pages: the lists, then the figures. Their breaks do not depend on what is given, so that a field stays on its
 * page.
 */
export function pagesOf(
  context: Context,
  { application, sheet }: { application: Application; sheet: RequirementSheet | undefined },
  { typed }: Pick<Place, "typed">,
): ViewForm[] {
  const { definition } = context.campaign;
  const room = {
    ...context.cards.formRoom,
    action: SAVE_PAGE,
    subject: pageSubject(application.id, sheet?.version ?? 0),
  };
  const pages = (fields: readonly Question[], refused: Place["typed"], answered = sheet): ViewForm[] => {
    const form: Form = { id: "requirements", title: "", version: 1, fields };
    const turns = { isFirst: false, refused: new Map(Object.entries(refused)) };
    const state = stateOf(form, definition, answered);
    return cardPages(
      form,
      { ...state, answers: { ...state.answers, ...chosenIn(fields, refused) } },
      { ...room, turns },
    );
  };
  return groupsOf(definition, (fields) => pages(fields, longest(fields)).length === 1).map((fields, at) => {
    // Long texts that do not fit are not put back; what is saved stands above the form.
    const [page] = [pages(fields, typed), pages(fields, {}), pages(fields, {}, undefined)].find(
      (drawn) => drawn.length === 1,
    ) ?? [undefined];
    if (!page) throw new Error(`page ${at + 1} of the requirements does not fit`);
    const own = at === 0 ? page.fields.map(withoutBack) : page.fields;
    return { ...page, id: `requirements-${at + 1}`, fields: own };
  });
}

const withoutBack = (field: ViewField): ViewField => (field.name === THEN ? turnField({ isFirst: true }) : field);

/** What was chosen on a page that was not saved; texts are put back by the page itself. */
function chosenIn(fields: readonly Question[], typed: Place["typed"]): FormState["answers"] {
  return Object.fromEntries(
    fields.flatMap(({ key, kind }): (readonly [string, FormState["answers"][string]])[] => {
      const text = typed[key];
      if (text === undefined) return [];
      if (kind === "choice") return [[key, ALL_MET]];
      const [day] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
      if (kind === "date") return day === undefined ? [] : [[key, day]];
      if (kind !== "declaration") return [];
      const details: Record<string, string> = day === undefined ? {} : { [HAPPENED_ON]: day };
      return [[key, { choice: text.startsWith(phrases.none()) ? NONE : SOME, details }]];
    }),
  );
}

/** A text as long as people usually write, for each field that takes one. */
const longest = (fields: readonly Question[]): Place["typed"] =>
  Object.fromEntries(fields.map(({ key }) => [key, "0".repeat(USUAL)]));
const USUAL = 16;

/** The lists on a page of their own, the figures on as few as fit. */
function groupsOf(definition: Definition, fits: (fields: readonly Question[]) => boolean): Question[][] {
  const questions = questionsOf(definition);
  const isList = ({ key }: Question): boolean => key === REST || LISTS.some((list) => list === key);
  const groups: Question[][] = [questions.filter(isList)];
  // What belongs to one figure is read together.
  for (const figure of definition.requirements.figures.map(figureQuestions)) {
    const last = groups.length > 1 ? groups.at(-1) : undefined;
    if (last && fits([...last, ...figure])) last.push(...figure);
    else if (figure.length > 0) groups.push(figure);
  }
  return groups;
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
