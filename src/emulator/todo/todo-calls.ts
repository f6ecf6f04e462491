import { randomBytes } from "node:crypto";
import { z } from "zod";
import { shanghaiIso } from "../../shared/civil-date.ts";
import type { Parts } from "../parts.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PlatformError } from "../platform/errors.ts";
import type { TodoRecord } from "../world/records.ts";

const urls = z.object({ appUrl: z.string().optional(), pcUrl: z.string().optional() });

const createSchema = z.object({
  sourceId: z.string().default(""),
  subject: z.string().min(1).max(1_024),
  creatorId: z.string().default(""),
  dueTime: z.number().default(0),
  executorIds: z.array(z.string()).default([]),
  detailUrl: urls,
  description: z.string().default(""),
  participantIds: z.array(z.string()).default([]),
  isOnlyShowExecutor: z.boolean().optional(),
  priority: z.int().optional(),
  notifyConfigs: z.record(z.string(), z.string()).optional(),
});

const updateSchema = z.object({
  done: z.boolean().optional(),
  subject: z.string().max(1_024).optional(),
  dueTime: z.number().optional(),
});

/** Work to-dos: they lie in the people's list and only the app can finish them. Sources: samples 90, 91. */
export const todoCalls = (parts: Parts): PlatformCall[] => [
  platformCall({
    method: "POST",
    path: "/v1.0/todo/users/:unionId/tasks",
    gateway: "api",
    auth: "token",
    counted: true,
    params: z.object({ unionId: z.string() }),
    body: createSchema,
    run: ({ params, body }) => create(parts, params.unionId, body),
  }),
  platformCall({
    method: "PUT",
    path: "/v1.0/todo/users/:unionId/tasks/:taskId",
    gateway: "api",
    auth: "token",
    counted: true,
    params: z.object({ unionId: z.string(), taskId: z.string() }),
    body: updateSchema,
    run: ({ params: { taskId }, body }) => {
      const todo = parts.world.todos.get(taskId);
      if (todo === undefined) {
        throw new PlatformError(400, "todo.taskUpdate.paramError", "task not belong to bizTag");
      }
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const changed: TodoRecord = { ...todo, ...given };
      parts.world.todos.put(taskId, changed);
      for (const id of todo.messageIds) parts.messages.change(id, shown(changed));
      return { result: true };
    },
  }),
];

function create(parts: Parts, operator: string, body: z.output<typeof createSchema>): object {
  const { world, messages, clock } = parts;
  if ([...world.todos.values()].some(({ sourceId }) => sourceId !== "" && sourceId === body.sourceId)) {
    throw new PlatformError(400, "todo.taskCreate.paramError", "task exist");
  }
  const now = clock.now().getTime();
  const { sourceId, subject, dueTime, executorIds, detailUrl, creatorId: _creatorId, ...echoed } = body;
  const todo: TodoRecord = {
    sourceId,
    subject,
    dueTime,
    executorIds,
    taskId: randomBytes(12).toString("base64url"),
    creatorId: body.creatorId || operator,
    detailUrl: detailUrl.pcUrl ?? detailUrl.appUrl ?? "",
    done: false,
    createdAt: now,
    messageIds: [],
  };
  const people = [...world.users.values()].filter(({ unionId }) => body.executorIds.includes(unionId));
  todo.messageIds = people.map(
    ({ userId }) =>
      messages.add({
        box: `todo:${userId}`,
        conversationId: "todo",
        at: now,
        from: [...world.apps.values()][0]?.robotCode ?? "",
        fromRobot: true,
        kind: "todo",
        readBy: [],
        ...shown(todo),
      }).id,
  );
  world.todos.put(todo.taskId, todo);
  return { ...describe(todo, detailUrl), ...echoed };
}

const shown = ({ taskId, subject, dueTime, done, detailUrl }: TodoRecord) => ({
  text: subject,
  todo: { taskId, subject, dueAt: dueTime === 0 ? "" : shanghaiIso(new Date(dueTime)), done, detailUrl },
});

const describe = (todo: TodoRecord, detailUrl: object): object => ({
  id: todo.taskId,
  subject: todo.subject,
  description: "",
  startTime: todo.createdAt,
  dueTime: todo.dueTime,
  finishTime: 0,
  done: todo.done,
  executorIds: todo.executorIds,
  participantIds: [],
  detailUrl,
  source: "isv_dingtalkTodo",
  sourceId: todo.sourceId,
  createdTime: todo.createdAt,
  modifiedTime: todo.createdAt,
  creatorId: todo.creatorId,
  modifierId: todo.creatorId,
  bizTag: "isv_dingtalkTodo",
  requestId: randomBytes(6).toString("hex"),
});
