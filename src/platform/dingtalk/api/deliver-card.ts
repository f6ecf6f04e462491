import { type CreateAndDeliverRequest, createAndDeliverResponseSchema, deliverResponseSchema } from "dingtalk-payloads";
import { type DeliveryOutcome, DeliveryTrouble } from "../../chat/ports.ts";
import { type Api, ApiRefused } from "./call.ts";

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
 * Makes a card and shows it in its chat. A card that is there already counts as sent: the id makes repeating harmless, but its face may be an older one.
 * A card that was made but not shown is delivered once more here, because later the platform would only say that it is
 * there; failing again it is refused.
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
    if (error instanceof ApiRefused && error.reason === ALREADY_THERE) return { kind: "sent", existed: true };
    throw error;
  }
  try {
    return await deliverAgain(api, body);
  } catch (error) {
    if (error instanceof DeliveryTrouble) return { kind: "refused", reason: `notDelivered: ${error.message}` };
    throw error;
  }
}
