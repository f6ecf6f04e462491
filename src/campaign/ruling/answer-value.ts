import { findDate } from "../../platform/conversation/answers/find-date.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { answerForms } from "./answer-forms.ts";
import { findCampaignDate } from "./campaign-date.ts";
import { levelsOf } from "./levels.ts";

/**
 * Result of parsing an answer. `words`: the engine does not depend on it, people follow the text. `unclear`: the engine
 * needs a value and found none; `forms` lists accepted forms.
 */
export type ReadAnswer = { kind: "value"; value: RulingValue } | { kind: "words" } | { kind: "unclear"; forms: string };

interface ReadContext {
  definition: Definition;
  today: CivilDate;
}

/** `needed`: an answer without value is rejected, because the engine could not enforce it. */
interface Reader {
  needed: boolean;
  forms(definition: Definition): string;
  read(plain: string, context: ReadContext): RulingValue | undefined;
}

/** @param text as typed; normalized to half width for parsing */
export function readAnswer(ruling: string, text: string, context: ReadContext): ReadAnswer {
  const reader = readerOf(ruling, context.definition);
  if (!reader) return { kind: "words" };
  const value = reader.read(text.normalize("NFKC"), context);
  if (value) return { kind: "value", value };
  return reader.needed ? { kind: "unclear", forms: reader.forms(context.definition) } : { kind: "words" };
}

/** Accepted forms of an answer; undefined if any text is accepted. */
export const formsOf = (ruling: string, definition: Definition): string | undefined => {
  const reader = readerOf(ruling, definition);
  return reader?.needed ? reader.forms(definition) : undefined;
};

/** Reader by decision; for rulings on dates and on binding dates, by reference. */
function readerOf(ruling: string, definition: Definition): Reader | undefined {
  const { datePhrases, campaign, rulings } = definition;
  if (datePhrases.dates.some((phrase) => phrase.ruling === ruling)) return dateReader;
  if (campaign.deliverables.some(({ due }) => due.kind === "stageEnd" && due.bindingBy === ruling)) return closesReader;
  const decision = rulings.find(({ id }) => id === ruling)?.decides;
  return decision && readers[decision];
}

const NUMBER = "(\\d{1,3}|[零〇一二三四五六七八九十百两]{1,4})";
const numberBefore = (plain: string, unit: string): number | undefined =>
  readWhole(new RegExp(`(?<![月\\d.])${NUMBER}\\s*(?:${unit})`).exec(plain)?.[1] ?? "");

/** The first clause with yes or no decides: 可以，但不对外发布 is a yes. */
function yesOrNo(plain: string, more = ""): boolean | undefined {
  const no = /不|否|禁止|无须|无需/;
  const yes = new RegExp(`可以|允许|同意|^是|^可|^能|^行${more}`);
  const clause = plain
    .split(/[,;。:]/)
    .map((part) => part.trim())
    .find((part) => no.test(part) || yes.test(part));
  return clause === undefined ? undefined : !no.test(clause);
}

const yesNoReader = (key: string, forms: () => string, more?: string): Reader => ({
  needed: true,
  forms,
  read(plain) {
    const answer = yesOrNo(plain, more);
    return answer === undefined ? undefined : { [key]: answer };
  },
});

const closesReader = yesNoReader("closes", answerForms.closes, "|截止");

/** A named day is inclusive unless excluded; without a day the answer must say which. */
const dateReader: Reader = {
  needed: true,
  forms: answerForms.date,
  read(plain, { definition, today }) {
    const found = findCampaignDate(plain, { definition, today });
    if (!found && findDate(plain, { today, year: definition.campaign.year.value })) return undefined;
    const inclusive = /不(?:包?含|包括|计)/.test(plain) ? false : /(?:包?含|包括)/.test(plain) ? true : undefined;
    if (!found) return inclusive === undefined ? undefined : { inclusive };
    const isOfYear = found.startsWith(`${definition.campaign.year.value}-`);
    return { on: isOfYear ? found.slice(5) : found, inclusive: inclusive ?? true };
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

/** Assigns each row to the rule of its own clause. */
function thresholdRows(plain: string, { definition }: ReadContext): RulingValue | undefined {
  const known = new Set(definition.rubric.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const clauses = plain.split(/[;。]/);
  const rowsWhere = (words: RegExp): string[] =>
    clauses
      .filter((clause) => words.test(clause))
      .flatMap((clause) => (clause.match(/(?<![\d-])\d+-\d+(?![\d-])/g) ?? []).filter((id) => known.has(id)));
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

function rankingBasis(plain: string, { definition }: ReadContext): RulingValue | undefined {
  const levels = levelsOf(definition);
  const district =
    /区级|初评|区\(县/.test(plain) || [levels.district, `各${levels.noun}`].some((one) => plain.includes(one));
  const city =
    /市级|自评|市局/.test(plain) || plain.includes(levels.city) || (!district && /核验分|核验得分/.test(plain));
  if (district === city) return undefined;
  return { basis: district ? "district" : "city" };
}

function yearsNamed(plain: string): RulingValue | undefined {
  const years = numberBefore(plain, "个?(?:完整)?年");
  return years === undefined || years === 0 || years > 20 ? undefined : { yearsBefore: years };
}

/** Number with 个 or the campaign's measure word: 10个, 20户. */
function countNamed(plain: string, { definition }: ReadContext): number | undefined {
  const { measure } = definition.campaign.words.case;
  const units = [...new Set(["个", measure])].join("|");
  const named = numberBefore(plain, units) ?? readWhole(plain.replace(/^(?:正好|恰好|必须)/, "").trim());
  return named === undefined || named === 0 ? undefined : named;
}

const count: Reader["read"] = (plain, context) => {
  const named = countNamed(plain, context);
  return named === undefined ? undefined : { count: named };
};

const maximum: Reader["read"] = (plain, context) => {
  if (/不限|无上限|没有上限|不设上限/.test(plain)) return { maximum: "none" };
  const named = countNamed(plain, context);
  return named === undefined ? undefined : { maximum: named };
};

const reserves: Reader["read"] = (plain, context) => {
  if (/不设|不再?设|无[需须]/.test(plain)) return { reserves: 0 };
  const named = countNamed(plain, context);
  return named === undefined ? undefined : { reserves: named };
};

const members: Reader["read"] = (plain) => {
  const named = numberBefore(plain, "名|人|个");
  return named === undefined || named === 0 ? undefined : { members: named };
};

/** The question asks whether members may see the points. */
const blind: Reader["read"] = (plain) => {
  const maySee = yesOrNo(plain);
  return maySee === undefined ? undefined : { blind: !maySee };
};

/** Text without a readable value is followed by people. */
const optional = (read: Reader["read"]): Reader => ({ needed: false, forms: () => "", read });
const required = (forms: Reader["forms"], read: Reader["read"]): Reader => ({ needed: true, forms, read });

const readers: Partial<Readonly<Record<Decision, Reader>>> = {
  pointStep: required(answerForms.step, stepIn),
  allOrNothing: required(answerForms.thresholds, thresholdRows),
  accidentWindow: optional(yearsNamed),
  penaltyWindow: optional(yearsNamed),
  serviceWindow: optional(yearsNamed),
  numberSelected: required(answerForms.count, count),
  noticePeriod: required(answerForms.notice, noticeDays),
  maximumPerDistrict: required(answerForms.maximum, maximum),
  stageCloses: closesReader,
  applicationDue: dateReader,
  listDue: dateReader,
  reportDue: dateReader,
  rankingBasis: required(answerForms.basis, rankingBasis),
  reserves: optional(reserves),
  membersPerSite: optional(members),
  blindScoring: optional(blind),
  attachmentOverflow: yesNoReader("overflow", answerForms.overflow),
  earlyDisclosure: yesNoReader("allowed", answerForms.allowed),
};
