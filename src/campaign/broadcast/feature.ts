import { z } from "zod";
import { textView } from "../../platform/chat/view.ts";
import { type CardRenderer, type Command, type Feature, redrawOn } from "../engine/feature.ts";
import { receiptsChanged } from "../receipt/events.ts";
import { type Audience, audience, MESSAGE, ofBroadcast } from "./broadcast.ts";
import { askForText, checkedText, closePreview, previewDialogue, startPreview, textDialogue } from "./dialogue.ts";
import { dropMessage, messageOf, saveMessage, startMessage, unsent, waitingMessage } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { sendBroadcast } from "./send.ts";
import { broadcastTable } from "./store.ts";
import { broadcastAction, droppedView, FORM, messageCardView, previewView } from "./views.ts";

const write: Command = {
  id: broadcastAction.id,
  words: [broadcastPhrases.word(), broadcastPhrases.otherWord(), "broadcast"],
  capability: "broadcast.send",
  effect: "read",
  takesText: true,
  help: { example: broadcastPhrases.word(), purpose: "撰写通知，预览确认后发到活动群或各经办人" },
  onlyIn: "direct",
  async handle(context, { verbatim, subject }) {
    if (verbatim !== "") return { reply: await startPreview(context, verbatim) };
    if (subject === FORM && context.cards.interactive) {
      const draft = await startMessage(context, { audience: "group" });
      await context.cards.show(context.chat, { kind: MESSAGE, subject: draft.id });
    } else {
      await askForText(context);
    }
    return {};
  },
};

const formSchema = z.object({ text: z.string().catch(""), audience: audience.catch("group") });

const preview: Command = {
  id: "broadcast.preview",
  words: ["预览广播", "预览通知"],
  capability: "broadcast.send",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { verbatim, subject, values }) {
    const { text, audience: to } = formSchema.parse({ text: verbatim, ...values });
    if (subject === undefined) return { reply: await startPreview(context, text) };
    const draft = await waitingMessage(context, subject);
    await saveMessage(context, draft, { text: checkedText(text), audience: to });
    return { changed: true };
  },
};

const confirm: Command = {
  id: "broadcast.confirm",
  words: [broadcastPhrases.confirm()],
  capability: "broadcast.send",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    const receivers = await sendBroadcast(context, await waitingMessage(context, subject));
    await closePreview(context);
    const toast = broadcastPhrases.sent(receivers);
    return { reply: textView(broadcastPhrases.sentTitle(), toast, { tone: "done" }), toast, changed: true };
  },
};

const readdress = (to: Audience, word: string): Command => ({
  id: to === "group" ? "broadcast.to-group" : "broadcast.to-officials",
  words: [word],
  capability: "broadcast.send",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    const draft = await waitingMessage(context, subject);
    const saved = await saveMessage(context, draft, { ...messageOf(draft), audience: to });
    return { reply: previewView(context, messageOf(saved), saved.id), changed: true };
  },
});

const drop: Command = {
  id: "broadcast.drop",
  words: [broadcastPhrases.drop(), "取消通知"],
  capability: "broadcast.send",
  effect: "write",
  async handle(context, { subject }) {
    await dropMessage(context, await waitingMessage(context, subject));
    await closePreview(context);
    return { reply: droppedView(), toast: broadcastPhrases.dropped(), changed: true };
  },
};

const messageRenderer: CardRenderer = {
  kind: MESSAGE,
  // Saving the draft refreshes the card, too.
  redrawOn: [redrawOn(receiptsChanged, ({ message }) => ofBroadcast(message) ?? [])],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`no broadcast draft ${subject}`);
    return messageCardView(context, draft);
  },
};

/** 广播, 群发通知: write, preview, confirm; each message is sent once. */
export const broadcastFeature: Feature = {
  commands: [
    write,
    preview,
    confirm,
    readdress("group", broadcastPhrases.toGroup()),
    readdress("officials", broadcastPhrases.toOfficials()),
    drop,
  ],
  renderers: [messageRenderer],
  dialogues: [textDialogue, previewDialogue],
  tables: [broadcastTable],
  extensions: [unsent],
};
