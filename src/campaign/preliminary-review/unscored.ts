import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { asksOfState } from "../engine/dispatch/extension-points.ts";
import { type Command, extend } from "../engine/feature.ts";
import { pointsByRow, unanswered } from "../scoring/points.ts";
import { reviewState } from "./dialogue.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { DIALOGUE, openReview, SCORES } from "./review.ts";
import { asksForUnscored } from "./rules.ts";
import { scoredApplication } from "./scored-application.ts";

async function rowsLeft(context: PersonContext, applicationId: string): Promise<{ name: string; open: string[] }> {
  const { application, sheet } = await openReview(context, applicationId);
  const open = unanswered(context.campaign.definition.rubric, pointsByRow(sheet));
  return { name: application.compoundName, open };
}

export const unscored: Command = {
  ...SCORES,
  id: "preliminary-review.unanswered",
  ofCase: true,
  words: ["未评分条目", "未评分", "未答"],
  effect: "read",
  help: {
    example: (definition) => phrases.listUnansweredExample(nounsOf(definition)),
    purpose: "列出还没有评分的条目",
    step: "review",
  },
  recognises: (_, text) => asksForUnscored(text) !== undefined,
  async handle(context, { subject, ...said }) {
    const named = asksForUnscored(said.verbatim);
    const request = named === undefined ? said : { ...said, words: named, verbatim: named };
    const of = await scoredApplication(context, { ...request, ...(subject === undefined ? {} : { subject }) });
    const { name, open } = await rowsLeft(context, of.id);
    await context.reply(phrases.unansweredReply(name, open));
    return { toast: phrases.unanswered(open) };
  },
};

/** 还有哪些没打分 while a sheet is open, also beside another question. */
export const asksUnscored = extend(asksOfState, async (_, { text, asker }) => {
  const open = asksForUnscored(text) === "" && asker.place === "direct" ? await asker.dialogue.current() : undefined;
  const state = open?.kind === DIALOGUE ? reviewState.safeParse(open.state).data : undefined;
  if (!state) return undefined;
  const left = await rowsLeft(asker, state.applicationId);
  return phrases.unansweredReply(left.name, left.open);
});
