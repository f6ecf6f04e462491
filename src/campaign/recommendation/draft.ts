import { z } from "zod";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Form, Question } from "../../platform/conversation/field.ts";
import { begin, type FormState, restoreState } from "../../platform/conversation/form-state.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { applicationForm } from "../application/form.ts";
import { hasReview } from "../application/offered.ts";
import { applicationsOf } from "../application/store.ts";
import { workDistrict } from "../application/work-district.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWithin } from "../definition/districts.ts";
import { fieldFor } from "../definition/purposes.ts";
import { boundsOf } from "../definition/quotas.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { sheetsOf } from "../scoring/store.ts";
import { levelOf, recommendingDistricts } from "./levels.ts";
import { listWords, misfitSource, numberWords, rulesFor, unclearBlocks } from "./list-words.ts";
import { type Misfit, misfitsOf } from "./numbers.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { type BarredCase, barredOf, candidatesOf, departures, type ListCandidate, type Scoring } from "./rules.ts";
import { listsInForce } from "./store.ts";

export const DRAFT = "recommendation.list";
export const DIALOGUE = "recommendation.list";
export const LIST_CARD = "recommendation.list";
const FEWER = "fewerReason";
const MAX_REASON = 200;

/** 推荐名单 in preparation. */
export interface ListDraft {
  draft: Draft;
  district: string;
  candidates: readonly ListCandidate[];
  /** Cases at the same step with a bar against recommendation. */
  barred: readonly BarredCase[];
  /** Application ids; empty until the order is entered. */
  order: readonly string[];
  /** Form for the required reasons; undefined until the order is entered. */
  reasons: { form: Form; state: FormState } | undefined;
}

const listBody = z.object({ order: z.array(z.string()), reasons: z.unknown().optional() });

/** Continues or starts the district's list. @throws {RefusalError} if there are no candidates */
export async function takeUpList(context: PersonContext, request: CommandRequest): Promise<ListDraft> {
  const { person, drafts } = context;
  const work = { word: phrases.word(), among: recommendingDistricts(context) };
  const name = { kind: DRAFT, district: workDistrict(context, request, work) };
  const [known] = await drafts.unfinished(name);
  const draft = known ?? (await drafts.start({ ...name, startedBy: person.staffId, body: { order: [] } }));
  const list = await listDraftOf(context, draft);
  if (list.candidates.length > 0) return list;
  const words = listWords(context.campaign.definition, list.district);
  const barred = list.barred.length > 0 ? phrases.barred(list.barred, words) : "";
  throw new RefusalError("recommendation.nothing", phrases.nothingYet(words) + barred);
}

/** @throws {RefusalError} if the list is confirmed or belongs to another district */
export async function openList(context: PersonContext, draftId: string): Promise<ListDraft> {
  const draft = await context.drafts.read(draftId);
  const isOwn = context.person.roles.some(({ district }) => district !== undefined && district === draft?.district);
  if (!draft || !isOwn || draft.state === "done") throw new RefusalError("recommendation.not-open", phrases.notOpen());
  return listDraftOf(context, draft);
}

export async function listDraftOf(context: Context, draft: Draft): Promise<ListDraft> {
  const district = draft.district ?? "";
  const applications = await applicationsBefore(context, district);
  const fields = { scoring: await scoringIn(context), unclearBlocks: unclearBlocks(context) };
  const candidates = candidatesOf(applications, fields);
  const barred = barredOf(applications, fields);
  const body = listBody.parse(draft.body);
  // Drops cases that are no longer candidates, e.g. withdrawn ones.
  const order = body.order.filter((id) => candidates.some(({ application }) => application.id === id));
  const list = { draft, district, candidates, barred, order };
  if (order.length === 0) return { ...list, reasons: undefined };
  const form = reasonsForm(context, list);
  const state = body.reasons === undefined ? begin(form) : restoreState(form, body.reasons).state;
  return { ...list, reasons: { form, state } };
}

/** Applications at the step before: submitted in the district, or recommended by the districts below. */
async function applicationsBefore({ tx, campaign }: Context, district: string): Promise<Application[]> {
  const { definition } = campaign;
  if (levelOf(definition, district) === 1) return applicationsOf(tx, campaign.id, { district });
  const lists = await listsInForce(tx, campaign.id);
  const listed = districtsWithin(definition, district).flatMap(({ id }) => lists.get(id)?.items ?? []);
  const applications = await applicationsOf(tx, campaign.id);
  return applications.filter(({ id }) => listed.some(({ applicationId }) => applicationId === id));
}

async function scoringIn({ tx, campaign: { id: campaignId, definition } }: Context): Promise<Scoring | undefined> {
  if (!hasReview(definition)) return undefined;
  return { rubric: definition.rubric, sheets: await sheetsOf(tx, { campaignId, ledger: "district" }) };
}

/** Saves the order and clears the reasons. */
export const setOrder = (context: PersonContext, list: ListDraft, order: readonly string[]): Promise<ListDraft> =>
  save(context, { ...list, order, reasons: undefined });

export const setReasons = async (context: PersonContext, list: ListDraft, state: FormState): Promise<ListDraft> =>
  list.reasons ? save(context, { ...list, reasons: { ...list.reasons, state } }) : list;

async function save(context: PersonContext, { draft, order, reasons }: ListDraft): Promise<ListDraft> {
  const body = { order, ...(reasons ? { reasons: reasons.state } : {}) };
  return listDraftOf(context, await context.drafts.save(draft, { body, state: "open" }));
}

function reasonsForm(context: Context, list: Omit<ListDraft, "reasons">): Form {
  const { candidates, order, district } = list;
  const words = listWords(context.campaign.definition, district);
  const nameOf = (id: string) =>
    candidates.find(({ application }) => application.id === id)?.application.compoundName ?? id;
  const departing = departures(candidates, order).map((id) =>
    reasonField(id, phrases.reasonLabel(nameOf(id)), phrases.reasonHelp(words)),
  );
  const fewer = softMisfits(context, list).map((misfit) => {
    const { figure, category, ...rest } = numberWords(context, misfit.rule);
    const { least = 0, most = 0 } = boundsOf(misfit.rule.quota);
    const of = { measure: words.measure, ...(category === undefined ? {} : { category }) };
    return reasonField(
      numberKey(misfit),
      phrases.numberLabel(misfit.fit, misfit.fit === "tooFew" ? least : most, of),
      phrases.numberHelp({ figure, category, ...rest }, words),
    );
  });
  return { id: "recommendation", title: phrases.formTitle(), version: 1, fields: [...departing, ...fewer] };
}

/** Broken 原则上 rules on the number of cases. Each needs a reason. */
const softMisfits = (context: Context, list: Omit<ListDraft, "reasons">): Misfit[] =>
  misfits(context, list, list.order).filter(({ rule }) => rule.quota.soft);

/** @returns a sentence about the first broken hard rule on the number of cases; undefined if none is broken */
export function numberProblem(context: Context, list: ListDraft, order = list.order): string | undefined {
  const hard = misfits(context, list, order).find(({ rule }) => !rule.quota.soft);
  if (!hard) return undefined;
  const { measure } = listWords(context.campaign.definition, list.district);
  return phrases.numberRefused(hard.count, numberWords(context, hard.rule), {
    measure,
    source: misfitSource(context, hard),
  });
}

function misfits(
  context: Context,
  { candidates, district }: Pick<ListDraft, "candidates" | "district">,
  order: readonly string[],
): Misfit[] {
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

/** Reason entered under the key: an application id, or {@link FEWER}. */
export const reasonFor = ({ reasons }: ListDraft, key: string): string | undefined => {
  const answer = reasons?.state.answers[key];
  return typeof answer === "string" ? answer : undefined;
};

/** Reason for breaking a 原则上 rule; undefined if no rule is broken or no reason is entered. */
export function numberReason(context: Context, list: ListDraft): { fit: Misfit["fit"]; reason: string } | undefined {
  const given = softMisfits(context, list).flatMap((misfit) => {
    const reason = reasonFor(list, numberKey(misfit));
    return reason === undefined ? [] : [{ fit: misfit.fit, reason }];
  });
  const [first] = given;
  return first && { fit: first.fit, reason: given.map(({ reason }) => reason).join("；") };
}
