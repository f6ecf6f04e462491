import type { Form, Question } from "../../platform/conversation/field.ts";
import type { FormState } from "../../platform/conversation/form-state.ts";
import { applicationForm } from "../application/form.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import type { Definition } from "../definition/definition.ts";
import { decided, fieldFor } from "../definition/purposes.ts";
import { boundsOf } from "../definition/quotas.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { latenessNow } from "./lateness.ts";
import { listWords, misfitSource, numberWords, rulesFor } from "./list-words.ts";
import { departures } from "./merit.ts";
import { boundsTogether, type Misfit, misfitsOf } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { ListCandidate } from "./rules.ts";

const FEWER = "fewerReason";
const LATE = "lateReason";
const MAX_REASON = 200;

/** A district's choice, before or after its order is entered. */
export interface Choice {
  district: string;
  /** In the proposed order. */
  candidates: readonly ListCandidate[];
  /** Application ids; empty until the order is entered. */
  order: readonly string[];
  /** 无推荐: the district states that it recommends nobody. */
  none: boolean;
}

/** Form with the answers to it. */
export interface Reasons {
  form: Form;
  state: FormState;
}

/** Reasons asked for: departures from the proposed order, 无推荐 or a broken 原则上 rule, lateness. */
export function reasonsForm(context: Context, choice: Choice): Form {
  const words = listWords(context.campaign.definition, choice.district);
  const of = choice.none
    ? [reasonField(FEWER, phrases.noneLabel(), phrases.noneHelp(words))]
    : [...departureFields(context, choice), ...unmetFields(context, choice), ...numberFields(context, choice)];
  const late =
    latenessNow(context, choice.district) === "late"
      ? [reasonField(LATE, phrases.lateLabel(), phrases.lateHelp())]
      : [];
  return { id: "recommendation", title: phrases.formTitle(), version: 1, fields: [...of, ...late] };
}

/** The same for an order that others have joined or left since: any candidate may have departed from what was proposed then. */
export function formerReasonsForm(context: Context, choice: Choice): Form {
  const form = reasonsForm(context, choice);
  const isAsked = (id: string): boolean => form.fields.some(({ key }) => key === id);
  const others = choice.candidates
    .filter(({ application }) => !isAsked(application.id))
    .map(({ application }) => reasonField(application.id, phrases.reasonLabel(application.compoundName), ""));
  return { ...form, fields: [...form.fields, ...others] };
}

/** Candidates with their ids, for the rules of the proposed order. */
export const ordered = (candidates: readonly ListCandidate[]) =>
  candidates.map((merit) => ({ id: merit.application.id, merit }));

/** As far as its name goes. */
export interface Named {
  application: { id: string; compoundName: string };
}

export const namesOf = (candidates: readonly Named[], ids: readonly string[]): string[] =>
  ids.map((id) => candidates.find(({ application }) => application.id === id)?.application.compoundName ?? id);

function departureFields(context: Context, { candidates, order, district }: Choice): Question[] {
  const words = listWords(context.campaign.definition, district);
  return [...departures(ordered(candidates), order)].map(([id, departure]) =>
    reasonField(id, phrases.reasonLabel(namesOf(candidates, [id]).join("")), phrases.reasonHelp[departure](words)),
  );
}

/** A case with a requirement that is not met is not recommended silently; a ruling may do without the reason. */
function unmetFields({ campaign, rulings }: Context, { candidates, order }: Choice): Question[] {
  const { reasonRequired } = decided(campaign.definition, "excludingRequirements", rulings);
  if (reasonRequired === false) return [];
  return order.flatMap((id) => {
    const candidate = candidates.find(({ application }) => application.id === id);
    if (!candidate?.gate || candidate.gate.unmet.length === 0) return [];
    const label = requirementPhrases.unmetLabel(candidate.application.compoundName);
    const unmet = requirementPhrases.short(candidate.gate, nounsOf(campaign.definition));
    return [reasonField(unmetKey(id), label, requirementPhrases.unmetHelp(unmet))];
  });
}

export const unmetKey = (id: string): string => `unmet-${id}`;

function numberFields(context: Context, choice: Choice): Question[] {
  const words = listWords(context.campaign.definition, choice.district);
  return softMisfits(context, choice).map((misfit) => {
    const { figure, category, ...rest } = numberWords(context, misfit.rule);
    const { least = 0, most = 0 } = boundsOf(misfit.rule.quota);
    const of = { measure: words.measure, ...(category === undefined ? {} : { category }) };
    return reasonField(
      numberKey(misfit),
      phrases.numberLabel(misfit.fit, misfit.fit === "tooFew" ? least : most, of),
      phrases.numberHelp({ figure, category, ...rest }, words),
    );
  });
}

/** Broken 原则上 rules on the number of cases; each needs a reason. Without those that a hard maximum makes impossible. */
function softMisfits(context: Context, choice: Choice): Misfit[] {
  if (choice.none) return [];
  const { most = Number.POSITIVE_INFINITY } = boundsTogether(rulesFor(context, choice.district));
  return misfits(context, choice).filter(
    ({ rule, fit, count }) => rule.quota.soft && !(fit === "tooFew" && rule.category === undefined && count >= most),
  );
}

/** @returns a sentence about the first broken hard rule on the number of cases; undefined if none is broken */
export function numberProblem(context: Context, choice: Choice): string | undefined {
  if (choice.none) return undefined;
  const hard = misfits(context, choice).find(({ rule }) => !rule.quota.soft);
  if (!hard) return undefined;
  const { measure } = listWords(context.campaign.definition, choice.district);
  return phrases.numberRefused(hard.count, numberWords(context, hard.rule), {
    measure,
    source: misfitSource(context, hard),
  });
}

function misfits(context: Context, { candidates, district, order }: Choice): Misfit[] {
  const categories = order.map((id) => {
    const candidate = candidates.find(({ application }) => application.id === id);
    return candidate && categoryOf(context, candidate)?.id;
  });
  return misfitsOf(rulesFor(context, district), categories);
}

/** 类别 of a candidate; undefined in campaigns without categories. */
export function categoryOf(context: Context, { application }: ListCandidate): Category | undefined {
  const field = fieldFor(applicationForm(context), "category");
  const answer = field && application.answers[field.key];
  return context.campaign.definition.campaign.categories.find(({ id }) => id === answer);
}

type Category = Definition["campaign"]["categories"][number];

const numberKey = ({ rule }: Misfit): string => (rule.category === undefined ? FEWER : `${FEWER}-${rule.category}`);

const reasonField = (key: string, label: string, help: string): Question => ({
  key,
  label,
  kind: "longText",
  required: true,
  maxCharacters: MAX_REASON,
  help,
});

interface Given extends Choice {
  reasons: Reasons | undefined;
}

/** Reason entered under the key, e.g. an application id. */
const reasonFor = ({ reasons }: Given, key: string): string | undefined => {
  const answer = reasons?.state.answers[key];
  return typeof answer === "string" ? answer : undefined;
};

/** Why a case stands on the list where it stands, and why in spite of what it does not meet. */
export function caseReason(list: Given, id: string): string | undefined {
  const given = [reasonFor(list, id), reasonFor(list, unmetKey(id))].filter((reason) => reason !== undefined);
  return given.length === 0 ? undefined : given.join("；");
}

/** Reason for being late; undefined if the list is in time or no reason is entered. */
export const lateReason = (list: Given): string | undefined => reasonFor(list, LATE);

/**
 * Reason for 无推荐, or for breaking a 原则上 rule; undefined if there is neither, or no reason is entered.
 */
export function numberReason(
  context: Context,
  list: Given,
): { fit: Misfit["fit"] | "none"; reason: string } | undefined {
  if (list.none) {
    const reason = reasonFor(list, FEWER);
    return reason === undefined ? undefined : { fit: "none", reason };
  }
  const given = softMisfits(context, list).flatMap((misfit) => {
    const reason = reasonFor(list, numberKey(misfit));
    return reason === undefined ? [] : [{ fit: misfit.fit, reason }];
  });
  const [first] = given;
  return first && { fit: first.fit, reason: given.map(({ reason }) => reason).join("；") };
}
