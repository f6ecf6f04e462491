import { textView } from "../../../platform/chat/view.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { hasApplications } from "../offered.ts";
import { caseName } from "../take-up.ts";
import { wordsOf } from "../words.ts";
import { ask } from "./ask.ts";
import { askedDiscards, takeAsked } from "./asked.ts";
import { discardForm, formToDiscard } from "./discard.ts";
import { discardPhrases as phrases } from "./phrases.ts";

const CONFIRM = "application.confirm-discard";
const fill = { capability: "application.fill", offeredWhen: hasApplications, onlyIn: "direct" } as const;

/** Says what would be lost; nothing is deleted before it is confirmed. */
const discard: Command = {
  ...fill,
  id: "application.discard",
  words: [phrases.word(), "删除草稿", "放弃填写"],
  effect: "read",
  help: {
    example: (definition) => phrases.example(nounsOf(definition).caseName),
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "application",
  },
  handle: async (context, { words }) => ({ reply: await ask(context, await formToDiscard(context, words)) }),
};

const confirm: Command = {
  ...fill,
  id: CONFIRM,
  words: [phrases.confirm()],
  effect: "write",
  async handle(context, { words }) {
    const form = await formToDiscard(context, words);
    // After 取消, or unasked, it is shown first.
    if (!(await takeAsked(context, form))) return { reply: await ask(context, form) };
    const name = caseName(context, form) || phrases.unnamed();
    await discardForm(context, form);
    return { reply: textView(phrases.doneTitle(), phrases.done(name, wordsOf(context.campaign.definition))) };
  },
};

/** 删除申报表: gives up a form that was not handed in. */
export const discardFeature: Feature = { commands: [discard, confirm], extensions: [askedDiscards] };
