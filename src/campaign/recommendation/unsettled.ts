import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Action, View } from "../../platform/chat/view.ts";
import { heldPhrases, labelledPhrases } from "../../platform/conversation/phrases.ts";
import type { PersonContext } from "../engine/context.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { DIALOGUE, type ListDraft } from "./draft.ts";
import { typedListView } from "./views.ts";

/** `unsettled`: what was said last, where it was asked what is to become of it. */
export const listState = z.object({
  draftId: z.string(),
  unsettled: z
    .object({ text: z.string(), offers: z.array(z.object({ label: z.string(), typed: z.string() })) })
    .exactOptional(),
});

/** 报送 asks first what becomes of what was said last. */
export async function awaitSettling(
  context: PersonContext,
  { id: draftId }: ListDraft["draft"],
  { text, offers }: { text: string; offers: readonly Action[] },
): Promise<void> {
  const open = offers.flatMap(({ label, typed }) => (typed === undefined ? [] : [{ label, typed }]));
  if (open.length > 0) await context.dialogue.open(DIALOGUE, { draftId, unsettled: { text, offers: open } });
}

/** Reasons that were read of earlier messages, and neither recorded nor given up: they are decided about first. */
export function waitingView(context: PersonContext, list: ListDraft): View | undefined {
  const waiting = waitingReasons(list);
  if (waiting.length === 0) return undefined;
  const typed = [labelledPhrases.recordRest(waiting.length), heldPhrases.drop()];
  const view = typedListView(context, list, [besidePhrases.waiting(waiting, typed)]);
  const offers = typed.map((one): Action => ({ id: "", label: one, typed: one, look: "default" }));
  return { ...view, actions: [...offers, ...view.actions] };
}

/** As they would be recorded. */
export function waitingReasons({ reasons }: Pick<ListDraft, "reasons">): readonly string[] {
  if (!reasons) return [];
  const { form, state } = reasons;
  const read = { ...state.held, ...state.offered };
  return form.fields.flatMap(({ key, label }) =>
    read[key] === undefined || isDeepStrictEqual(read[key], state.answers[key])
      ? []
      : [labelledPhrases.line(label, String(read[key]))],
  );
}

/** What was asked back last and not settled, with the list: shown once, before the list is reported without it. */
export async function unsettledView(context: PersonContext, list: ListDraft): Promise<View | undefined> {
  const open = await context.dialogue.current();
  const state = open?.kind === DIALOGUE ? listState.safeParse(open.state).data : undefined;
  const draftId = list.draft.id;
  if (!state?.unsettled || state.draftId !== draftId) return undefined;
  await context.dialogue.open(DIALOGUE, { draftId });
  const view = typedListView(context, list, [besidePhrases.unsettled(state.unsettled.text)]);
  const offers = state.unsettled.offers.map((one): Action => ({ id: "", ...one, look: "default" }));
  return { ...view, actions: [...offers, ...view.actions] };
}
