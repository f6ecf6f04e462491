import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { MAX_LENGTH } from "./broadcast.ts";
import { dropMessage, messageOf, startMessage, waitingMessage } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { droppedView, previewView } from "./views.ts";

const TEXT_DIALOGUE = "broadcast.text";
const PREVIEW_DIALOGUE = "broadcast.preview";

const CANCEL = /^[\s/／]*取消[\s。.！!]*$/u;

/** @throws {RefusalError} for an empty or too long text */
export function checkedText(typed: string): string {
  const text = cleanParagraphs(typed).replace(/^[:：,，]\s*/u, "");
  if (text === "") throw new RefusalError("broadcast.empty", broadcastPhrases.empty());
  if (text.length > MAX_LENGTH)
    throw new RefusalError("broadcast.too-long", broadcastPhrases.tooLong(text.length, MAX_LENGTH));
  return text;
}

export async function askForText(context: PersonContext): Promise<void> {
  await context.dialogue.open(TEXT_DIALOGUE, {});
  await context.reply(textView(broadcastPhrases.word(), broadcastPhrases.ask()));
}

/** Stores the text as the person's draft; 取消 drops it during the preview. */
export async function startPreview(context: PersonContext, text: string): Promise<View> {
  const draft = await startMessage(context, { text, audience: "group" });
  await context.dialogue.open(PREVIEW_DIALOGUE, { draft: draft.id });
  return previewView(context, messageOf(draft), draft.id);
}

export const closePreview = (context: PersonContext): Promise<boolean> => context.dialogue.close(PREVIEW_DIALOGUE);

export const textDialogue = dialogue({
  kind: TEXT_DIALOGUE,
  state: z.object({}),
  async handle(context, { text, files }) {
    if (files.length > 0) throw new RefusalError("broadcast.no-files", broadcastPhrases.noFiles());
    if (text.trim() === "") return false;
    await context.reply(await startPreview(context, checkedText(text)));
    return true;
  },
});

export const previewDialogue = dialogue({
  kind: PREVIEW_DIALOGUE,
  state: z.object({ draft: z.string() }),
  claims: (text) => CANCEL.test(text),
  async handle(context, { state, text }) {
    if (!CANCEL.test(text)) return false;
    await dropMessage(context, await waitingMessage(context, state.draft));
    await closePreview(context);
    await context.reply(droppedView());
    return true;
  },
});
