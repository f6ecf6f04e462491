import { createEvent } from "./calendar/create-event.ts";
import { findEventCalls } from "./calendar/find-event.ts";
import { cardCalls } from "./card-delivery/card-calls.ts";
import { closedCardCalls } from "./card-delivery/closed-calls.ts";
import { departmentCalls } from "./contacts/department-calls.ts";
import { userCalls } from "./contacts/user-calls.ts";
import { sendByCustomRobot } from "./custom-robot/send.ts";
import { groupCalls } from "./groups/group-calls.ts";
import { groupRobots } from "./groups/group-robots.ts";
import { noticeTaskCalls } from "./notice/notice-tasks.ts";
import { sendNotice } from "./notice/send-notice.ts";
import type { Parts } from "./parts.ts";
import type { PlatformCall } from "./platform/call.ts";
import { openConnection } from "./platform/open-connection.ts";
import { tokenCalls } from "./platform/token-calls.ts";
import { batchSend } from "./robot/batch-send.ts";
import { dingCalls } from "./robot/ding.ts";
import { groupSend } from "./robot/group-send.ts";
import { mediaUpload } from "./robot/media-upload.ts";
import { messageFileCalls } from "./robot/message-files.ts";
import { pluginCalls } from "./robot/plugins.ts";
import { readStatusCalls } from "./robot/read-status.ts";
import { recallCalls } from "./robot/recall.ts";
import { sendBySession } from "./robot/session-webhook.ts";
import { todoCalls } from "./todo/todo-calls.ts";

/** Everything of DingTalk's own interface that the emulator knows. */
export const platformCalls = (parts: Parts): PlatformCall[] => [
  openConnection(parts),
  ...tokenCalls(parts),
  batchSend(parts),
  groupSend(parts),
  sendBySession(parts),
  sendByCustomRobot(parts),
  ...messageFileCalls(parts),
  ...readStatusCalls(parts),
  ...recallCalls(parts),
  ...dingCalls(parts),
  sendNotice(parts),
  ...noticeTaskCalls(parts),
  ...pluginCalls(parts),
  groupRobots(parts),
  mediaUpload(parts),
  ...cardCalls(parts),
  ...closedCardCalls(),
  ...groupCalls(parts),
  ...userCalls(parts),
  ...departmentCalls(parts),
  ...todoCalls(parts),
  createEvent(parts),
  ...findEventCalls(parts),
];
