import { readStatusResponseSchema } from "dingtalk-payloads";
import { type StaffId, staffId } from "../../../shared/brand.ts";
import type { Api } from "./call.ts";

/** People who have read a direct message. Available for 24 h; events report the same without a call. */
export async function readBy(api: Api, message: { robotCode: string; receipt: string }): Promise<StaffId[]> {
  const query = { robotCode: message.robotCode, processQueryKey: message.receipt };
  const answer = await api.call(
    { gateway: "api", method: "GET", api: "/v1.0/robot/oToMessages/readStatus", query },
    readStatusResponseSchema,
  );
  const readers = (answer.messageReadInfoList ?? []).filter((entry) => entry.readStatus === "READ");
  return readers.map((entry) => staffId(entry.userId));
}
