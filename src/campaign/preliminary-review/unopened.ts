import { chatPhrases } from "../../platform/chat/phrases.ts";
import { ID } from "../../platform/conversation/score-segments.ts";
import { REST_WORDS, SAID_POINTS } from "../../platform/conversation/score-words.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { requireAccepted } from "../engine/acceptance.ts";
import { understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { SCORES } from "./review.ts";

/** 1-2 3 会议少, 其余满分 */
const GIVES_POINTS = new RegExp(
  `^(?:${ID}[\\s:：]*${SAID_POINTS}(?:$|\\D)|(?:${REST_WORDS}|全部|都)\\S{0,3}满分)`,
  "u",
);

/** Points without an open sheet are given to no case. */
export const pointsUnopened = extend(understood, async (context, { text, person, place }) => {
  const { definition } = context.campaign;
  if (place !== "direct" || !GIVES_POINTS.test(text.trim())) return undefined;
  if (!SCORES.offeredWhen(definition) || !mayMember(definition, person, SCORES.capability)) return undefined;
  await requireAccepted(context, { ...SCORES, words: [phrases.word()], effect: "write" });
  return chatPhrases.refusal(phrases.noSheetOpen(nounsOf(definition)));
});
