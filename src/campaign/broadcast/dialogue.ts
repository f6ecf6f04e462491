import { z } from "zod";
import { chatPhrases } from "../../platform/chat/phrases.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { MAX_LENGTH } from "./broadcast.ts";
import { dropMessage, dropUnsent, messageOf, startMessage, waitingMessage } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { droppedView, previewView } from "./views.ts";

const TEXT_DIALOGUE = "broadcast.text";
const PREVIEW_DIALOGUE = "broadcast.preview";

const CANCEL = /^[\s/／]*取消[\s。.！!]*$/u;

const cleanText = (typed: string): string => cleanParagraphs(typed).replace(/^[:：,，]\s*/u, "");

/** @throws {RefusalError} for an empty or too long text */
export function checkedText(typed: string): string {
  const text = cleanText(typed);
  if (text === "") throw new RefusalError("broadcast.empty", broadcastPhrases.empty());
  if (text.length > MAX_LENGTH) throw new RefusalError("broadcast.too-long", tooLong(text));
  return text;
}

const tooLong = (text: string): string => broadcastPhrases.tooLong(text.length, MAX_LENGTH);

/** Asks for the text. An earlier message that was not confirmed is given up: 确认发送 never sends it. */
export async function askForText(context: PersonContext): Promise<void> {
  const hasDropped = await dropUnsent(context);
  await context.dialogue.open(TEXT_DIALOGUE, {});
  const text = broadcastPhrases.ask() + (hasDropped ? broadcastPhrases.earlierDropped() : "");
  await context.reply(textView(broadcastPhrases.askTitle(), text));
}

/**
 * Stores the text as the person's draft; 取消 drops it during the preview. A text that is too long also replaces the
 * earlier draft, so that 确认发送 does not send that one.
 *
 * @throws {RefusalError} for an empty text
 */
export async function startPreview(context: PersonContext, typed: string): Promise<View> {
  if (cleanText(typed).length > MAX_LENGTH) {
    const hasDropped = await dropUnsent(context);
    await closePreview(context);
    return chatPhrases.refusal(tooLong(cleanText(typed)) + (hasDropped ? broadcastPhrases.earlierDropped() : ""));
  }
  const text = checkedText(typed);
  const draft = await startMessage(context, { text, audience: "group" });
  await context.dialogue.open(PREVIEW_DIALOGUE, { draft: draft.id });
  return previewView(context, messageOf(draft), draft.id);
}

export const closePreview = (context: PersonContext): Promise<boolean> => context.dialogue.close(PREVIEW_DIALOGUE);

/** Sentences that only begin like a command (进度，请各区抓紧更新。) are the awaited text. */
function isProse(text: string): boolean {
  return /[，。；：,;:\n]\s*\S/u.test(text.trim()) && !/^[\s/／]*(?:广播|群发通知|预览)/u.test(text);
}

export const textDialogue = dialogue({
  kind: TEXT_DIALOGUE,
  state: z.object({}),
  claims: isProse,
  async handle(context, { text, files }) {
    if (files.length > 0) throw new RefusalError("broadcast.no-files", broadcastPhrases.noFiles());
    if (text.trim() === "") return false;
    await context.reply(await startPreview(context, text));
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
