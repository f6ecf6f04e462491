import { innerAppCalls } from "./apps/inner-apps.ts";
import { createEvent } from "./calendar/create-event.ts";
import { findEventCalls } from "./calendar/find-event.ts";
import { listEventCalls } from "./calendar/list-events.ts";
import { cardCalls, closedCardCalls } from "./card-delivery/card-calls.ts";
import type { Clock } from "./clock/emulated-clock.ts";
import { departmentCalls } from "./contacts/department-calls.ts";
import { searchCalls } from "./contacts/search-calls.ts";
import { userCalls } from "./contacts/user-calls.ts";
import { sendByCustomRobot } from "./custom-robot/send.ts";
import type { Deliveries } from "./delivery/deliveries.ts";
import type { Files } from "./files/files.ts";
import type { Tickets } from "./gateway/tickets.ts";
import { groupCalls } from "./groups/group-calls.ts";
import { groupRobots } from "./groups/group-robots.ts";
import type { UsageCounter } from "./instruments/usage.ts";
import type { Warnings } from "./instruments/warnings.ts";
import type { CallLimits } from "./limits/call-limits.ts";
import { loginCalls } from "./login/login-calls.ts";
import type { Logins } from "./login/logins.ts";
import { noticeTaskCalls } from "./notice/notice-tasks.ts";
import { sendNotice } from "./notice/send-notice.ts";
import type { PlatformCall } from "./platform/call.ts";
import { openConnection } from "./platform/open-connection.ts";
import { tokenCalls } from "./platform/token-calls.ts";
import type { Tokens } from "./platform/tokens.ts";
import { batchSend } from "./robot/batch-send.ts";
import { dingCalls } from "./robot/ding.ts";
import { emotionCalls } from "./robot/emotion.ts";
import { groupSend } from "./robot/group-send.ts";
import { mediaUpload } from "./robot/media-upload.ts";
import { messageFileCalls } from "./robot/message-files.ts";
import { pluginCalls } from "./robot/plugins.ts";
import { readStatusCalls } from "./robot/read-status.ts";
import { recallCalls } from "./robot/recall.ts";
import { sendBySession } from "./robot/session-webhook.ts";
import { todoCalls } from "./todo/todo-calls.ts";
import type { Conversations } from "./world/conversations.ts";
import type { MessageStore } from "./world/messages.ts";
import type { World } from "./world/world.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  files: Files;
  tickets: Tickets;
  tokens: Tokens;
  logins: Logins;
  limits: CallLimits;
  deliveries: Deliveries;
  warnings: Warnings;
  usage: UsageCounter;
  /** Where this emulator listens, without a trailing slash. */
  baseUrl(): string;
  /** The encrypted address of the stream; undefined without a proxy. */
  secureEndpoint(): string | undefined;
}

/** All calls of DingTalk's API that the emulator supports. */
export const platformCalls = (deps: Deps): PlatformCall[] => [
  openConnection(deps),
  ...tokenCalls(deps),
  batchSend(deps),
  groupSend(deps),
  sendBySession(deps),
  sendByCustomRobot(deps),
  ...messageFileCalls(deps),
  ...readStatusCalls(deps),
  ...recallCalls(deps),
  ...emotionCalls(deps),
  ...dingCalls(deps),
  sendNotice(deps),
  ...noticeTaskCalls(deps),
  ...pluginCalls(deps),
  groupRobots(deps),
  mediaUpload(deps),
  ...cardCalls(deps),
  ...closedCardCalls(),
  ...groupCalls(deps),
  ...userCalls(deps),
  ...departmentCalls(deps),
  ...searchCalls(deps),
  ...innerAppCalls(deps),
  ...loginCalls(deps),
  ...todoCalls(deps),
  createEvent(deps),
  ...findEventCalls(deps),
  ...listEventCalls(deps),
];
