import { z } from "zod";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { step } from "../../platform/conversation/form-step.ts";
import { readSelection } from "../../platform/conversation/order-line.ts";
import { outcomeView } from "../../platform/conversation/views.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { DIALOGUE, LIST_CARD, type ListDraft, listDraftOf, numberProblem, setOrder, setReasons } from "./draft.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { leftView, typedListView } from "./views.ts";

export const listState = z.object({ draftId: z.string() });

/** Draws up the list in chat: the order first, then one reason at a time. */
export const recommendationDialogue = dialogue({
  kind: DIALOGUE,
  state: listState,
  claims: (text) => readFormCommand(text) !== undefined,
  async handle(context, { state, text, files }) {
    const draft = await context.drafts.read(state.draftId);
    if (!draft || draft.state === "done" || files.length > 0) return false;
    const list = await listDraftOf(context, draft);
    if (readFormCommand(text)?.kind === "leave") return leave(context, list);
    return list.reasons ? answerReason(context, list, text) : answerOrder(context, list, text);
  },
});

async function answerOrder(context: PersonContext, list: ListDraft, text: string): Promise<boolean> {
  const read = readSelection(text, list.candidates.length);
  if (!read.ok) return show(context, list, [read.retry]);
  const order = orderOf(list, read.places);
  const problem = numberProblem(context, list, order);
  if (problem !== undefined) return show(context, list, [problem]);
  return show(context, await setOrder(context, list, order), [phrases.orderSaved()]);
}

export const orderOf = ({ candidates }: ListDraft, places: readonly number[]): string[] =>
  places.flatMap((place) => candidates[place]?.application.id ?? []);

async function answerReason(context: PersonContext, list: ListDraft, text: string): Promise<boolean> {
  const { reasons } = list;
  if (!reasons) return false;
  const { year } = context.campaign.definition.campaign;
  const { state, outcome } = step(reasons.form, reasons.state, { text, today: dayOf(context.now), year: year.value });
  if (outcome.kind === "notUnderstood") return false;
  const saved = await setReasons(context, list, state);
  if (outcome.kind === "review" || outcome.kind === "submit") return show(context, saved, []);
  const view = outcomeView({ ...reasons, state, frame: {} }, outcome);
  if (view) await context.reply(view);
  return answered(context, saved);
}

async function show(context: PersonContext, list: ListDraft, said: readonly string[]): Promise<boolean> {
  await context.reply(typedListView(context, list, said));
  return answered(context, list);
}

async function answered({ cards }: PersonContext, { draft }: ListDraft): Promise<true> {
  await cards.refreshLater({ kind: LIST_CARD, subject: draft.id });
  return true;
}

async function leave(context: PersonContext, { draft }: ListDraft): Promise<true> {
  await context.dialogue.close(DIALOGUE);
  await context.reply(leftView());
  await context.cards.refresh({ kind: LIST_CARD, subject: draft.id });
  return true;
}
