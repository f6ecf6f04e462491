import type { CardCallbackReply } from "dingtalk-payloads";
import type { CallbackAnswer, CardCallback } from "../../chat/ports.ts";
import { toAnswerParams, toCardParams } from "../render/index.ts";

/** The platform drops responses to a press after this time. Machine time. */
export const CARD_ANSWER_MS = 2_000;
/** Of it, what the network may need. */
export const ON_THE_WAY_MS = 100;

/**
 * The response to a press: the new version of the card for everyone, and the toast for the person who pressed.
 * @throws when the card holds a form that is too large
 */
export function writeAnswer(answer: CallbackAnswer, callback: CardCallback): CardCallbackReply {
  const { card, toast } = answer;
  const version = card?.version ?? callback.version;
  const form = callback.form !== undefined || answer.lasting === true;
  return {
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    ...(card === undefined ? {} : { cardData: { cardParamMap: toCardParams(card.view, card.version) } }),
    userPrivateData: { cardParamMap: toAnswerParams({ version, form, ...(toast === undefined ? {} : { toast }) }) },
  };
}
