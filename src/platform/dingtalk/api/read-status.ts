import { groupQueryResponseSchema, readStatusResponseSchema } from "dingtalk-payloads";
import { type GroupId, type StaffId, staffId } from "../../../shared/brand.ts";
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

/** Readers a page. */
const MOST_READERS = 200;
const MOST_PAGES = 10;

/** People who have read a message in a group. Available for 24 h. */
export async function readInGroupBy(
  api: Api,
  { robotCode, receipt, group }: { robotCode: string; receipt: string; group: GroupId },
): Promise<StaffId[]> {
  const readers: StaffId[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const body = {
      ...{ robotCode, processQueryKey: receipt, openConversationId: group, maxResults: MOST_READERS },
      ...(nextToken === undefined ? {} : { nextToken }),
    };
    const answer = await api.call(
      { gateway: "api", method: "POST", api: "/v1.0/robot/groupMessages/query", body },
      groupQueryResponseSchema,
    );
    readers.push(...(answer.readUserIds ?? []).map(staffId));
    if (!answer.hasMore || !answer.nextToken) break;
    nextToken = answer.nextToken;
  }
  return readers;
}
