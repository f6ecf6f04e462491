import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { readSelection } from "../../platform/conversation/order-line.ts";
import { outcomeView } from "../../platform/conversation/views.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { PersonTurn, Talk } from "../engine/feature.ts";
import { LIST_CARD, type Listing, listingOf, setOrder, setReasons, TALK } from "./listing.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { listingView } from "./views.ts";

/** The list as a conversation: first the order, then reason by reason. */
export const recommendationTalk: Talk = {
  kind: TALK,
  owns: (text) => readFormCommand(text) !== undefined,
  async hear(turn, { state, text, files }) {
    const draft = await turn.drafts.read(turn.tx, String((state as { draftId: string }).draftId));
    if (!draft || draft.state === "done" || files.length > 0) return false;
    const listing = await listingOf(turn, draft);
    if (readFormCommand(text)?.kind === "leave") return leave(turn);
    return listing.reasons ? answerReason(turn, listing, text) : answerOrder(turn, listing, text);
  },
};

async function answerOrder(turn: PersonTurn, listing: Listing, text: string): Promise<boolean> {
  const read = readSelection(text, listing.candidates.length);
  if (!read.ok) return show(turn, listing, [read.retry]);
  return show(turn, await setOrder(turn, listing, orderOf(listing, read.places)), [phrases.orderSaved()]);
}

export const orderOf = ({ candidates }: Listing, places: readonly number[]): string[] =>
  places.flatMap((place) => candidates[place]?.application.id ?? []);

async function answerReason(turn: PersonTurn, listing: Listing, text: string): Promise<boolean> {
  const { reasons } = listing;
  if (!reasons) return false;
  const { year } = turn.campaign.definition.campaign;
  const { state, outcome } = step(reasons.form, reasons.state, { text, today: dayOf(turn.now), year: year.value });
  if (outcome.kind === "notUnderstood") return false;
  const saved = await setReasons(turn, listing, state);
  if (outcome.kind === "review" || outcome.kind === "submit") return show(turn, saved, []);
  const view = outcomeView({ ...reasons, state, frame: {} }, outcome);
  if (view) await turn.reply(view);
  return outdate(turn, saved);
}

async function show(turn: PersonTurn, listing: Listing, said: readonly string[]): Promise<boolean> {
  const { form: _, ...view } = listingView(turn, listing, said);
  await turn.reply(view);
  return outdate(turn, listing);
}

async function outdate(turn: PersonTurn, { draft }: Listing): Promise<boolean> {
  await turn.cards.outdate(turn.tx, { campaignId: turn.campaign.id, kind: LIST_CARD, subject: draft.id });
  return true;
}

async function leave(turn: PersonTurn): Promise<boolean> {
  await turn.dialogues.close(turn.tx, turn.person.staffId, TALK);
  await turn.reply({
    title: phrases.formTitle(),
    tone: "running",
    body: [{ kind: "text", text: phrases.leftLead() }],
    actions: [{ id: "", label: "推荐", typed: "推荐", look: "primary" }],
  });
  return true;
}
