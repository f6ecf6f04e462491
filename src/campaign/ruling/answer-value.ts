import { simplified } from "../../platform/conversation/simplified.ts";
import type { Definition } from "../definition/definition.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import { answerForms } from "./answer-forms.ts";
import {
  blind,
  cityShare,
  districts,
  onlyFromSelected,
  ownersBodies,
  rankingBasis,
  resultsShared,
  teamScore,
  undecided,
  yesNo,
} from "./readers/choices.ts";
import { dueDay } from "./readers/dates.ts";
import {
  districtMaximum,
  memberCount,
  monthsKept,
  noticeDays,
  pointStep,
  reserveCount,
  selectedCount,
  yearsBefore,
} from "./readers/numbers.ts";
import { isSeveral, type Read, type ReadContext, type Reader } from "./readers/reader.ts";
import { excludedRequirements } from "./readers/requirements.ts";
import { thresholdRows, tieLadder } from "./readers/rows.ts";
import { Taker } from "./readers/taker.ts";

/**
 * Result of parsing an answer. `rest`: what was not read; empty if everything was. `words`: no value, people follow the
 * text. `several`: it can be read in several ways. `unclear`: the engine needs a value and found none; `forms` lists
 * accepted forms.
 */
export type ReadAnswer =
  | { kind: "value"; value: RulingValue; rest: string }
  | { kind: "words" }
  | { kind: "several"; readings: readonly string[] }
  | { kind: "unclear"; forms: string };

/** @param text as typed; in half width and simplified characters for parsing */
export function readAnswer(ruling: string, text: string, context: ReadContext): ReadAnswer {
  const reader = readerOf(ruling, context.definition);
  if (!reader) return { kind: "words" };
  const taker = new Taker(simplified(text.normalize("NFKC")));
  const read = reader.read(taker, context);
  if (read && isSeveral(read)) return { kind: "several", readings: read.several };
  if (read) return { kind: "value", value: read, rest: taker.rest() };
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

/** Text without a readable value is followed by people. */
const optional = (read: Read): Reader => ({ needed: false, forms: () => "", read });
const required = (forms: Reader["forms"], read: Read): Reader => ({ needed: true, forms, read });

const dateReader = required(answerForms.date, dueDay);
const closesReader = required(answerForms.closes, yesNo("closes", /截止日?/, "|截止"));

const readers: Partial<Readonly<Record<Decision, Reader>>> = {
  pointStep: required(answerForms.step, pointStep),
  allOrNothing: required(answerForms.thresholds, thresholdRows),
  excludingRequirements: required(answerForms.excludes, excludedRequirements),
  accidentWindow: optional(yearsBefore),
  cityShare: optional(cityShare),
  ownersBodies: required(answerForms.bodies, ownersBodies),
  penaltyWindow: optional(yearsBefore),
  serviceWindow: optional(yearsBefore),
  tieLadder: required(answerForms.ladder, tieLadder),
  numberSelected: required(answerForms.count, selectedCount),
  noticePeriod: required(answerForms.notice, noticeDays),
  maximumPerDistrict: required(answerForms.maximum, districtMaximum),
  stageCloses: closesReader,
  applicationDue: dateReader,
  listDue: dateReader,
  reportDue: dateReader,
  rankingBasis: required(answerForms.basis, rankingBasis),
  reserves: optional(reserveCount),
  membersPerSite: optional(memberCount),
  blindScoring: optional(blind),
  teamScore: optional(teamScore),
  attachmentOverflow: required(
    answerForms.overflow,
    yesNo("overflow", /另?附页|超出(?:部分|字数)?(?:的)?|超过800字(?:的)?/),
  ),
  countedDistricts: required(answerForms.districts, districts),
  undecidedRequirement: required(answerForms.undecided, undecided),
  resultsToDistricts: optional(resultsShared),
  retention: optional(monthsKept),
  provinceFromSelected: optional(onlyFromSelected),
  earlyDisclosure: required(
    answerForms.allowed,
    yesNo("allowed", /公布(?:之?前)?|向?各?地区|展示|公开|带?分数(?:的)?|排名/),
  ),
};
