import { type GroupSendRequest, groupSendResponseSchema, type RobotMessageBody } from "dingtalk-payloads";
import type { GroupId } from "../../../shared/brand.ts";
import type { DeliveryOutcome } from "../../chat/ports.ts";
import type { Api } from "./call.ts";

export const groupBody = (robotCode: string, to: GroupId, { msgKey, param }: RobotMessageBody): GroupSendRequest => ({
  robotCode,
  openConversationId: to,
  msgKey,
  msgParam: JSON.stringify(param),
});

/** Sends a message to a group that the robot belongs to. */
export async function sendGroup(api: Api, body: GroupSendRequest): Promise<DeliveryOutcome> {
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/robot/groupMessages/send", body },
    groupSendResponseSchema,
  );
  return answer.processQueryKey === undefined ? { kind: "sent" } : { kind: "sent", receipt: answer.processQueryKey };
}
