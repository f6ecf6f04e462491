import { type DirectSendRequest, directSendResponseSchema, type RobotMessageBody } from "dingtalk-payloads";
import type { StaffId } from "../../../shared/brand.ts";
import { type DeliveryOutcome, DeliveryTrouble } from "../../chat/ports.ts";
import type { Api } from "./call.ts";

const FLOW_CONTROLLED_WAIT_MS = 60_000;

export const directBody = (robotCode: string, to: StaffId, { msgKey, param }: RobotMessageBody): DirectSendRequest => ({
  robotCode,
  userIds: [to],
  msgKey,
  msgParam: JSON.stringify(param),
});

/**
 * A message to one person's direct chat. The platform says 200 also when the person got nothing: unknown people and
 * people outside the app's visible range are refused, flow-controlled people are tried again.
 * @returns the receipt under which reading and recall are asked for
 */
export async function sendDirect(api: Api, body: DirectSendRequest): Promise<DeliveryOutcome> {
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/robot/oToMessages/batchSend", body },
    directSendResponseSchema,
  );
  if (answer.invalidStaffIdList?.length) return { kind: "refused", reason: "invalidStaffId" };
  if (answer.flowControlledStaffIdList?.length) {
    throw new DeliveryTrouble("the person is flow-controlled", FLOW_CONTROLLED_WAIT_MS, { code: "throttled" });
  }
  return answer.processQueryKey === undefined ? { kind: "sent" } : { kind: "sent", receipt: answer.processQueryKey };
}
