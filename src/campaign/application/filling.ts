import type { Draft } from "../../platform/conversation/drafts.ts";
import { begin, type FormState, restoreState } from "../../platform/conversation/form-state.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { applicationForm } from "./form.ts";
import { workDistrict } from "./own-district.ts";
import { applicationPhrases } from "./phrases.ts";

export const DRAFT = "application.form";
export const TALK = "application.form";
export const FORM_CARD = "application.form";

/** 申报表 being filled in: the draft and its state under the form as it is now. */
export interface Filling {
  draft: Draft;
  state: FormState;
}

/** Takes up the form the person left unfinished in the district, or begins a new one. */
export async function takeUpForm(turn: PersonTurn, words: string): Promise<Filling> {
  const { tx, campaign, person, drafts } = turn;
  const district = workDistrict(turn, words);
  const owner = { campaignId: campaign.id, kind: DRAFT, district };
  const unfinished = await drafts.unfinished(tx, owner);
  const own = unfinished.find(({ startedBy }) => startedBy === person.staffId);
  if (own) return fillingOf(turn, own.state === "open" ? own : await drafts.save(tx, own, { state: "open" }));
  const form = applicationForm(campaign.definition);
  const draft = await drafts.start(tx, { ...owner, startedBy: person.staffId, body: begin(form) });
  return fillingOf(turn, draft);
}

/**
 * The draft as it stands, locked.
 * @throws {Refusal} when it is handed in or given up, or belongs to another district
 */
export async function openFilling(turn: PersonTurn, draftId: string): Promise<Filling> {
  const draft = await turn.drafts.read(turn.tx, draftId);
  if (!draft || draft.state === "done" || draft.state === "dropped" || draft.campaignId !== turn.campaign.id) {
    throw new Refusal("application.not-open", applicationPhrases.notOpen());
  }
  if (!turn.person.roles.some(({ district }) => district === draft.district)) {
    throw new Refusal("application.not-own", applicationPhrases.notOpen());
  }
  return fillingOf(turn, draft);
}

export const fillingOf = ({ campaign }: Turn, draft: Draft): Filling => ({
  draft,
  state: restoreState(applicationForm(campaign.definition), draft.body).state,
});

/** Keeps the answers as they are now. */
export async function saveFilling(turn: PersonTurn, { draft }: Filling, state: FormState): Promise<Filling> {
  return { draft: await turn.drafts.save(turn.tx, draft, { body: state, state: "open" }), state };
}
