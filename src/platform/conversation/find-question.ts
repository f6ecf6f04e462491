import { distance as editDistance } from "fastest-levenshtein";
import type { Form, Question } from "./field.ts";
import { readWhole } from "./numerals.ts";
import { compactAnswer } from "./plain.ts";

export type Found =
  /** `exact`: by label, key or number. */
  { kind: "one"; question: Question; exact: boolean } | { kind: "unclear"; candidates: readonly Question[] };

const MAX_NEAREST = 3;
const MAX_CANDIDATES = 6;
const PLACE = /^第?(.+?)(?:项|题|个)?$/;

/** Finds a question by its label or part of it, by its number in the form (第4项), or by edit distance. */
export function findQuestion(form: Form, name: string): Found {
  const plain = compactAnswer(name).toLowerCase();
  const label = (question: Question): string => compactAnswer(question.label).toLowerCase();
  const place = readWhole(PLACE.exec(plain)?.[1] ?? "");
  const exact =
    form.fields.find((question) => label(question) === plain || question.key.toLowerCase() === plain) ??
    (place === undefined ? undefined : form.fields[place - 1]);
  if (exact) return { kind: "one", question: exact, exact: true };
  for (const fits of [
    (question: Question) => plain !== "" && label(question).startsWith(plain),
    (question: Question) => plain !== "" && label(question).includes(plain),
    (question: Question) => editDistance(label(question), plain) <= Math.floor(label(question).length / 4),
  ]) {
    const [first, ...more] = form.fields.filter(fits);
    if (first && more.length === 0) return { kind: "one", question: first, exact: false };
    if (first) return { kind: "unclear", candidates: [first, ...more].slice(0, MAX_CANDIDATES) };
  }
  // …七月三十一号所属街道: more was said before the label.
  const [last, second] = form.fields.filter((question) => plain.endsWith(label(question)));
  return { kind: "unclear", candidates: last && !second ? [last] : nearest(form, plain, label) };
}

const nearest = (form: Form, plain: string, label: (question: Question) => string): Question[] =>
  form.fields
    .map((question) => ({ question, distance: editDistance(label(question), plain) / label(question).length }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAREST)
    .map(({ question }) => question);
