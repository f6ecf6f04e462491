import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { besideIn } from "../authority/form.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { answerToDecide, decideAnswer, type Verdict } from "./decide.ts";
import { rulingPhrases } from "./phrases.ts";
import { answerName } from "./ruling.ts";

const KIND = "ruling.opinion";

/** Decides with what is typed or filled in beside: the authority and the opinion. Declining without an opinion asks for it first. */
export async function decideInWords(
  context: PersonContext,
  { named, verdict, ...said }: Pick<Verdict, "named" | "verdict"> & Parameters<typeof besideIn>[0],
): Promise<View> {
  const beside = besideIn(said, context.now);
  if (verdict === "declined" && beside.opinion === undefined) return askOpinion(context, named);
  return decidedView(context, { named, verdict, ...beside });
}

async function askOpinion(context: PersonContext, named: string): Promise<View> {
  const answer = await answerToDecide(context, named);
  await context.dialogue.open(KIND, { named: answerName(answer) });
  return textView(rulingPhrases.declineLabel(), rulingPhrases.askOpinion(answer.ruling));
}

async function decidedView(context: PersonContext, verdict: Verdict): Promise<View> {
  const { ruling, text, effectiveAt, state } = await decideAnswer(context, verdict);
  return state === "confirmed"
    ? textView(
        rulingPhrases.confirmedTitle(ruling),
        rulingPhrases.confirmed(ruling, text, { from: effectiveAt, now: context.now, authority: verdict.authority }),
      )
    : textView(rulingPhrases.declinedTitle(ruling), rulingPhrases.declined(ruling));
}

const NONE = /^(?:无|没有|没有意见|无意见|跳过)[。.]?$/u;

/** The opinion of whoever declines. */
export const opinionDialogue = dialogue({
  kind: KIND,
  state: z.object({ named: z.string() }),
  claims: (text) => NONE.test(text.trim()),
  async handle(context, { state: { named }, text, files }) {
    const typed = text.trim();
    if (files.length > 0 || typed === "") return false;
    const opinion = NONE.test(typed) ? {} : { opinion: typed.slice(0, 200) };
    const view = await decidedView(context, { named, verdict: "declined", ...opinion });
    await context.dialogue.close(KIND);
    await context.reply(view);
    return true;
  },
});
