import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, NoticeTask } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { badNoticeParameter } from "./notice-content.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const PATH = "/topapi/message/corpconversation";

const common = { method: "POST", gateway: "oapi", auth: "token", counted: true } as const;
const taskSchema = z.object({ agent_id: z.coerce.string(), task_id: z.coerce.string() });

/**
 * The state of a work notice, for a day of emulated time; for the progress one of the two statements on its page says
 * 7 days.
 */
export const noticeTaskCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    ...common,
    path: `${PATH}/getsendprogress`,
    body: taskSchema,
    run: ({ app, body }) => {
      requireTask(deps, app, { ...body, days: 7 });
      return { ...ok(), progress: { progress_in_percent: 100, status: 2 } };
    },
  }),
  platformCall({
    ...common,
    path: `${PATH}/getsendresult`,
    body: taskSchema,
    run: ({ app, body }) => ({ ...ok(), send_result: resultOf(deps, requireTask(deps, app, { ...body, days: 1 })) }),
  }),
  platformCall({
    ...common,
    path: `${PATH}/recall`,
    body: z.object({ agent_id: z.coerce.string(), msg_task_id: z.coerce.string() }),
    run: ({ app, body: { agent_id, msg_task_id } }) => {
      const task = findTask(deps, app, { agent_id, task_id: msg_task_id, days: 1 });
      if (task === undefined) throw new OapiError(400002, "agentId不合法或taskId不合法");
      for (const { messageId } of task.sent) deps.messages.update(messageId, { recalled: true });
      return { errcode: 0, errmsg: "ok" };
    },
  }),
];

const ok = () => ({ errcode: 0, errmsg: "ok", request_id: randomBytes(6).toString("hex") });

type TaskQuery = z.output<typeof taskSchema> & { days: number };

function findTask(
  { world, clock }: Pick<Deps, "world" | "clock">,
  app: App,
  { agent_id, task_id, days }: TaskQuery,
): NoticeTask | undefined {
  const task = world.notices.get(task_id);
  const since = clock.now().getTime() - days * DAY_MS;
  const own = task?.clientId === app.clientId && task.agentId === agent_id && task.at >= since;
  return own ? task : undefined;
}

function requireTask(deps: Pick<Deps, "world" | "clock">, app: App, wanted: TaskQuery): NoticeTask {
  const task = findTask(deps, app, wanted);
  if (task === undefined) throw badNoticeParameter("task_id");
  return task;
}

function resultOf({ world }: Pick<Deps, "world">, task: NoticeTask): object {
  const isRead = ({ messageId }: { messageId: string }): boolean =>
    (world.messages.get(messageId)?.readBy.length ?? 0) > 0;
  return {
    invalid_user_id_list: task.invalidUserIds,
    invalid_dept_id_list: task.invalidDeptIds,
    forbidden_user_id_list: task.forbidden.map(({ userid }) => userid),
    forbidden_list: task.forbidden,
    failed_user_id_list: [],
    read_user_id_list: task.sent.filter(isRead).map(({ userId }) => userId),
    unread_user_id_list: task.sent.filter((one) => !isRead(one)).map(({ userId }) => userId),
  };
}
