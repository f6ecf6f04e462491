import { z } from "zod";
import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { textView } from "../../platform/chat/view.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { attachFile } from "./attach-file.ts";
import { message } from "./broadcast.ts";
import { changeMessage, dropMessage, dropUnsent, messageOf, waitingMessage } from "./drafts.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { type Begun, closePreview, PREVIEW_DIALOGUE, startPreview } from "./preview.ts";
import { droppedView, previewView } from "./views.ts";

const TEXT_DIALOGUE = "broadcast.text";

const CANCEL = /^[\s/／]*取消[\s。.！!]*$/u;

interface Asking {
  message?: Begun;
  title?: string;
  ask?: string;
}

/** Asks for the text. An earlier message that was not confirmed is given up: 确认发送 never sends it. */
export async function askForText(
  context: PersonContext,
  { message: begun, title = phrases.askTitle(), ask = phrases.ask() }: Asking = {},
): Promise<void> {
  const hasDropped = await dropUnsent(context);
  await context.dialogue.open(TEXT_DIALOGUE, begun ? { begun } : {});
  await context.reply(textView(title, ask + (hasDropped ? phrases.earlierDropped() : "")));
}

/** Sentences that only begin like a command (进度，请各区抓紧更新。) are the awaited text. */
function isProse(text: string): boolean {
  return /[，。；：,;:\n]\s*\S/u.test(text.trim()) && !/^[\s/／]*(?:广播|群发通知|预览)/u.test(text);
}

export const textDialogue = dialogue({
  kind: TEXT_DIALOGUE,
  readsCorrections: true,
  state: z.object({ begun: message.omit({ text: true }).optional() }),
  claims: isProse,
  async handle(context, { state: { begun }, text, files }) {
    if (files.length > 0) {
      const from: Begun = begun ?? { audience: "group", of: [], files: [] };
      const attached = await withFiles(context, from, files);
      await context.dialogue.open(TEXT_DIALOGUE, { begun: attached });
      await context.reply(textView(phrases.askTitle(), phrases.attachedAsk(attached.files.map(({ name }) => name))));
      return true;
    }
    if (text.trim() === "") return false;
    await context.reply(await startPreview(context, text, begun));
    return true;
  },
});

async function withFiles(context: PersonContext, begun: Begun, files: readonly ReceivedFile[]): Promise<Begun> {
  let kept = begun.files;
  for (const file of files) kept = [...kept, await attachFile(context, file, kept)];
  return { ...begun, files: kept };
}

export const previewDialogue = dialogue({
  kind: PREVIEW_DIALOGUE,
  readsCorrections: true,
  state: z.object({ draft: z.string() }),
  claims: (text) => CANCEL.test(text),
  async handle(context, { state, text, files }) {
    if (files.length > 0) {
      const draft = await waitingMessage(context, state.draft);
      const { files: kept } = await withFiles(context, messageOf(draft), files);
      const saved = await changeMessage(context, draft, { files: kept });
      await context.reply(await previewView(context, messageOf(saved), saved.id));
      return true;
    }
    if (!CANCEL.test(text)) return false;
    await dropMessage(context, await waitingMessage(context, state.draft));
    await closePreview(context);
    await context.reply(droppedView());
    return true;
  },
});
