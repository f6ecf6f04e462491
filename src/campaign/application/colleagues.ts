import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import { type Form, questionByKey } from "../../platform/conversation/field.ts";
import { longTextSummary } from "../../platform/conversation/question-view.ts";
import { type Change, type Conflict, shareOf, shownTo } from "../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Context } from "../engine/context.ts";
import type { ApplicationDraft } from "./draft.ts";
import { namedForm } from "./form.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/** How a value of shared work is named and shown. */
export interface ShownValues {
  label(key: string): string;
  value(key: string, value: AnswerValue): string;
}

/** More changes than this are counted, not listed. */
const MOST_LISTED = 8;

/** Sentences on what colleagues changed; none without changes. */
export function changeLines(
  { people }: Pick<Context, "people">,
  changes: readonly Change[],
  as: ShownValues,
): string[] {
  if (changes.length === 0) return [];
  const replaced = changes.filter(({ before }) => before !== undefined);
  const added = changes.filter(({ before }) => before === undefined);
  const listed = [...replaced, ...added].slice(0, MOST_LISTED);
  const shown = (key: string, value: AnswerValue | undefined) =>
    value === undefined ? undefined : as.value(key, value);
  return [
    phrases.colleaguesChanged(),
    ...listed.map(({ key, by, before, after }) =>
      phrases.changed(nameOf(people, by), as.label(key), { before: shown(key, before), after: shown(key, after) }),
    ),
    ...(changes.length > listed.length ? [phrases.moreChanges(changes.length - listed.length)] : []),
  ];
}

export const nameOf = (people: Context["people"], person: string): string =>
  people.find(({ staffId }) => staffId === (person as StaffId))?.name ?? phrases.someColleague();

export const formValues = (form: Form): ShownValues => ({
  label: (key) => questionByKey(form, key)?.label ?? key,
  value: (key, value) => {
    const question = questionByKey(form, key);
    if (!question) return String(value);
    return question.kind === "longText" && typeof value === "string"
      ? longTextSummary(value)
      : showAnswer(question, value);
  },
});

/** What colleagues changed since the viewer last looked. */
export const colleagueLines = (context: Context, { work, viewer, state }: ApplicationDraft): string[] =>
  changeLines(context, shownTo(work, viewer), formValues(namedForm(context, state)));

interface Contested {
  conflicts: readonly Conflict[];
  /** The values as they are, by key. */
  present: Readonly<Record<string, AnswerValue>>;
  as: ShownValues;
}

/** Values that differ from a colleague's newer ones, as sentences. */
export const conflictSentences = (
  { people }: Pick<Context, "people">,
  { conflicts, present, as }: Contested,
): string[] =>
  conflicts.map(({ key, by, mine }) => {
    const theirs = present[key];
    return phrases.conflict(nameOf(people, by), as.label(key), {
      theirs: theirs === undefined ? phrases.empty() : as.value(key, theirs),
      mine: as.value(key, mine),
    });
  });

/** The viewer's values that differ from a colleague's newer ones, as sentences. */
export const conflictLines = (context: Context, { work, viewer, state }: ApplicationDraft): string[] =>
  conflictSentences(context, {
    conflicts: shareOf(work, viewer).conflicts,
    present: state.answers,
    as: formValues(namedForm(context, state)),
  });
