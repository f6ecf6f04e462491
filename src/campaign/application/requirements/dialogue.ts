import { z } from "zod";
import type { PersonContext } from "../../engine/context.ts";
import { dialogue } from "../../engine/feature.ts";
import type { Application } from "../application.ts";
import { applicationById } from "../store.ts";
import { DIALOGUE, mayFill, saveTyped } from "./typed.ts";

/** Answers below the open card need no command in front. What says nothing of requirements is for others. */
export const requirementsDialogue = dialogue({
  kind: DIALOGUE,
  state: z.object({ applicationId: z.string() }),
  async handle(context, { state: { applicationId }, text, files }) {
    const application = await applicationById(context.tx, applicationId);
    if (!application || files.length > 0 || !isOpenFor(context, application)) return false;
    const outcome = await saveTyped(context, application, text);
    if (outcome?.reply) await context.reply(outcome.reply);
    return outcome !== undefined;
  },
});

const isOpenFor = (context: PersonContext, { district, state }: Application): boolean =>
  mayFill(context, context.person, district) && state !== "withdrawn";

/** The next message may answer the card that is shown. */
export async function listenFor(context: PersonContext, application: Application): Promise<void> {
  if (isOpenFor(context, application)) await context.dialogue.open(DIALOGUE, { applicationId: application.id });
}
