import type { Action, View } from "../../platform/chat/view.ts";
import { nounsOf } from "../directory/nouns.ts";
import { acceptedNow } from "./acceptance.ts";
import type { Context } from "./context.ts";
import { matchCommand } from "./dispatch/match-command.ts";
import { dispatchPhrases } from "./dispatch/phrases.ts";

/**
 * The view without the buttons and the form of what is not accepted any more; says so where something was left out, as
 * its words may still ask for it.
 */
export async function acceptedView(context: Context, view: View): Promise<View> {
  const { campaign } = context;
  const { actions, form, ...rest } = view;
  if (actions.length === 0 && form === undefined) return view;
  const isOffered = await acceptedActions(context);
  const offered = actions.filter(isOffered);
  const kept = form && isOffered({ id: form.action, typed: "" }) ? form : undefined;
  if (offered.length === actions.length && kept === form) return view;
  const note = campaign.closedAt
    ? dispatchPhrases.onlyRead(campaign.closedAt)
    : dispatchPhrases.onlyReadPublished(nounsOf(campaign.definition));
  return {
    ...rest,
    body: [{ kind: "text", text: note }, ...rest.body],
    actions: offered,
    ...(kept ? { form: kept } : {}),
  };
}

/** Whether what a button, or the words that it sends, asks for is accepted now. */
export async function acceptedActions(context: Context): Promise<(action: Pick<Action, "id" | "typed">) => boolean> {
  const { commands } = context;
  const isAccepted = await acceptedNow(context);
  return ({ id, typed }) => {
    const command = id === "" ? matchCommand(commands, typed)?.command : commands.find((one) => one.id === id);
    return command === undefined || isAccepted(command);
  };
}
