import { z } from "zod";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Form, Question } from "../../platform/conversation/field.ts";
import { begin, type FormState, restoreState } from "../../platform/conversation/form-state.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { workDistrict } from "../application/own-district.ts";
import { applicationsOf } from "../application/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { sheetsOf } from "../scoring/store.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { candidatesOf, departures, type ListCandidate } from "./rules.ts";

export const DRAFT = "recommendation.list";
export const DIALOGUE = "recommendation.list";
export const LIST_CARD = "recommendation.list";
const FEWER = "fewerReason";
const MAX_REASON = 200;

/** 推荐名单 being drawn up: who may be on it, in which order, and the reasons that order asks for. */
export interface ListDraft {
  draft: Draft;
  district: string;
  candidates: readonly ListCandidate[];
  /** Application ids; empty until an order is given. */
  order: readonly string[];
  /** The reasons as a form; undefined until an order is given. */
  reasons: { form: Form; state: FormState } | undefined;
}

const listBody = z.object({ order: z.array(z.string()), reasons: z.unknown().optional() });

/** Takes up the district's list where it was left, or begins it. @throws {RefusalError} when nothing can be recommended yet */
export async function takeUpList(context: PersonContext, request: CommandRequest): Promise<ListDraft> {
  const { person, drafts } = context;
  const name = { kind: DRAFT, district: workDistrict(context, request) };
  const [known] = await drafts.unfinished(name);
  const draft = known ?? (await drafts.start({ ...name, startedBy: person.staffId, body: { order: [] } }));
  const list = await listDraftOf(context, draft);
  if (list.candidates.length === 0) throw new RefusalError("recommendation.nothing", phrases.nothingYet());
  return list;
}

/** @throws {RefusalError} when the list is confirmed or belongs to another district */
export async function openList(context: PersonContext, draftId: string): Promise<ListDraft> {
  const draft = await context.drafts.read(draftId);
  const isOwn = context.person.roles.some(({ district }) => district !== undefined && district === draft?.district);
  if (!draft || !isOwn || draft.state === "done") throw new RefusalError("recommendation.not-open", phrases.notOpen());
  return listDraftOf(context, draft);
}

export async function listDraftOf(context: Context, draft: Draft): Promise<ListDraft> {
  const { tx, campaign } = context;
  const district = draft.district ?? "";
  const [applications, sheets] = await Promise.all([
    applicationsOf(tx, campaign.id, { district }),
    sheetsOf(tx, { campaignId: campaign.id, ledger: "district" }),
  ]);
  const candidates = candidatesOf(applications, sheets);
  const body = listBody.parse(draft.body);
  // Applications withdrawn since drop out of the order.
  const order = body.order.filter((id) => candidates.some(({ application }) => application.id === id));
  if (order.length === 0) return { draft, district, candidates, order, reasons: undefined };
  const form = reasonsForm(context, { candidates, order });
  const state = body.reasons === undefined ? begin(form) : restoreState(form, body.reasons).state;
  return { draft, district, candidates, order, reasons: { form, state } };
}

/** With this order, and the reasons it asks for begun anew. */
export const setOrder = (context: PersonContext, list: ListDraft, order: readonly string[]): Promise<ListDraft> =>
  save(context, { ...list, order, reasons: undefined });

export const setReasons = async (context: PersonContext, list: ListDraft, state: FormState): Promise<ListDraft> =>
  list.reasons ? save(context, { ...list, reasons: { ...list.reasons, state } }) : list;

async function save(context: PersonContext, { draft, order, reasons }: ListDraft): Promise<ListDraft> {
  const body = { order, ...(reasons ? { reasons: reasons.state } : {}) };
  return listDraftOf(context, await context.drafts.save(draft, { body, state: "open" }));
}

/** The soft minimum of L15. */
export const softMinimum = ({ campaign }: Context): number =>
  campaign.definition.campaign.quotas.find(({ id }) => id === "recommended")?.count ?? 0;

function reasonsForm(context: Context, { candidates, order }: Pick<ListDraft, "candidates" | "order">): Form {
  const nameOf = (id: string) =>
    candidates.find(({ application }) => application.id === id)?.application.compoundName ?? id;
  const departing = departures(candidates, order).map((id) =>
    reasonField(id, phrases.reasonLabel(nameOf(id)), phrases.reasonHelp()),
  );
  const minimum = softMinimum(context);
  const fewer = order.length < minimum ? [reasonField(FEWER, phrases.fewerLabel(minimum), phrases.fewerHelp())] : [];
  return { id: "recommendation", title: phrases.formTitle(), version: 1, fields: [...departing, ...fewer] };
}

const reasonField = (key: string, label: string, help: string): Question => ({
  key,
  label,
  kind: "longText",
  required: true,
  maxCharacters: MAX_REASON,
  help,
});

/** The reason given for a place in the list, or for a short list. */
export const reasonFor = ({ reasons }: ListDraft, key: string): string | undefined => {
  const answer = reasons?.state.answers[key];
  return typeof answer === "string" ? answer : undefined;
};

export const fewerReason = (list: ListDraft): string | undefined => reasonFor(list, FEWER);
