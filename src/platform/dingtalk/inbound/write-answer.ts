import type { CardCallbackReply } from "dingtalk-payloads";
import type { CallbackAnswer, CardCallback } from "../../chat/ports.ts";
import { toAnswerParams, toCardParams } from "../render/index.ts";

/** The platform drops an answer to a press after 2 s of machine time; the rest is for the way. */
export const CARD_ANSWER_MS = 1_900;

/**
 * The reply to a press: the card's new face for everyone, and the sentence for the person who pressed.
 * @throws when the face holds a form that is too large for a card
 */
export function writeAnswer(answer: CallbackAnswer, callback: CardCallback): CardCallbackReply {
  const { face, toast } = answer;
  const version = face?.version ?? callback.version;
  const form = callback.form !== undefined;
  return {
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    ...(face === undefined ? {} : { cardData: { cardParamMap: toCardParams(face.view, face.version) } }),
    userPrivateData: { cardParamMap: toAnswerParams({ version, form, ...(toast === undefined ? {} : { toast }) }) },
  };
}
