import { dingResponseSchema } from "dingtalk-payloads";
import { type StaffId, staffId } from "../../../shared/brand.ts";
import type { Api } from "./call.ts";

/** A reminder in the app that stays until it is confirmed. Only in paid editions of the platform. */
export interface Ding {
  robotCode: string;
  /** At most 200. */
  to: readonly StaffId[];
  content: string;
}

const IN_APP = 1;

export async function sendDing(api: Api, ding: Ding): Promise<{ dingId: string; failed: StaffId[] }> {
  const { robotCode, to, content } = ding;
  const body = { robotCode, remindType: IN_APP, receiverUserIdList: to, content };
  const answer = await api.call(
    { gateway: "api", method: "POST", api: "/v1.0/robot/ding/send", body },
    dingResponseSchema,
  );
  return {
    dingId: answer.openDingId,
    failed: Object.values(answer.failedList ?? {})
      .flat()
      .map(staffId),
  };
}
