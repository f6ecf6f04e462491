import type { Draft } from "../../platform/conversation/drafts.ts";
import type { Form, Question } from "../../platform/conversation/field.ts";
import { begin, type FormState, restoreState } from "../../platform/conversation/form-state.ts";
import { Refusal } from "../../shared/refusal.ts";
import { workDistrict } from "../application/own-district.ts";
import { applicationsOf } from "../application/store.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { reviewsOf } from "../preliminary-review/store.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { type Candidate, candidatesOf, departures } from "./rules.ts";

export const DRAFT = "recommendation.list";
export const TALK = "recommendation.list";
export const LIST_CARD = "recommendation.list";
const FEWER = "fewerReason";
const REASON_CHARACTERS = 200;

/** 推荐名单 being drawn up: who may be on it, in which order, and the reasons that order asks for. */
export interface Listing {
  draft: Draft;
  district: string;
  candidates: readonly Candidate[];
  /** Application ids; empty until an order is given. */
  order: readonly string[];
  /** The reasons as a form; undefined until an order is given. */
  reasons: { form: Form; state: FormState } | undefined;
}

interface Body {
  order: string[];
  reasons?: unknown;
}

/** Takes up the district's list where it was left, or begins it. @throws {Refusal} when nothing can be recommended yet */
export async function takeUpList(turn: PersonTurn, words: string): Promise<Listing> {
  const { tx, campaign, person, drafts } = turn;
  const district = workDistrict(turn, words);
  const owner = { campaignId: campaign.id, kind: DRAFT, district };
  const [known] = await drafts.unfinished(tx, owner);
  const draft = known ?? (await drafts.start(tx, { ...owner, startedBy: person.staffId, body: { order: [] } }));
  const listing = await listingOf(turn, draft);
  if (listing.candidates.length === 0) throw new Refusal("recommendation.nothing", phrases.nothingYet());
  return listing;
}

/** @throws {Refusal} when the list is confirmed or belongs to another district */
export async function openList(turn: PersonTurn, draftId: string): Promise<Listing> {
  const draft = await turn.drafts.read(turn.tx, draftId);
  const isOwn = turn.person.roles.some(({ district }) => district !== undefined && district === draft?.district);
  if (!draft || !isOwn || draft.state === "done") throw new Refusal("recommendation.not-open", phrases.notOpen());
  return listingOf(turn, draft);
}

export async function listingOf(turn: Turn, draft: Draft): Promise<Listing> {
  const { tx, campaign } = turn;
  const district = draft.district ?? "";
  const [applications, reviews] = await Promise.all([
    applicationsOf(tx, campaign.id, { district }),
    reviewsOf(tx, campaign.id),
  ]);
  const candidates = candidatesOf(applications, reviews);
  const body = draft.body as Body;
  // Whoever was withdrawn meanwhile falls out of the order.
  const order = body.order.filter((id) => candidates.some(({ application }) => application.id === id));
  if (order.length === 0) return { draft, district, candidates, order, reasons: undefined };
  const form = reasonsForm(turn, { candidates, order });
  const state = body.reasons === undefined ? begin(form) : restoreState(form, body.reasons).state;
  return { draft, district, candidates, order, reasons: { form, state } };
}

/** With this order, and the reasons it asks for begun anew. */
export async function setOrder(turn: PersonTurn, listing: Listing, order: readonly string[]): Promise<Listing> {
  return save(turn, { ...listing, order, reasons: undefined });
}

export async function setReasons(turn: PersonTurn, listing: Listing, state: FormState): Promise<Listing> {
  return listing.reasons ? save(turn, { ...listing, reasons: { ...listing.reasons, state } }) : listing;
}

async function save(turn: PersonTurn, { draft, order, reasons }: Listing): Promise<Listing> {
  const body: Body = { order: [...order], ...(reasons ? { reasons: reasons.state } : {}) };
  return listingOf(turn, await turn.drafts.save(turn.tx, draft, { body, state: "open" }));
}

/** The soft minimum of L15. */
export const softMinimum = ({ campaign }: Turn): number =>
  campaign.definition.campaign.quotas.find(({ id }) => id === "recommended")?.count ?? 0;

function reasonsForm(turn: Turn, { candidates, order }: Pick<Listing, "candidates" | "order">): Form {
  const nameOf = (id: string) =>
    candidates.find(({ application }) => application.id === id)?.application.compoundName ?? id;
  const departing = departures(candidates, order).map((id) =>
    reasonField(id, phrases.reasonLabel(nameOf(id)), phrases.reasonHelp()),
  );
  const minimum = softMinimum(turn);
  const fewer = order.length < minimum ? [reasonField(FEWER, phrases.fewerLabel(minimum), phrases.fewerHelp())] : [];
  return { id: "recommendation", title: phrases.formTitle(), version: 1, fields: [...departing, ...fewer] };
}

const reasonField = (key: string, label: string, help: string): Question => ({
  key,
  label,
  kind: "longText",
  required: true,
  maxCharacters: REASON_CHARACTERS,
  help,
});

/** The reason given for a place in the list, or for a short list. */
export const reasonFor = ({ reasons }: Listing, key: string): string | undefined => {
  const answer = reasons?.state.answers[key];
  return typeof answer === "string" ? answer : undefined;
};

export const fewerReason = (listing: Listing): string | undefined => reasonFor(listing, FEWER);
