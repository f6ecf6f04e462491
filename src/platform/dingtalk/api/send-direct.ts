import { type DirectSendRequest, directSendResponseSchema, type RobotMessageBody } from "dingtalk-payloads";
import type { StaffId } from "../../../shared/brand.ts";
import { DeliveryError, type DeliveryOutcome } from "../../chat/ports.ts";
import type { Api } from "./call.ts";

const FLOW_CONTROLLED_WAIT_MS = 60_000;

export const directBody = (robotCode: string, to: StaffId, { msgKey, param }: RobotMessageBody): DirectSendRequest => ({
  robotCode,
  userIds: [to],
  msgKey,
  msgParam: JSON.stringify(param),
});

/**
 * Sends a message to a person's direct chat. The platform returns 200 even if it did not deliver: unknown people and
 * people outside the app's visible range count as refused, flow-controlled people are retried.
 * @returns the receipt for read status and recall
 */
export async function sendDirect(api: Api, body: DirectSendRequest): Promise<DeliveryOutcome> {
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/robot/oToMessages/batchSend", body },
    directSendResponseSchema,
  );
  if (answer.invalidStaffIdList?.length) return { kind: "refused", reason: "invalidStaffId" };
  if (answer.flowControlledStaffIdList?.length) {
    throw new DeliveryError("the person is flow-controlled", FLOW_CONTROLLED_WAIT_MS, { code: "throttled" });
  }
  return answer.processQueryKey === undefined ? { kind: "sent" } : { kind: "sent", receipt: answer.processQueryKey };
}
