import { z } from "zod";
import type { Asks } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Form } from "../../platform/conversation/field.ts";
import { begin, type FormState, nextOpen, restoreState } from "../../platform/conversation/form-state.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import type { Outcome } from "../../platform/conversation/outcome.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { hasReview } from "../application/offered.ts";
import { enteredForOthers } from "../application/on-behalf.ts";
import type { Contradiction } from "../application/requirements/requirements.ts";
import { type CaseStanding, standingsOf } from "../application/requirements/standing.ts";
import { applicationsOf } from "../application/store.ts";
import { workDistrict } from "../application/work-district.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { contradictionsIn } from "../scoring/beside-requirements.ts";
import { sheetsOf } from "../scoring/store.ts";
import { barredWords } from "./barred.ts";
import { levelOf, recommendingDistricts } from "./levels.ts";
import { assertChangeable } from "./list-step.ts";
import { listWords, unclearBlocks } from "./list-words.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { type Choice, type Reasons, reasonsForm } from "./reasons.ts";
import { type BarredCase, barredOf, type CandidateChange, candidatesOf, changeSince, type Scoring } from "./rules.ts";
import { listsInForce } from "./store.ts";

export const DRAFT = "recommendation.list";
export const DIALOGUE = "recommendation.list";
export const LIST_CARD = "recommendation.list";

/** 推荐名单 in preparation. */
export interface ListDraft extends Choice {
  draft: Draft;
  /** Cases at the same step with a bar against recommendation. */
  barred: readonly BarredCase[];
  /** Where 附件1 and the points differ, by application id. */
  contradictions: ReadonlyMap<string, readonly Contradiction[]>;
  /** What has changed since an order was entered; the order is then asked for again. */
  change: CandidateChange | undefined;
  /** Form for the required reasons; undefined until the order, or 无推荐, is entered. */
  reasons: Reasons | undefined;
}

const listBody = z.object({
  order: z.array(z.string()),
  none: z.boolean().optional(),
  /** Ids of the candidates when the order was entered. */
  known: z.array(z.string()).optional(),
  reasons: z.unknown().optional(),
});

/** The question that is open, for an answer that quotes it later. */
export function asksOf({ draft, reasons }: Pick<ListDraft, "draft" | "reasons">): Asks {
  const at = reasons?.state.at;
  return { kind: DIALOGUE, state: { draftId: draft.id }, ...(at === undefined ? {} : { question: at }) };
}

/** Continues or starts the district's list. @throws {RefusalError} if the city's list is published */
export async function takeUpDraft(context: PersonContext, request: CommandRequest, word: string): Promise<ListDraft> {
  await assertChangeable(context, "listReported");
  const { person, drafts } = context;
  const work = { word, among: recommendingDistricts(context) };
  const name = { kind: DRAFT, district: workDistrict(context, request, work) };
  const [known] = await drafts.unfinished(name);
  const draft = known ?? (await drafts.start({ ...name, startedBy: person.staffId, body: { order: [] } }));
  return listDraftOf(context, draft);
}

/** {@link takeUpDraft} for an order. @throws {RefusalError} if there are no candidates */
export async function takeUpList(context: PersonContext, request: CommandRequest): Promise<ListDraft> {
  const list = await takeUpDraft(context, request, phrases.word());
  if (list.candidates.length > 0 || list.none) return list;
  const words = listWords(context.campaign.definition, list.district);
  const barred = list.barred.length > 0 ? barredWords(context, list) : "";
  throw new RefusalError("recommendation.nothing", phrases.nothingYet(words) + barred);
}

/** @throws {RefusalError} if the list is confirmed, belongs to another district, or the city's list is published */
export async function openList(context: PersonContext, draftId: string): Promise<ListDraft> {
  const draft = await context.drafts.read(draftId);
  const isOwn = context.person.roles.some(({ district }) => district !== undefined && district === draft?.district);
  if (!draft || !isOwn || draft.state === "done") throw new RefusalError("recommendation.not-open", phrases.notOpen());
  await assertChangeable(context, "listReported");
  return listDraftOf(context, draft);
}

export async function listDraftOf(context: Context, draft: Draft): Promise<ListDraft> {
  const district = draft.district ?? "";
  const applications = await applicationsBefore(context, district);
  const fields = {
    scoring: await scoringIn(context),
    unclearBlocks: unclearBlocks(context),
    standings: await standingsOf(context, applications),
    onBehalf: await enteredForOthers(context.tx, context.campaign.id),
  };
  const candidates = candidatesOf(applications, fields);
  const barred = barredOf(applications, fields);
  const body = listBody.parse(draft.body);
  const change = changeSince({ order: body.order, known: body.known }, { candidates, applications });
  const none = body.none === true && !change;
  const order = change ? [] : body.order;
  const contradictions = contradictionsOf(context, fields, candidates);
  const list = { draft, district, candidates, barred, contradictions, order, none, change };
  if (order.length === 0 && !none) return { ...list, reasons: undefined };
  const form = reasonsForm(context, list);
  const state = body.reasons === undefined ? begin(form) : restoreState(form, body.reasons).state;
  return { ...list, reasons: { form, state: openMissing(form, state) } };
}

function contradictionsOf(
  { campaign: { definition } }: Context,
  { scoring, standings }: { scoring: Scoring | undefined; standings: ReadonlyMap<string, CaseStanding> },
  candidates: ListDraft["candidates"],
): ListDraft["contradictions"] {
  return new Map(
    candidates.map(({ application: { id } }) => {
      const sheet = scoring?.sheets.get(id);
      return [id, sheet ? contradictionsIn(definition, standings.get(id), sheet) : []];
    }),
  );
}

/** A question that has joined since, e.g. for lateness, is asked. */
function openMissing(form: Form, state: FormState): FormState {
  const open = state.at === undefined ? nextOpen(form, state) : undefined;
  return open ? openAt(state, open) : state;
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
  save(context, { ...list, order, none: false, reasons: undefined });

/** Saves that the district recommends nobody (无推荐) and clears the reasons. */
export const setNone = (context: PersonContext, list: ListDraft): Promise<ListDraft> =>
  save(context, { ...list, order: [], none: true, reasons: undefined });

/** Takes back what was entered. */
export const clearList = (context: PersonContext, list: ListDraft): Promise<ListDraft> =>
  save(context, { ...list, order: [], none: false, reasons: undefined });

export interface Said {
  text: string;
  /** It is the reason as it stands. */
  asText?: boolean;
}

/** Processes a typed answer to the open reason. */
export async function giveReason(
  context: PersonContext,
  list: ListDraft,
  said: Said,
): Promise<{ list: ListDraft; outcome: Outcome }> {
  const { reasons } = list;
  if (!reasons) return { list, outcome: { kind: "notUnderstood" } };
  const { year } = context.campaign.definition.campaign;
  const { state, outcome } = step(reasons.form, reasons.state, {
    ...said,
    today: dayOf(context.now),
    year: year.value,
  });
  return { list: outcome.kind === "notUnderstood" ? list : await setReasons(context, list, state), outcome };
}

export const setReasons = async (context: PersonContext, list: ListDraft, state: FormState): Promise<ListDraft> =>
  list.reasons ? save(context, { ...list, reasons: { ...list.reasons, state } }) : list;

async function save(context: PersonContext, { draft, order, none, candidates, reasons }: ListDraft) {
  const known = order.length > 0 || none ? candidates.map(({ application }) => application.id) : undefined;
  const body = { order, none, ...(known ? { known } : {}), ...(reasons ? { reasons: reasons.state } : {}) };
  return listDraftOf(context, await context.drafts.save(draft, { body, state: "open" }));
}
