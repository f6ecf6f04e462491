import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { shanghaiDay } from "../clock/shanghai-time.ts";
import type { Files } from "../files/files.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { contentDoubts, tellDoubts } from "../message-content/content-warnings.ts";
import type { ShownContent } from "../message-content/shown-content.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { overLimit } from "../platform/refuse-or-warn.ts";
import type { MessageBoxes } from "../world/messages.ts";
import type { App, NoticeTask } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { badParameter, readNotice } from "./notice-content.ts";
import { findReceivers } from "./receivers.ts";

interface Deps {
  world: World;
  messages: MessageBoxes;
  clock: Clock;
  files: Files;
  warnings: Warnings;
}

const MOST_BYTES = 2_048;
const MOST_USERS = 100;
const MOST_DEPARTMENTS = 20;
/** Looks like the platform's. */
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

/** A work notice: into the 工作通知 of each person. What goes beyond a day's limits is dropped in silence. */
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
      tellDoubts(deps.warnings, contentDoubts(content));
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
  if (Buffer.byteLength(textOf(msg)) > MOST_BYTES) {
    overLimit(deps, badParameter("msg"), `工作通知的 msg 超过 ${MOST_BYTES} 字节`);
  }
  if (userid_list.length > MOST_USERS) {
    overLimit(deps, badParameter("userid_list"), `工作通知的 userid_list 超过 ${MOST_USERS} 人`);
  }
  if (dept_id_list.length > MOST_DEPARTMENTS) {
    overLimit(deps, badParameter("dept_id_list"), `工作通知的 dept_id_list 超过 ${MOST_DEPARTMENTS} 个`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badParameter("msg");
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

const MOST_A_DAY = 500;

export type Forbidden = NoticeTask["forbidden"][number];

/**
 * Why this person gets nothing of a notice although the call succeeds: the same content again, or 500 that day.
 * @param today the app's earlier notices of the same day
 */
export function forbiddenFor(userId: string, digest: string, today: readonly NoticeTask[]): Forbidden | undefined {
  const received = today.filter(({ sent }) => sent.some((one) => one.userId === userId));
  if (received.some((task) => task.digest === digest)) return { code: "143106", count: 1, userid: userId };
  if (received.length >= MOST_A_DAY) return { code: "143105", count: MOST_A_DAY, userid: userId };
  return undefined;
}
