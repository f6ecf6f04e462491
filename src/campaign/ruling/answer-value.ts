import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { answerForms } from "./phrases.ts";

/**
 * What the engine makes of an answer in words. `words`: nothing in the engine hangs on it, people follow the text.
 * `unclear`: the engine needs a value and finds none; `forms` says what it understands.
 */
export type ReadAnswer = { kind: "value"; value: RulingValue } | { kind: "words" } | { kind: "unclear"; forms: string };

interface ReadContext {
  definition: Definition;
  today: CivilDate;
}

/** `needed`: without a value the answer could not be enforced, so it is not recorded. */
interface Reader {
  needed: boolean;
  forms: string;
  read(plain: string, context: ReadContext): RulingValue | undefined;
}

/** @param text as typed; read in half width, kept as it is */
export function readAnswer(ruling: string, text: string, context: ReadContext): ReadAnswer {
  const reader = readerOf(ruling, context.definition);
  if (!reader) return { kind: "words" };
  const value = reader.read(text.normalize("NFKC"), context);
  if (value) return { kind: "value", value };
  return reader.needed ? { kind: "unclear", forms: reader.forms } : { kind: "words" };
}

/** What people may write as an answer; nothing where any words do. */
export const formsOf = (ruling: string, definition: Definition): string | undefined => {
  const reader = readerOf(ruling, definition);
  return reader?.needed ? reader.forms : undefined;
};

/** Rulings on dates are known from the definition; the others carry the meaning that their numbers have everywhere. */
function readerOf(ruling: string, { datePhrases, campaign }: Definition): Reader | undefined {
  if (datePhrases.dates.some((phrase) => phrase.ruling === ruling)) return dateReader;
  if (campaign.deliverables.some(({ due }) => due.kind === "stageEnd" && due.bindingBy === ruling)) return closesReader;
  return readers[ruling];
}

const NUMBER = "(\\d{1,3}|[零〇一二三四五六七八九十百两]{1,4})";
const numberBefore = (plain: string, unit: string): number | undefined =>
  readWhole(new RegExp(`(?<![月\\d.])${NUMBER}\\s*(?:${unit})`).exec(plain)?.[1] ?? "");

/** The first clause that says yes or no decides: 可以，但不对外发布 is a yes. */
function yesOrNo(plain: string, more = ""): boolean | undefined {
  const no = /不|否|禁止|无须|无需/;
  const yes = new RegExp(`可以|允许|同意|^是|^可|^能|^行${more}`);
  const clause = plain
    .split(/[,;。:]/)
    .map((part) => part.trim())
    .find((part) => no.test(part) || yes.test(part));
  return clause === undefined ? undefined : !no.test(clause);
}

const yesNoReader = (key: string, forms: string, more?: string): Reader => ({
  needed: true,
  forms,
  read(plain) {
    const answer = yesOrNo(plain, more);
    return answer === undefined ? undefined : { [key]: answer };
  },
});

const closesReader = yesNoReader("closes", answerForms.closes, "|截止");

/** A named day counts with it, unless the answer leaves it out; without a day the answer must say whether it counts. */
const dateReader: Reader = {
  needed: true,
  forms: answerForms.date,
  read(plain, { definition, today }) {
    const year = definition.campaign.year.value;
    const found = findDate(plain, { today, year });
    if (found && !found.date.startsWith(`${year}-`)) return undefined;
    const inclusive = /不(?:包?含|包括|计)/.test(plain) ? false : /(?:包?含|包括)/.test(plain) ? true : undefined;
    if (!found) return inclusive === undefined ? undefined : { inclusive };
    return { on: found.date.slice(5), inclusive: inclusive ?? true };
  },
};

const STEPS = [0.1, 0.2, 0.25, 0.5, 1];

function stepIn(plain: string): RulingValue | undefined {
  if (/不[^,;。]*半分/.test(plain)) return { step: 1 };
  if (/半分/.test(plain)) return { step: 0.5 };
  if (/整数|整分/.test(plain)) return { step: 1 };
  const step = Number(/(\d(?:\.\d{1,2})?)\s*分/.exec(plain)?.[1]);
  return STEPS.includes(step) ? { step } : undefined;
}

/** Each row belongs to what its own clause says. */
function thresholdRows(plain: string, { definition }: ReadContext): RulingValue | undefined {
  const known = new Set(definition.rubric.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const clauses = plain.split(/[;。]/);
  const rowsWhere = (words: RegExp): string[] =>
    clauses
      .filter((clause) => words.test(clause))
      .flatMap((clause) => (clause.match(/\d-\d/g) ?? []).filter((id) => known.has(id)));
  const asked = rowsWhere(/酌情|逐个|逐项/);
  const allOrNothing = rowsWhere(/满分|0分|零分|不得分/).filter((id) => !asked.includes(id));
  return allOrNothing.length + asked.length === 0 ? undefined : { allOrNothing, asked };
}

function noticeDays(plain: string): RulingValue | undefined {
  if (/不(?:再|作|进行|予|需要?|用)*公示|无[需须]公示|免于?公示/.test(plain)) return { days: 0, workingDays: false };
  const working = numberBefore(plain, "个?工作日");
  if (working !== undefined) return { days: working, workingDays: true };
  const days = numberBefore(plain, "个?自然日|天|日");
  return days === undefined ? undefined : { days, workingDays: false };
}

function rankingBasis(plain: string): RulingValue | undefined {
  const district = /区级|初评|区\(县/.test(plain);
  const city = /市级|自评|市局/.test(plain) || (!district && /核验分|核验得分/.test(plain));
  if (district === city) return undefined;
  return { basis: district ? "district" : "city" };
}

function yearsNamed(plain: string): RulingValue | undefined {
  const years = numberBefore(plain, "个?(?:完整)?年");
  return years === undefined || years === 0 || years > 20 ? undefined : { yearsBefore: years };
}

function countNamed(plain: string): number | undefined {
  const named = numberBefore(plain, "个") ?? readWhole(plain.replace(/^(?:正好|恰好|必须)/, "").trim());
  return named === undefined || named === 0 ? undefined : named;
}

const count = (plain: string): RulingValue | undefined => {
  const named = countNamed(plain);
  return named === undefined ? undefined : { count: named };
};

function maximum(plain: string): RulingValue | undefined {
  if (/不限|无上限|没有上限|不设上限/.test(plain)) return { maximum: "none" };
  const named = countNamed(plain);
  return named === undefined ? undefined : { maximum: named };
}

const readers: Readonly<Record<string, Reader>> = {
  R3: { needed: true, forms: answerForms.step, read: stepIn },
  R4: { needed: true, forms: answerForms.thresholds, read: thresholdRows },
  R6: { needed: false, forms: "", read: yearsNamed },
  R9: { needed: true, forms: answerForms.count, read: count },
  R10: { needed: true, forms: answerForms.notice, read: noticeDays },
  R12: { needed: true, forms: answerForms.maximum, read: maximum },
  R14: { needed: true, forms: answerForms.basis, read: rankingBasis },
  R23: { needed: false, forms: "", read: yearsNamed },
  R24: yesNoReader("overflow", answerForms.overflow),
  R28: yesNoReader("allowed", answerForms.allowed),
};
