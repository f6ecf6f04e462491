import type { Action } from "../../../platform/chat/view.ts";
import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { readWhole } from "../../../platform/conversation/numerals.ts";
import { compactAnswer } from "../../../platform/conversation/plain.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { awaitChoice } from "../../engine/choice.ts";
import type { PersonContext } from "../../engine/context.ts";
import { isSame } from "../../engine/dispatch/step-aside.ts";
import type { Feature } from "../../engine/feature.ts";
import { type UnfinishedWork, unfinishedOf } from "../../engine/unfinished-work.ts";
import { resumptionPhrases as phrases } from "./phrases.ts";

const word = (text: string): string => simplified(compactAnswer(text)).replaceAll(/[“”"「」]/g, "");

/** 继续 二杠三扣一分: words that name no work, and are no courtesy. */
async function besideWork(context: PersonContext, words: string): Promise<string | undefined> {
  if (words === "" || readWhole(words) !== undefined || talkIn(words) !== undefined) return undefined;
  const all = await unfinishedOf(context);
  return all.some(({ name }) => word(name).includes(word(words))) ? undefined : words;
}

/** By its number in the list, else by a part of its name; without words the open one, else all. */
async function wanted(context: PersonContext, words: string): Promise<readonly UnfinishedWork[]> {
  const all = await unfinishedOf(context);
  const open = await context.dialogue.current();
  if (words === "") {
    const current = all.filter(({ dialogue }) => open && isSame(dialogue, open));
    return current.length > 0 ? current : all;
  }
  const numbered = all[(readWhole(words) ?? 0) - 1];
  const named = all.filter(({ name }) => word(name).includes(word(words)));
  return numbered ? [numbered] : named.length > 0 ? named : all;
}

/** What the person does for a district goes on for it. */
const inPlace = (context: PersonContext, { district }: UnfinishedWork): PersonContext =>
  district === undefined ? context : context.inPlaceOf(district);

/** 继续: goes on with what was left; several are named. */
export const resumptionFeature: Feature = {
  commands: [
    {
      id: "dialogue.resume",
      words: ["继续", "接着办", "接着填"],
      capability: "help.see",
      effect: "read",
      onlyIn: "direct",
      async handle(context, { verbatim, words, subject }) {
        const beside = subject === undefined ? await besideWork(context, verbatim) : undefined;
        const open = await context.dialogue.current();
        const [first, ...more] = await wanted(context, beside === undefined ? (subject ?? words) : "");
        if (!first) return { reply: phrases.nothing(open !== undefined) };
        if (beside !== undefined) await context.reply(phrases.notDone(beside));
        if (more.length === 0) return first.takeUp(inPlace(context, first));
        const names = [first, ...more].map(({ name }) => name);
        await awaitChoice(
          context,
          names.map((name) => ({ name, typed: actionFor(name).typed })),
        );
        return { reply: phrases.which(names, names.map(actionFor)) };
      },
    },
  ],
};

const actionFor = (name: string): Action => ({
  id: "dialogue.resume",
  label: phrases.goOnWith(name),
  typed: `继续 ${name}`,
  look: "default",
  subject: name,
});
