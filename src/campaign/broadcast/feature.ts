import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { type FilePlace, filePlaces, filesInUse } from "../engine/dispatch/file-places.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import { type CardRenderer, type Command, extend, type Feature, redrawOn } from "../engine/feature.ts";
import { receiptsChanged } from "../receipt/events.ts";
import { onTasks } from "../tasks/feature.ts";
import { attachFile } from "./attach-file.ts";
import { audience, MESSAGE, type Message, ofBroadcast, type Recipients } from "./broadcast.ts";
import { checkedText, checkFields } from "./check-text.ts";
import { checkDelivery } from "./delivery-check.ts";
import { askForText, previewDialogue, textDialogue } from "./dialogue.ts";
import { changeMessage, dropMessage, messageOf, startMessage, unsent, waitingMessage } from "./drafts.ts";
import { noticeRenderer } from "./notice.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { checkReceivers, closePreview, startPreview } from "./preview.ts";
import { readRecipients } from "./read-recipients.ts";
import { receiversOf } from "./recipients.ts";
import { confirmMessage, sendAtMoment } from "./send.ts";
import { readSendingTime } from "./sending-time.ts";
import { broadcastTable, filesOfBroadcasts } from "./store.ts";
import { droppedView, messageCardView, previewView } from "./views.ts";
import { broadcastAction, FORM, OWING } from "./write-view.ts";

const CAPABILITY = "broadcast.send";

const write: Command = {
  id: broadcastAction.id,
  readsCorrections: true,
  words: [phrases.word(), phrases.otherWord(), "broadcast"],
  capability: CAPABILITY,
  effect: "read",
  takesText: true,
  help: { example: phrases.word(), purpose: phrases.purpose() },
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

const formSchema = z.object({
  ...{ text: z.string().catch(""), audience: z.string().catch("group") },
  ...{ who: z.string().catch(""), at: z.string().catch("") },
});

const preview: Command = {
  id: "broadcast.preview",
  words: ["预览广播", "预览通知"],
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { verbatim, subject, values }) {
    const filled = formSchema.parse({ text: verbatim, ...values });
    if (subject === undefined) return { reply: await startPreview(context, filled.text) };
    const draft = await waitingMessage(context, subject);
    const to = chosen(context, filled);
    const text = checkedText(context, filled.text, to.audience);
    await receiversOf(context, to);
    const at = filled.at.trim() === "" ? {} : { at: momentIn(context, filled.at) };
    await changeMessage(context, draft, { text, ...to, ...at });
    return { changed: true };
  },
};

/** Receivers written by hand count before the choice. */
function chosen(context: PersonContext, { who, audience: choice }: { who: string; audience: string }): Recipients {
  if (who.trim() !== "") return readRecipients(context, who);
  if (choice.startsWith(OWING)) return { audience: "owing", of: [choice.slice(OWING.length)] };
  return { audience: audience.catch("group").parse(choice), of: [] };
}

/** @throws {RefusalError} unless it names a moment to come */
function momentIn({ now, campaign }: PersonContext, typed: string): string {
  const time = readSendingTime(typed, { now, year: campaign.definition.campaign.year.value });
  switch (time.kind) {
    case "at":
      return time.at.toISOString();
    case "past":
      throw new RefusalError("broadcast.time-past", phrases.timePast(time.at));
    case "tooFar":
      throw new RefusalError("broadcast.time-too-far", phrases.timeTooFar(time.at));
    case "unclear":
      throw new RefusalError("broadcast.time-unclear", phrases.timeUnclear());
  }
}

type Named = Pick<Command, "id"> & { words: string[] };

const confirming = ({ id, words }: Named, isSaidAgain: boolean): Command => ({
  id,
  words,
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    const draft = await waitingMessage(context, subject);
    const done = await confirmMessage(context, draft, isSaidAgain);
    if (done.kind === "asked") {
      const asked = await waitingMessage(context, draft.id);
      const toast = phrases.askAgain(done.at, done.quiet);
      return { reply: await previewView(context, messageOf(asked), asked.id), toast, changed: true };
    }
    await closePreview(context);
    if (done.kind === "planned") {
      const toast = phrases.planned(done.at);
      return { reply: textView(phrases.plannedTitle(), toast), toast, changed: true };
    }
    const toast = done.kind === "sent" ? phrases.sent(done.receivers) : phrases.corrected(done.receivers);
    return { reply: textView(phrases.sentTitle(), toast, { tone: "done" }), toast, changed: true };
  },
});

/** Changes something of the message that waits for its confirmation. */
const changing = (
  { id, words }: Named,
  change: (context: PersonContext, message: Message, typed: string) => Promise<Partial<Message>> | Partial<Message>,
): Command => ({
  id,
  words,
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject, verbatim }) {
    const draft = await waitingMessage(context, subject);
    const saved = await changeMessage(context, draft, await change(context, messageOf(draft), verbatim));
    return { reply: await shown(context, saved.id), changed: true };
  },
});

const shown = async (context: PersonContext, id: string): Promise<View> =>
  previewView(context, messageOf(await waitingMessage(context, id)), id);

const readdress = (to: "group" | "officials", word: string): Command =>
  changing(
    { id: to === "group" ? "broadcast.to-group" : "broadcast.to-officials", words: [word] },
    (context, message) => {
      if (message.corrects !== undefined) throw new RefusalError("broadcast.correction", phrases.asItWas());
      checkFields(context, message.text ?? "", to);
      return { audience: to, of: [] };
    },
  );

const address = changing({ id: "broadcast.to", words: [phrases.toWord()] }, (context, message, typed) => {
  if (message.corrects !== undefined) throw new RefusalError("broadcast.correction", phrases.asItWas());
  return checkReceivers(context, message, typed);
});

const setTime = changing({ id: "broadcast.at", words: [phrases.atWord(), "定时"] }, (context, message, typed) => {
  if (message.corrects !== undefined) throw new RefusalError("broadcast.correction", phrases.asItWas());
  return { at: momentIn(context, typed) };
});

const atOnce = changing({ id: "broadcast.at-once", words: [phrases.atOnceWord(), "不定时"] }, () => ({
  at: undefined,
}));

const withoutFiles = changing({ id: "broadcast.without-files", words: [phrases.withoutFiles()] }, () => ({
  files: [],
}));

const attach = changing({ id: "broadcast.attach", words: [phrases.attach()] }, async (context, message, typed) => {
  const file = await takeOffered(context, typed);
  return { files: [...message.files, await attachFile(context, file, message.files)] };
});

const drop: Command = {
  id: "broadcast.drop",
  words: [phrases.drop(), "取消通知"],
  capability: CAPABILITY,
  effect: "write",
  async handle(context, { subject }) {
    await dropMessage(context, await waitingMessage(context, subject));
    await closePreview(context);
    return { reply: droppedView(), toast: phrases.dropped(), changed: true };
  },
};

const messageRenderer: CardRenderer = {
  kind: MESSAGE,
  // Saving the draft refreshes the card, too. Who owes something is counted in the preview.
  redrawOn: [...onTasks, redrawOn(receiptsChanged, ({ message }) => ofBroadcast(message) ?? [])],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`no broadcast draft ${subject}`);
    return messageCardView(context, draft);
  },
};

/** A file that comes while a message waits for its confirmation. */
const placeOf = extend(filePlaces, async (context, { person, file }): Promise<FilePlace | undefined> => {
  const drafts = await context.drafts.unfinished({ kind: MESSAGE, subject: person.staffId });
  if (!drafts.some((draft) => messageOf(draft).text !== undefined)) return undefined;
  const label = phrases.attach();
  return { action: { id: attach.id, label, typed: `${label} ${file.name}`, look: "default" } };
});

/** 广播, 群发通知: write, preview, confirm; each message is sent once. */
export const broadcastFeature: Feature = {
  commands: [
    ...[write, preview],
    confirming({ id: "broadcast.confirm", words: [phrases.confirm()] }, false),
    confirming({ id: "broadcast.confirm-anyway", words: [phrases.confirmAnyway()] }, true),
    readdress("group", phrases.toGroup()),
    readdress("officials", phrases.toOfficials()),
    ...[address, setTime, atOnce, attach, withoutFiles, drop],
  ],
  renderers: [messageRenderer, noticeRenderer],
  dialogues: [textDialogue, previewDialogue],
  dueKinds: [sendAtMoment, checkDelivery],
  tables: [broadcastTable],
  extensions: [unsent, placeOf, extend(filesInUse, async ({ tx }, { hashes }) => filesOfBroadcasts(tx, hashes))],
};
