import { type CreateAndDeliverRequest, createAndDeliverResponseSchema, deliverResponseSchema } from "dingtalk-payloads";
import { DeliveryError, type DeliveryOutcome } from "../../chat/ports.ts";
import { type Api, ApiRefusedError } from "./call.ts";

const ALREADY_THERE = "param.cardAlreadyExist";

type Delivered = { success: boolean; carrierId?: string | null | undefined; errorMsg?: string | null | undefined };

function outcomeOf(results: readonly Delivered[]): DeliveryOutcome {
  const failed = results.find((result) => !result.success);
  if (failed !== undefined) return { kind: "refused", reason: `notDelivered: ${failed.errorMsg ?? ""}` };
  const receipt = results.find((result) => result.carrierId)?.carrierId;
  return receipt ? { kind: "sent", receipt } : { kind: "sent" };
}

async function deliverAgain(api: Api, body: CreateAndDeliverRequest): Promise<DeliveryOutcome> {
  const { outTrackId, openSpaceId, imGroupOpenDeliverModel, imRobotOpenDeliverModel } = body;
  const again = { outTrackId, openSpaceId, imGroupOpenDeliverModel, imRobotOpenDeliverModel };
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/card/instances/deliver", body: again },
    deliverResponseSchema,
  );
  return outcomeOf(answer.result);
}

/**
 * Creates a card and delivers it to its chat. A card with this id that exists already counts as sent, possibly in an
 * earlier version. A card that was created but not delivered is delivered once more: a later attempt would only report
 * that it exists. If that fails too, the card counts as refused.
 */
export async function deliverCard(api: Api, body: CreateAndDeliverRequest): Promise<DeliveryOutcome> {
  try {
    const answer = await api.call(
      { gateway: "api", method: "POST", api: "/v1.0/card/instances/createAndDeliver", body },
      createAndDeliverResponseSchema,
    );
    const outcome = outcomeOf(answer.result.deliverResults ?? []);
    if (outcome.kind === "sent") return outcome;
  } catch (error) {
    if (error instanceof ApiRefusedError && error.reason === ALREADY_THERE) return { kind: "sent", existed: true };
    throw error;
  }
  try {
    return await deliverAgain(api, body);
  } catch (error) {
    if (error instanceof DeliveryError) return { kind: "refused", reason: `notDelivered: ${error.message}` };
    throw error;
  }
}
