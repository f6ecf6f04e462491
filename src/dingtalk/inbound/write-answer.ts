import type { CallbackAnswer } from "../../chat/ports.ts";
import type { View } from "../../chat/view.ts";
import type { CardCallbackReply } from "../wire.ts";

/** The variables of the card template that show a view, every one of them, as text. */
export type ToCardParams = (view: View, version: number) => Record<string, string>;

/** The reply to a press: the card's new face for everyone, and the sentence for the person who pressed. */
export const writeAnswer = (answer: CallbackAnswer, toCardParams: ToCardParams): CardCallbackReply => ({
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
  ...(answer.face === undefined
    ? {}
    : { cardData: { cardParamMap: toCardParams(answer.face.view, answer.face.version) } }),
  userPrivateData: { cardParamMap: { toast: answer.toast ?? "" } },
});
