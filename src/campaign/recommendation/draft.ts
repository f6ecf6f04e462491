import { z } from "zod";
import type { Asks } from "../../platform/chat/view.ts";
import type { AnswerValue } from "../../platform/conversation/answer.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { type Form, questionByKey } from "../../platform/conversation/field.ts";
import { begin, type FormState, nextOpen, restoreState } from "../../platform/conversation/form-state.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { openAt } from "../../platform/conversation/moves.ts";
import type { Outcome } from "../../platform/conversation/outcome.ts";
import {
  type Refused,
  reconcile,
  type Share,
  type SharedWork,
  withChanges,
  withLook,
  withShare,
  workIn,
} from "../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { nameOf } from "../application/colleagues.ts";
import { hasReview } from "../application/offered.ts";
import { enteredForOthers } from "../application/on-behalf.ts";
import { againstOf } from "../application/opinions/against.ts";
import type { Contradiction } from "../application/requirements/requirements.ts";
import { type CaseStanding, figuresOfCases, standingsOf } from "../application/requirements/standing.ts";
import { applicationsOf } from "../application/store.ts";
import { workDistrict } from "../application/work-district.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { pendingOf } from "../engine/dispatch/disarm.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { contradictionsIn } from "../scoring/beside-requirements.ts";
import { sheetsOf } from "../scoring/store.ts";
import { barredWords } from "./barred.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { type EarlierReasons, reasonsBefore } from "./earlier-reasons.ts";
import { gapsOf } from "./gaps.ts";
import { assertNotHeld } from "./held.ts";
import { stepLabelled } from "./labelled-step.ts";
import { levelOf, recommendingDistricts } from "./levels.ts";
import { assertChangeable } from "./list-step.ts";
import { listWords, unclearBlocks } from "./list-words.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { type Choice, type Reasons, reasonsForm } from "./reasons.ts";
import { asksToReplace } from "./replaced-reason.ts";
import { type BarredCase, barredOf, type CandidateChange, candidatesOf, changeSince, type Scoring } from "./rules.ts";
import { ORDER, type Viewed, valuesOf } from "./shared-list.ts";
import { listsInForce } from "./store.ts";

export const DRAFT = "recommendation.list";
export const DIALOGUE = "recommendation.list";
export const LIST_CARD = "recommendation.list";

/** 推荐名单 in preparation. */
export interface ListDraft extends Choice, Viewed {
  draft: Draft;
  /** Cases at the same step with a bar against recommendation. */
  barred: readonly BarredCase[];
  /** Where 附件1 and the points differ, by application id. */
  contradictions: ReadonlyMap<string, readonly Contradiction[]>;
  /** What the chosen cases still lack, in words, by application id; it does not stop 报送. */
  gaps: ReadonlyMap<string, readonly string[]>;
  /** Offices whose opinion is 不同意, by application id. */
  against: ReadonlyMap<string, readonly string[]>;
  /** What has changed since an order was entered; the order is then asked for again. */
  change: CandidateChange | undefined;
  /** Form for the required reasons; undefined until the order, or 无推荐, is entered. */
  reasons: Reasons | undefined;
  /** Reasons given to earlier orders. */
  earlier: EarlierReasons;
}

const listBody = z.object({
  order: z.array(z.string()),
  none: z.boolean().optional(),
  /** Ids of the candidates when the order was entered. */
  known: z.array(z.string()).optional(),
  reasons: z.unknown().optional(),
  earlier: z.record(z.string(), z.string()).optional(),
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
  await assertNotHeld(context, name.district, "listReplaced");
  const [known] = await drafts.unfinished(name);
  const draft = known ?? (await drafts.start({ ...name, startedBy: person.staffId, body: { order: [] } }));
  return listDraftOf(context, draft, person.staffId);
}

/** {@link takeUpDraft} for an order. @throws {RefusalError} if there are no candidates */
export async function takeUpList(context: PersonContext, request: CommandRequest): Promise<ListDraft> {
  const list = await takeUpDraft(context, request, phrases.word());
  if (list.candidates.length > 0 || list.none) return list;
  const words = listWords(context.campaign.definition, list.district);
  const barred = list.barred.length > 0 ? barredWords(context, list) : "";
  const pending = await pendingOf(context);
  const asks = pending.length === 0 ? {} : { asks: { typed: pending.map(({ typed }) => typed) } };
  const waits = besidePhrases.toConfirmFirst(pending);
  throw new RefusalError("recommendation.nothing", phrases.nothingYet(words) + barred + waits, asks);
}

/** @throws {RefusalError} if the list is confirmed, belongs to another district, or the city's list is published */
export async function openList(context: PersonContext, draftId: string): Promise<ListDraft> {
  const draft = await context.drafts.read(draftId);
  const isOwn = context.person.roles.some(({ district }) => district !== undefined && district === draft?.district);
  if (!draft || !isOwn || draft.state === "done") throw new RefusalError("recommendation.not-open", phrases.notOpen());
  await assertChangeable(context, "listReported");
  return listDraftOf(context, draft, context.person.staffId);
}

export async function listDraftOf(
  context: Context,
  draft: Draft,
  viewer: StaffId = draft.startedBy,
): Promise<ListDraft> {
  const district = draft.district ?? "";
  const applications = await applicationsBefore(context, district);
  const fields = {
    scoring: await scoringIn(context),
    unclearBlocks: unclearBlocks(context),
    standings: await standingsOf(context, applications),
    figures: await figuresOfCases(context, applications, "satisfaction"),
    onBehalf: await enteredForOthers(context.tx, context.campaign.id),
  };
  const candidates = candidatesOf(applications, fields);
  const barred = barredOf(applications, fields);
  const body = listBody.parse(draft.body);
  const change = changeSince({ order: body.order, known: body.known }, { candidates, applications });
  const none = body.none === true && !change;
  const order = change ? [] : body.order;
  const contradictions = contradictionsOf(context, fields, candidates);
  const work = workIn(draft.body);
  const chosen = applications.filter(({ id }) => order.includes(id));
  const gaps = await gapsOf(context, chosen, fields);
  const against = await againstOf(context, applications);
  const earlier = change ? reasonsBefore(context, { district, candidates }, body) : (body.earlier ?? {});
  const known = { candidates, barred, contradictions, gaps, against };
  const list = { draft, district, ...known, order, none, change, work, viewer, earlier };
  if (order.length === 0 && !none) return { ...list, reasons: undefined };
  const form = reasonsForm(context, list);
  const state = body.reasons === undefined ? begin(form) : restoreState(form, body.reasons).state;
  return { ...list, reasons: { form, state: openMissing(form, viewed(form, state, work.people[viewer])) } };
}

/** With the viewer's own open question; of one who has none yet, where whoever answered last was. */
function viewed(form: Form, state: FormState, own: Share | undefined): FormState {
  if (!own) return state;
  const { at: _, pending: __, ...answers } = state;
  const at = own.at !== undefined && questionByKey(form, own.at) ? { at: own.at } : {};
  return { ...answers, ...at, ...(own.pending ? { pending: own.pending } : {}) };
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
export async function applicationsBefore({ tx, campaign }: Context, district: string): Promise<Application[]> {
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

/** The person has been told of colleagues' changes, and goes on. */
export const lookAt = (context: PersonContext, list: ListDraft, part: Part = {}): Promise<ListDraft> =>
  saveList(context, list, list, part);

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
  const input = { ...said, today: dayOf(context.now), year: year.value };
  const names = (await applicationsBefore(context, list.district)).map(({ compoundName }) => compoundName);
  const done = stepLabelled(names, reasons, input) ?? step(reasons.form, reasons.state, input);
  const { state, outcome } = asksToReplace(reasons, input, done) ?? done;
  return { list: outcome.kind === "notUnderstood" ? list : await setReasons(context, list, state), outcome };
}

/** Saves reasons. One that a colleague changed unseen stays as it is, and the person's own is kept to decide about. */
export async function setReasons(
  context: PersonContext,
  list: ListDraft,
  state: FormState,
  { refused = [], ...part }: Part = {},
): Promise<ListDraft> {
  const { reasons, work, viewer } = list;
  if (!reasons) return list;
  const { values, conflicts } = reconcile(work, viewer, { before: reasons.state.answers, after: state.answers });
  const differing = conflicts.map(({ key, by, mine }): Refused => {
    const label = questionByKey(reasons.form, key)?.label ?? "";
    const sentence = phrases.colleagueWrote(nameOf(context.people, by), String(values[key] ?? ""));
    return { key, label, sentence, typed: String(mine) };
  });
  const kept =
    conflicts.length === 0 ? state : openAt({ ...state, answers: values }, questionOf(reasons.form, conflicts));
  const saved = { ...list, reasons: { ...reasons, state: { ...kept, answers: values } } };
  return saveList(context, list, saved, { ...part, refused: [...refused, ...differing] });
}

const questionOf = (form: Form, [first]: readonly { key: string }[]) =>
  first === undefined ? undefined : questionByKey(form, first.key);

type Part = Partial<Pick<Share, "refused" | "step">>;

/** Saves what was entered. @param part what else of the person's part changes */
export async function saveList(
  context: PersonContext,
  list: ListDraft,
  { order, none, reasons, earlier }: Pick<ListDraft, "order" | "none" | "reasons" | "earlier">,
  part: Part = {},
): Promise<ListDraft> {
  const { draft, candidates, viewer } = list;
  const known = order.length > 0 || none ? candidates.map(({ application }) => application.id) : undefined;
  const work = withShare(withLook(workAfter(list, { ...list, order, none, reasons }), viewer), viewer, {
    at: reasons?.state.at,
    pending: reasons?.state.pending,
    refused: [],
    step: undefined,
    ...part,
  });
  const entered = { ...(known ? { known } : {}), ...(reasons ? { reasons: reasons.state } : {}) };
  const body = { order, none, earlier, ...entered, ...work };
  return listDraftOf(context, await context.drafts.save(draft, { body, state: "open" }), viewer);
}

/** Another order clears the reasons; that they are gone is not told one by one. */
function workAfter(list: ListDraft, next: ListDraft): SharedWork {
  const [before, after] = [valuesOf(list), valuesOf(next)];
  const isOrdered = before[ORDER] !== after[ORDER];
  const only = ({ [ORDER]: order }: Record<string, AnswerValue>) => (order === undefined ? {} : { [ORDER]: order });
  const change = isOrdered ? { before: only(before), after: only(after) } : { before, after };
  return withChanges(list.work, list.viewer, change);
}
