import { recallResponseSchema } from "dingtalk-payloads";
import type { GroupId } from "../../../shared/brand.ts";
import type { Api } from "./call.ts";

export interface SentMessages {
  robotCode: string;
  /** At most 20, sent less than 24 h ago. */
  receipts: readonly string[];
}

/** @returns the receipts of the recalled messages */
export async function recallDirect(api: Api, { robotCode, receipts }: SentMessages): Promise<string[]> {
  const body = { robotCode, processQueryKeys: receipts };
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/robot/otoMessages/batchRecall", body },
    recallResponseSchema,
  );
  return answer.successResult ?? [];
}

/** @returns the receipts of the recalled messages */
export async function recallFromGroup(api: Api, messages: SentMessages & { group: GroupId }): Promise<string[]> {
  const { robotCode, receipts, group } = messages;
  const body = { robotCode, openConversationId: group, processQueryKeys: receipts };
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/robot/groupMessages/recall", body },
    recallResponseSchema,
  );
  return answer.successResult ?? [];
}
