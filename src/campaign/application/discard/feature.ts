import { textView } from "../../../platform/chat/view.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { cancelAction } from "../../engine/dispatch/disarm.ts";
import type { Command, CommandOutcome, Feature } from "../../engine/feature.ts";
import { nameOf } from "../colleagues.ts";
import type { ApplicationDraft } from "../draft.ts";
import { hasApplications } from "../offered.ts";
import { caseName } from "../take-up.ts";
import { wordsOf } from "../words.ts";
import { askDiscard, askedDiscards, takeAsked } from "./asked.ts";
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
  handle: async (context, { words }) => ask(context, await formToDiscard(context, words)),
};

async function ask(context: PersonContext, form: ApplicationDraft): Promise<CommandOutcome> {
  await askDiscard(context, form);
  const [name, said] = [caseName(context, form) || phrases.unnamed(), wordsOf(context.campaign.definition)];
  const others = [...new Set([form.draft.startedBy, ...Object.keys(form.work.people)])]
    .filter((one) => one !== context.person.staffId)
    .map((one) => nameOf(context.people, one));
  const done = Object.keys(form.state.answers).length;
  const typed = phrases.confirmTyped(name);
  return {
    reply: textView(phrases.title(said), phrases.asks(name, { ...said, done, others }), {
      actions: [{ id: "", label: phrases.confirm(), typed, look: "default" }, cancelAction(phrases.keep())],
    }),
  };
}

const confirm: Command = {
  ...fill,
  id: CONFIRM,
  words: [phrases.confirm()],
  effect: "write",
  async handle(context, { words }) {
    const form = await formToDiscard(context, words);
    // After 取消, or unasked, it is shown first.
    if (!(await takeAsked(context, form))) return ask(context, form);
    const name = caseName(context, form) || phrases.unnamed();
    await discardForm(context, form);
    return { reply: textView(phrases.doneTitle(), phrases.done(name, wordsOf(context.campaign.definition))) };
  },
};

/** 删除申报表: gives up a form that was not handed in. */
export const discardFeature: Feature = { commands: [discard, confirm], extensions: [askedDiscards] };
