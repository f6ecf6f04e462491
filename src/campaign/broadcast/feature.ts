import { z } from "zod";
import type { Action } from "../../platform/chat/view.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { CardFace, Command, Feature, PersonTurn, Talk } from "../engine/feature.ts";
import { type Audience, audience, LONGEST, MESSAGE } from "./broadcast.ts";
import { dropDraft, messageOf, saveMessage, startMessage, waitingDraft } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { sendBroadcast } from "./send.ts";
import { messageCardView, previewView } from "./views.ts";

const TEXT_TALK = "broadcast.text";
const PREVIEW_TALK = "broadcast.preview";

/** The button that begins a broadcast, for cards of the organizers' own. */
export const broadcastAction: Action = {
  id: "broadcast.write",
  label: broadcastPhrases.word(),
  typed: broadcastPhrases.word(),
  look: "default",
};

/** @throws {Refusal} in a group: what is being written is nobody else's */
function requireDirect({ place }: PersonTurn): void {
  if (place === "group") throw new Refusal("broadcast.in-group", broadcastPhrases.inGroup());
}

/** @throws {Refusal} for an empty or endless text */
function checkedText(typed: string): string {
  const text = cleanParagraphs(typed).replace(/^[:：,，]\s*/u, "");
  if (text === "") throw new Refusal("broadcast.empty", broadcastPhrases.empty());
  if (text.length > LONGEST) throw new Refusal("broadcast.too-long", broadcastPhrases.tooLong(text.length, LONGEST));
  return text;
}

const write: Command = {
  id: broadcastAction.id,
  words: [broadcastPhrases.word(), "broadcast"],
  capability: "broadcast.send",
  effect: "look",
  example: broadcastPhrases.word(),
  purpose: "撰写通知，预览确认后发到活动群或各经办人",
  onlyIn: "direct",
  async run(turn, asked) {
    requireDirect(turn);
    if (asked.by === "words" && asked.verbatim !== "") {
      await preview(turn, checkedText(asked.verbatim));
    } else if (asked.by === "press" && turn.cards.interactive) {
      const draft = await startMessage(turn, { audience: "group" });
      const subject = { campaignId: turn.campaign.id, kind: MESSAGE, subject: draft.id };
      await turn.cards.show(turn.tx, turn.chat, subject);
    } else {
      await turn.dialogues.open(turn.tx, turn.person.staffId, { kind: TEXT_TALK, state: {} });
      await turn.reply(broadcastPhrases.say(broadcastPhrases.word(), broadcastPhrases.ask()));
    }
    return {};
  },
};

/** Keeps the text and shows what would go out; 取消 gives it up from now on. */
async function preview(turn: PersonTurn, text: string): Promise<void> {
  const draft = await startMessage(turn, { text, audience: "group" });
  await turn.dialogues.open(turn.tx, turn.person.staffId, { kind: PREVIEW_TALK, state: { draft: draft.id } });
  await turn.reply(previewView(turn, messageOf(draft), draft.id));
}

const formSchema = z.object({ text: z.string().catch(""), audience: audience.catch("group") });

const previewForm: Command = {
  id: "broadcast.preview",
  words: ["预览广播"],
  capability: "broadcast.send",
  effect: "change",
  example: "预览广播 请各地抓紧申报。",
  purpose: "预览通知",
  offered: false,
  async run(turn, asked) {
    requireDirect(turn);
    if (asked.by === "words") {
      await preview(turn, checkedText(asked.verbatim));
      return {};
    }
    const { text, audience: to } = formSchema.parse({ text: "", audience: "group", ...asked.form });
    const draft = await waitingDraft(turn, asked.subject);
    await saveMessage(turn, draft, { text: checkedText(text), audience: to }, asked.card.id);
    return { changed: true };
  },
};

const confirm: Command = {
  id: "broadcast.confirm",
  words: [broadcastPhrases.confirm()],
  capability: "broadcast.send",
  effect: "change",
  example: broadcastPhrases.confirm(),
  purpose: "发送已预览的广播",
  offered: false,
  async run(turn, asked) {
    requireDirect(turn);
    const draft = await waitingDraft(turn, asked.by === "press" ? asked.subject : "");
    const receivers = await sendBroadcast(turn, draft, asked.by === "press" ? asked.card.id : undefined);
    await turn.dialogues.close(turn.tx, turn.person.staffId, PREVIEW_TALK);
    const text = broadcastPhrases.sent(receivers);
    if (asked.by === "words") await turn.reply(broadcastPhrases.say(broadcastPhrases.sentTitle(), text, "done"));
    return { changed: true, toast: text };
  },
};

const readdress = (to: Audience, word: string): Command => ({
  id: to === "group" ? "broadcast.to-group" : "broadcast.to-officials",
  words: [word],
  capability: "broadcast.send",
  effect: "change",
  example: word,
  purpose: "更改广播的发送范围",
  offered: false,
  async run(turn, asked) {
    requireDirect(turn);
    const draft = await waitingDraft(turn, asked.by === "press" ? asked.subject : "");
    const pressed = asked.by === "press" ? asked.card.id : undefined;
    const saved = await saveMessage(turn, draft, { ...messageOf(draft), audience: to }, pressed);
    if (asked.by === "words") await turn.reply(previewView(turn, messageOf(saved), saved.id));
    return { changed: true };
  },
});

const drop: Command = {
  id: "broadcast.drop",
  words: [broadcastPhrases.drop()],
  capability: "broadcast.send",
  effect: "change",
  example: broadcastPhrases.drop(),
  purpose: "取消还没有发送的广播",
  offered: false,
  async run(turn, asked) {
    const draft = await waitingDraft(turn, asked.by === "press" ? asked.subject : "");
    await dropDraft(turn, draft, asked.by === "press" ? asked.card.id : undefined);
    await turn.dialogues.close(turn.tx, turn.person.staffId, PREVIEW_TALK);
    if (asked.by === "words") await saidDropped(turn);
    return { changed: true, toast: broadcastPhrases.dropped() };
  },
};

const saidDropped = (turn: PersonTurn): Promise<void> =>
  turn.reply(broadcastPhrases.say(broadcastPhrases.droppedTitle(), broadcastPhrases.dropped(), "closed"));

const textTalk: Talk = {
  kind: TEXT_TALK,
  owns: () => false,
  async hear(turn, { text, files }) {
    if (files.length > 0) throw new Refusal("broadcast.no-files", broadcastPhrases.noFiles());
    if (text.trim() === "") return false;
    await preview(turn, checkedText(text));
    return true;
  },
};

const CANCEL = /^[\s/／]*取消[\s。.！!]*$/u;

/** While a preview stands, 取消 gives the message itself up. */
const previewTalk: Talk = {
  kind: PREVIEW_TALK,
  owns: (text) => CANCEL.test(text),
  async hear(turn, { state, text }) {
    if (!CANCEL.test(text)) return false;
    const { draft } = z.object({ draft: z.string() }).parse(state);
    await dropDraft(turn, await waitingDraft(turn, draft));
    await turn.dialogues.close(turn.tx, turn.person.staffId, PREVIEW_TALK);
    await saidDropped(turn);
    return true;
  },
};

const messageFace: CardFace = {
  kind: MESSAGE,
  async draw(turn, { subject }) {
    const draft = await turn.drafts.read(turn.tx, subject);
    if (!draft) throw new Error(`no broadcast draft ${subject}`);
    return messageCardView(turn, draft);
  },
};

/** 广播: written, previewed, confirmed, sent once. */
export const broadcastFeature: Feature = {
  commands: [
    write,
    previewForm,
    confirm,
    readdress("group", broadcastPhrases.toGroup()),
    readdress("officials", broadcastPhrases.toOfficials()),
    drop,
  ],
  faces: [messageFace],
  talks: [textTalk, previewTalk],
};
