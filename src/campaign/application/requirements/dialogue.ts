import { z } from "zod";
import type { PersonContext } from "../../engine/context.ts";
import { dialogue } from "../../engine/feature.ts";
import type { Application } from "../application.ts";
import { applicationById } from "../store.ts";
import { restAt } from "./standing-words.ts";
import { DIALOGUE, mayFill, saveTyped } from "./typed.ts";

/** Answers below the open card need no command in front. What says nothing of requirements is for others. */
export const requirementsDialogue = dialogue({
  kind: DIALOGUE,
  state: z.object({ applicationId: z.string(), understood: z.string().exactOptional() }),
  async handle(context, { state: { applicationId, understood }, text, files }) {
    const application = await applicationById(context.tx, applicationId);
    if (!application || files.length > 0 || !isOpenFor(context, application)) return false;
    const said = understood !== undefined && isRest(text) ? `${text}，${understood}` : text;
    const outcome = await saveTyped(context, application, said);
    if (outcome?.reply) await context.reply(outcome.reply);
    return outcome !== undefined;
  },
});

/** 其余均符合, and nothing else. */
function isRest(text: string): boolean {
  const said = text.normalize("NFKC").replaceAll(/^[嗯呃\s,]+|[\s。.!,]+$/gu, "");
  return said !== "" && restAt(said) === said.length;
}

const isOpenFor = (context: PersonContext, { district, state }: Application): boolean =>
  mayFill(context, context.person, district) && state !== "withdrawn";

/** The next message may answer the card that is shown. */
export async function listenFor(context: PersonContext, application: Application): Promise<void> {
  if (isOpenFor(context, application)) await context.dialogue.open(DIALOGUE, { applicationId: application.id });
}
