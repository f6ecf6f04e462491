import { cardCalls } from "../card-delivery/card-calls.ts";
import { openConnection } from "../gateway/open-connection.ts";
import type { Parts } from "../parts.ts";
import { batchSend } from "../robot/batch-send.ts";
import { groupSend } from "../robot/group-send.ts";
import { sendBySession } from "../robot/session-webhook.ts";
import type { PlatformCall } from "./call.ts";
import { tokenCalls } from "./token-calls.ts";

/** Everything of DingTalk's own interface that the emulator knows. */
export const platformCalls = (parts: Parts): PlatformCall[] => [
  openConnection(parts),
  ...tokenCalls(parts),
  batchSend(parts),
  groupSend(parts),
  sendBySession(parts),
  ...cardCalls(parts),
];
