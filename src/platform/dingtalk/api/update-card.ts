import { type CardUpdateRequest, cardUpdateResponseSchema } from "dingtalk-payloads";
import type { Api } from "./call.ts";

/** Sets variables of a card by key; the others keep their values. */
export const cardUpdate = (cardId: string, cardParamMap: Record<string, string>): CardUpdateRequest => ({
  outTrackId: cardId,
  cardData: { cardParamMap },
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
});

export async function updateCard(api: Api, body: CardUpdateRequest): Promise<void> {
  await api.call({ gateway: "api", method: "PUT", api: "/v1.0/card/instances", body }, cardUpdateResponseSchema);
}
