import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { shanghaiDay } from "../clock/shanghai-time.ts";
import type { Files } from "../files/files.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { addWarnings, contentWarnings } from "../message-content/content-warnings.ts";
import type { ShownContent } from "../message-content/shown-content.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, NoticeTask } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { badNoticeParameter, readNotice } from "./notice-content.ts";
import { findReceivers } from "./receivers.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  files: Files;
  warnings: Warnings;
}

const MAX_BYTES = 2_048;
const MAX_USERS = 100;
const MAX_DEPARTMENTS = 20;
/** Resembles the platform's ids. */
const FIRST_TASK = 256_271_667_526;

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((one) => one !== ""));

const sendSchema = z.object({
  agent_id: z.coerce.string(),
  userid_list: list,
  dept_id_list: list.transform((ids) => ids.map(Number)),
  to_all_user: z.union([z.boolean(), z.stringbool()]).default(false),
  /** An object, or its text where the call comes as a form. */
  msg: z.union([z.looseObject({}), z.string()]),
});

type NoticeRequest = z.output<typeof sendSchema>;

/** A work notice in each person's 工作通知. What exceeds the daily limits is dropped silently, as on the platform. */
export const sendNotice = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/topapi/message/corpconversation/asyncsend_v2",
    gateway: "oapi",
    auth: "token",
    counted: true,
    body: sendSchema,
    run: ({ app, body }) => {
      checkLimits(deps, body);
      const content = readNotice(deps.files, typeof body.msg === "string" ? parsed(body.msg) : body.msg);
      addWarnings(deps.warnings, contentWarnings(content));
      const { taskId } = deliver(deps, app, { body, content });
      return { errcode: 0, errmsg: "ok", task_id: taskId, request_id: randomBytes(6).toString("hex") };
    },
  });

const textOf = (msg: NoticeRequest["msg"]): string => (typeof msg === "string" ? msg : JSON.stringify(msg));

/** Only the limits are documented, not the codes. */
function checkLimits(
  deps: Pick<Deps, "world" | "warnings">,
  { msg, userid_list, dept_id_list, to_all_user }: NoticeRequest,
): void {
  if (userid_list.length + dept_id_list.length === 0 && !to_all_user) throw new OapiError(1430000, "接收者为空");
  if (Buffer.byteLength(textOf(msg)) > MAX_BYTES) {
    refuseOrWarn(deps, badNoticeParameter("msg"), `工作通知的 msg 超过 ${MAX_BYTES} 字节`);
  }
  if (userid_list.length > MAX_USERS) {
    refuseOrWarn(deps, badNoticeParameter("userid_list"), `工作通知的 userid_list 超过 ${MAX_USERS} 人`);
  }
  if (dept_id_list.length > MAX_DEPARTMENTS) {
    refuseOrWarn(deps, badNoticeParameter("dept_id_list"), `工作通知的 dept_id_list 超过 ${MAX_DEPARTMENTS} 个`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badNoticeParameter("msg");
  }
}

function deliver(
  deps: Pick<Deps, "world" | "messages" | "clock">,
  app: App,
  { body, content }: { body: NoticeRequest; content: ShownContent },
): NoticeTask {
  const { world, clock } = deps;
  const at = clock.now().getTime();
  const digest = createHash("sha256").update(textOf(body.msg)).digest("base64");
  const today = noticesOfDay(deps, app, at);
  const { userIds, ...invalid } = findReceivers(world, {
    userIds: body.userid_list,
    deptIds: body.dept_id_list,
    everybody: body.to_all_user,
  });
  const forbidden = userIds.map((userId) => forbiddenFor(userId, digest, today)).filter((one) => one !== undefined);
  const reached = userIds.filter((userId) => !forbidden.some(({ userid }) => userid === userId));
  const sent = reached.map((userId) => ({ userId, messageId: putNotice(deps, app, { userId, content }) }));
  const taskId = FIRST_TASK + world.notices.size;
  const task = { taskId, agentId: body.agent_id, clientId: app.clientId, at, ...invalid, forbidden, digest, sent };
  world.notices.put(String(taskId), task);
  return task;
}

const noticesOfDay = ({ world }: Pick<Deps, "world">, app: App, at: number): NoticeTask[] =>
  [...world.notices.values()].filter(
    (task) => task.clientId === app.clientId && shanghaiDay(new Date(task.at)) === shanghaiDay(new Date(at)),
  );

const putNotice = (
  { messages, clock }: Pick<Deps, "messages" | "clock">,
  app: App,
  { userId, content }: { userId: string; content: ShownContent },
): string =>
  messages.add({
    box: `notice:${userId}`,
    conversationId: "notice",
    at: clock.now().getTime(),
    from: app.robotCode,
    fromRobot: true,
    robotCode: app.robotCode,
    ...content,
    readBy: [],
  }).id;

const MAX_PER_DAY = 500;

export type Forbidden = NoticeTask["forbidden"][number];

/**
 * Why a person does not receive a notice although the call succeeds: the same content again, or 500 that day.
 * @param today the app's earlier notices of the same day
 */
export function forbiddenFor(userId: string, digest: string, today: readonly NoticeTask[]): Forbidden | undefined {
  const received = today.filter(({ sent }) => sent.some((one) => one.userId === userId));
  if (received.some((task) => task.digest === digest)) return { code: "143106", count: 1, userid: userId };
  if (received.length >= MAX_PER_DAY) return { code: "143105", count: MAX_PER_DAY, userid: userId };
  return undefined;
}
