import { z } from "zod";
import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type Command, dialogue, type Feature } from "../../engine/feature.ts";
import { MESSAGE } from "../broadcast.ts";
import { askForText } from "../dialogue.ts";
import { broadcastPhrases } from "../phrases.ts";
import { startPreview } from "../preview.ts";
import { recipientsWords } from "../recipients.ts";
import { quietAt } from "../sending-time.ts";
import { type Broadcast, broadcastMeant, broadcastsOf, filesOf, textOf } from "../store.ts";
import { requireSent } from "./correct.ts";
import { nudge } from "./nudge.ts";
import { sentPhrases as phrases } from "./phrases.ts";
import { recall, requireRecallable } from "./recall.ts";

const CAPABILITY = "broadcast.send";
/** Lines of the list. */
const LISTED = 8;
/** 2号：…, 第2条 …, 2 …; no day or time with which the text begins. */
const NUMBERED = /^\s*第?\d{1,4}\s*(?:[号条](?![前后以之])[\s:：,，]*|[\s,，]+|[:：](?!\d)\s*|$)/u;

/** 通知记录; with a number the card of one. */
const list: Command = {
  id: "broadcast.list",
  words: [phrases.word(), "广播记录", "已发通知", "定时通知"],
  capability: CAPABILITY,
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  onlyIn: "direct",
  async handle(context, { words, subject }) {
    if (words !== "" || subject !== undefined) {
      const { id } = await broadcastMeant(context, { words, ...(subject === undefined ? {} : { subject }) });
      await context.cards.show(context.chat, { kind: MESSAGE, subject: id });
      return {};
    }
    const all = await broadcastsOf(context.tx, context.campaign.id);
    if (all.length === 0) return { reply: textView(phrases.title(), phrases.none()) };
    const shown = all.slice(0, LISTED);
    const items = await Promise.all(shown.map((one) => lineOf(context, one)));
    return {
      reply: {
        ...textView(phrases.title(), "", { footnote: phrases.footnote() }),
        body: [{ kind: "list", items }],
        actions: shown.slice(0, 3).flatMap(({ id, number }) =>
          number === undefined
            ? []
            : [
                {
                  id: list.id,
                  label: phrases.see(number),
                  typed: phrases.seeTyped(number),
                  look: "default",
                  subject: id,
                },
              ],
        ),
      },
    };
  },
};

async function lineOf(context: PersonContext, one: Broadcast): Promise<string> {
  const text = (await textOf(context, one.text)) ?? broadcastPhrases.erased();
  return phrases.line(one.number, {
    ...{ state: one.state, at: one.sentAt ?? one.dueAt, to: recipientsWords(context, one.to) },
    text: phrases.start(text.replaceAll(/\s+/gu, " ")),
  });
}

const correct: Command = {
  id: "broadcast.correct",
  readsCorrections: true,
  words: [phrases.correctWord()],
  capability: CAPABILITY,
  effect: "write",
  takesText: true,
  onlyIn: "direct",
  async handle(context, { verbatim, subject }) {
    const named = NUMBERED.exec(verbatim)?.[0] ?? "";
    const broadcast = await broadcastMeant(context, {
      words: named.replaceAll(/[:：,，]/gu, ""),
      ...(subject === undefined ? {} : { subject }),
    });
    requireSent(broadcast);
    const { audience, of } = broadcast.to;
    const message = { audience, of, files: await filesOf(context, broadcast), corrects: broadcast.id };
    const text = verbatim.slice(named.length);
    if (text.trim() !== "") return { reply: await startPreview(context, text, message) };
    await askForText(context, {
      message,
      title: phrases.correctTitle(),
      ask: phrases.correctAsk(broadcast.number ?? 0),
    });
    return {};
  },
};

const RECALL = "broadcast.recall";

const askRecall: Command = {
  id: RECALL,
  words: [phrases.recallWord(), "撤回广播", "取消定时"],
  capability: CAPABILITY,
  effect: "read",
  onlyIn: "direct",
  async handle(context, { words, subject }) {
    const broadcast = await broadcastMeant(context, { words, ...(subject === undefined ? {} : { subject }) });
    requireRecallable(context, broadcast);
    await context.dialogue.open(RECALL, { id: broadcast.id });
    const { number = 0, receivers, files, id } = broadcast;
    const text =
      broadcast.state === "waiting"
        ? phrases.cancelAsk(number)
        : phrases.recallAsk(number, { receivers, files: files.length });
    return {
      reply: textView(phrases.recallWord(), text, {
        tone: "near",
        actions: [
          {
            id: confirmRecall.id,
            label: phrases.recallConfirm(),
            typed: phrases.recallConfirm(),
            look: "danger",
            subject: id,
          },
          { id: keep.id, label: phrases.keep(), typed: phrases.keep(), look: "default" },
        ],
      }),
    };
  },
};

const recallDialogue = dialogue({
  kind: RECALL,
  readsCorrections: true,
  state: z.object({ id: z.string() }),
  async handle() {
    return false;
  },
});

const confirmRecall: Command = {
  id: "broadcast.recall-confirm",
  words: [phrases.recallConfirm()],
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { words, subject }) {
    const open = await context.dialogue.current();
    const asked = open?.kind === RECALL ? recallDialogue.state.safeParse(open.state).data : undefined;
    const id = subject ?? (asked as { id: string } | undefined)?.id;
    if (id === undefined) throw new RefusalError("broadcast.recall-first", phrases.recallFirst());
    const broadcast = await broadcastMeant(context, { words, subject: id });
    const wasWaiting = broadcast.state === "waiting";
    await recall(context, broadcast);
    await context.dialogue.close(RECALL);
    const sentence = wasWaiting ? phrases.cancelled() : phrases.recalled();
    const title = wasWaiting ? broadcastPhrases.droppedTitle() : phrases.recalledTitle();
    return { reply: textView(title, sentence, { tone: "closed" }), toast: sentence, changed: true };
  },
};

const keep: Command = {
  id: "broadcast.keep",
  words: [phrases.keep()],
  capability: CAPABILITY,
  effect: "read",
  onlyIn: "direct",
  async handle(context) {
    await context.dialogue.close(RECALL);
    return { reply: textView(phrases.recallWord(), phrases.kept()), toast: phrases.kept() };
  },
};

const nudging = ({ id, words }: Pick<Command, "id"> & { words: string[] }, isSaidAgain: boolean): Command => ({
  id,
  words,
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context, { words, subject }) {
    const quiet = quietAt(context.campaign.calendar, context.now);
    if (quiet && !isSaidAgain) {
      const sentence = phrases.nudgeQuiet(broadcastPhrases.quiet(context.now, quiet));
      return { reply: textView(phrases.nudgeWord(), sentence, { tone: "near" }), toast: sentence };
    }
    const broadcast = await broadcastMeant(context, { words, ...(subject === undefined ? {} : { subject }) });
    const sentence = phrases.nudged(await nudge(context, broadcast));
    return { reply: textView(phrases.nudgeWord(), sentence, { tone: "done" }), toast: sentence, changed: true };
  },
});

/** What can still be done with what was sent. */
export const sentBroadcastsFeature: Feature = {
  commands: [
    list,
    correct,
    askRecall,
    confirmRecall,
    keep,
    nudging({ id: "broadcast.nudge", words: [phrases.nudgeWord()] }, false),
    nudging({ id: "broadcast.nudge-anyway", words: [phrases.nudgeAnyway()] }, true),
  ],
  dialogues: [recallDialogue],
};
