import { z } from "zod";
import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import { namesOf } from "../directory/store.ts";
import { asText, saidAsText } from "../engine/dispatch/command-or-answer.ts";
import { type Command, dialogue, type Feature } from "../engine/feature.ts";
import { ANSWERING, answer, give, OWN, RECEIVED } from "./give.ts";
import { feedbackPhrases as phrases } from "./phrases.ts";
import { feedbackIn, feedbackNumbered, feedbackTable } from "./store.ts";
import { ANSWER, feedbackView } from "./views.ts";

const TEXT_DIALOGUE = "feedback.text";
const CANCEL = /^[\s/／]*取消[\s。.！!]*$/u;
const LISTED = 10;

const say: Command = {
  id: "feedback.give",
  words: [phrases.word(), "提意见", "提建议"],
  capability: "help.see",
  effect: "read",
  takesText: true,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    withoutButton: true,
  },
  onlyIn: "direct",
  async handle(context, { verbatim }) {
    if (verbatim.trim() !== "") {
      const meant = saidAsText(verbatim);
      const asIs = (text: string): string => `${phrases.word()} ${asText(text)}`;
      await give(context, { typed: meant ?? verbatim, asText: meant !== undefined, asIs });
      return {};
    }
    await context.dialogue.open(TEXT_DIALOGUE, {});
    return { reply: textView(phrases.askTitle(), phrases.ask(nounsOf(context.campaign.definition))) };
  },
};

const textDialogue = dialogue({
  kind: TEXT_DIALOGUE,
  state: z.object({}),
  claims: (text) => CANCEL.test(text),
  awaits: async () => "text",
  async handle(context, { text, files, asText: isMeant = false }) {
    if (files.length > 0 || text.trim() === "") return false;
    await context.dialogue.close(TEXT_DIALOGUE);
    if (CANCEL.test(text)) await context.reply(textView(phrases.askTitle(), phrases.dropped(), { tone: "closed" }));
    else await give(context, { typed: text, asText: isMeant, asIs: asText });
    return true;
  },
});

const list: Command = {
  id: "feedback.list",
  words: [phrases.listWord(), "查看意见建议"],
  capability: ANSWERING,
  effect: "read",
  help: { example: phrases.listWord(), purpose: phrases.listPurpose() },
  onlyIn: "direct",
  async handle(context, { words, subject }) {
    const asked = subject ?? words.replaceAll(/\D/gu, "");
    if (asked !== "") {
      if (!(await feedbackNumbered(context.tx, context.campaign.id, Number(asked))))
        throw new RefusalError("feedback.unknown", phrases.unknown(asked));
      await context.cards.show(context.chat, { kind: RECEIVED, subject: String(Number(asked)) });
      return {};
    }
    const all = (await feedbackIn(context.tx, context.campaign.id)).slice(0, LISTED);
    if (all.length === 0) return { reply: textView(phrases.listTitle(), phrases.none()) };
    const texts = await context.personal.read(all.map(({ text }) => text));
    const names = await namesOf(
      context.tx,
      all.map(({ person }) => person),
    );
    const items = all.map(({ number, person, text, answer: answered }) =>
      phrases.line(number, names.get(person) ?? person, {
        text: (texts.get(text.personal) ?? phrases.erased()).replaceAll(/\s+/gu, " "),
        isAnswered: answered !== undefined,
      }),
    );
    return {
      reply: {
        ...textView(phrases.listTitle(), "", { footnote: phrases.listFootnote() }),
        body: [{ kind: "list", items }],
        actions: all.slice(0, 5).map(({ number }) => ({
          ...{ id: list.id, label: phrases.see(number), typed: `${phrases.listWord()} ${number}` },
          ...{ look: "default" as const, subject: String(number) },
        })),
      },
    };
  },
};

const answering: Command = {
  id: ANSWER,
  words: [phrases.answerWord()],
  capability: ANSWERING,
  effect: "write",
  takesText: true,
  onlyIn: "direct",
  async handle(context, { verbatim, subject, values }) {
    const [, number = "", text = ""] = /^\s*(\d{1,4})\s*号?[\s:：,，、]*(.*)$/su.exec(verbatim.normalize("NFC")) ?? [];
    const said = z.object({ answer: z.string() }).safeParse(values).data?.answer ?? text;
    const asked = Number((subject ?? number) || Number.NaN);
    if (!Number.isInteger(asked)) throw new RefusalError("feedback.which", phrases.emptyAnswer());
    await answer(context, asked, said);
    const sentence = phrases.answeredToast();
    return { reply: textView(phrases.askTitle(), sentence, { tone: "done" }), toast: sentence, changed: true };
  },
};

/** 意见建议: anybody to the organizer, answered on the same card. */
export const feedbackFeature: Feature = {
  commands: [say, list, answering],
  dialogues: [textDialogue],
  renderers: [
    { kind: OWN, redrawOn: [], render: (context, { subject }) => feedbackView(context, subject, { isOwn: true }) },
    {
      kind: RECEIVED,
      redrawOn: [],
      render: (context, { subject }) => feedbackView(context, subject, { isOwn: false }),
    },
  ],
  tables: [feedbackTable],
};
