import { textView, type View } from "../../../platform/chat/view.ts";
import { acceptedActions } from "../accepted-view.ts";
import { awaitChoice, awaitListed, type Choice } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import { pastedFor, understood } from "./extension-points.ts";
import { keepPaste, withKept } from "./kept-paste.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Answers of later parts to words that nothing took; what a longer text may be for is offered, the text being kept. */
export async function understoodElsewhere(context: PersonContext, text: string): Promise<View | undefined> {
  const { person, place, chat } = context;
  const [view] = await context.contributions(understood, { text, person, place, chat });
  if (!view) return pastedElsewhere(context, text);
  // The buttons are counted like a list: a number is for them, and for no list before.
  const listed = view.actions.flatMap(({ label: name, typed }) => (typed === undefined ? [] : [{ name, typed }]));
  if (listed.length > 1) await awaitListed(context, listed);
  return view;
}

/** What a longer text may be for; undefined: nothing. */
export async function pastedElsewhere(context: PersonContext, text: string): Promise<View | undefined> {
  const { person, place } = context;
  if (place !== "direct" || context.campaign.closedAt) return undefined;
  const isAccepted = await acceptedActions(context);
  const found = (await context.contributions(pastedFor, { text, person }))
    .flat()
    .filter(({ typed }) => isAccepted({ id: "", typed }));
  if (found.length === 0) return undefined;
  const { choices, text: whole, ...before } = await withKept(context, found, text);
  await awaitChoice(context, choices);
  const replaced = await keepPaste(context, choices, whole);
  return textView(dispatchPhrases.pastedTitle(), dispatchPhrases.pasted(choices, { replaced, ...before }), {
    actions: choices.map(({ name }: Choice) => ({ id: "", label: name, typed: name, look: "default" as const })),
  });
}
