import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { platformCall } from "../platform/call.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { MessageStore } from "../world/messages.ts";
import type { TodoRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { describeTodo } from "./describe-todo.ts";
import { announceTodo, saveTodo } from "./save-todo.ts";
import { checkTodoSizes, todoError, todoType, todoUrls } from "./todo-limits.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

const CODE = "todo.taskCreate.paramError";
/** Returned unchanged in replies. */
const GIVEN = ["detailUrl", "contentFieldList", "isOnlyShowExecutor", "priority", "notifyConfigs", "todoType"] as const;

const createSchema = z.object({
  sourceId: z.string().default(""),
  subject: z.string().default(""),
  description: z.string().default(""),
  creatorId: z.string().default(""),
  dueTime: z.number().default(0),
  executorIds: z.array(z.string()).default([]),
  participantIds: z.array(z.string()).default([]),
  detailUrl: todoUrls.optional(),
  contentFieldList: z.array(z.unknown()).optional(),
  isOnlyShowExecutor: z.boolean().optional(),
  priority: z.int().optional(),
  notifyConfigs: z.unknown().optional(),
  todoType: todoType.optional(),
});

/** A work to-do: shown in the people's lists; only the app can finish it. Sources: samples 90, 91. */
export const createTodo = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/v1.0/todo/users/:unionId/tasks",
    gateway: "api",
    auth: "token",
    counted: true,
    failure: "todo.taskCreate.systemError",
    params: z.object({ unionId: z.string() }),
    body: createSchema,
    run: ({ app, params, body }) => {
      checkNew(deps, body);
      const { detailUrl = {} } = body;
      const todo: TodoRecord = {
        taskId: `task${randomBytes(16).toString("hex")}`,
        clientId: app.clientId,
        sourceId: body.sourceId,
        subject: body.subject,
        description: body.description,
        creatorId: body.creatorId || params.unionId,
        dueTime: body.dueTime,
        executorIds: body.executorIds,
        participantIds: body.participantIds,
        detailUrl: detailUrl.pcUrl ?? detailUrl.appUrl ?? "",
        given: Object.fromEntries(GIVEN.map((name) => [name, body[name]]).filter(([, value]) => value !== undefined)),
        done: false,
        createdAt: deps.clock.now().getTime(),
        messageIds: [],
      };
      saveTodo(deps, app, todo);
      announceTodo(deps, "todo_task_create", todo);
      return describeTodo(todo);
    },
  });

function checkNew(deps: Pick<Deps, "world" | "warnings">, body: z.output<typeof createSchema>): void {
  const taken = [...deps.world.todos.values()].some(({ sourceId }) => sourceId !== "" && sourceId === body.sourceId);
  if (taken) throw todoError(CODE, "task exist");
  if (body.subject === "") throw todoError(CODE, CODE);
  if (body.dueTime < 0) throw todoError(CODE, "dueTime is invalid");
  if (body.detailUrl === undefined) refuseOrWarn(deps, todoError(CODE, CODE), "工作待办未给出 detailUrl");
  checkTodoSizes(deps, CODE, body);
}

/** An app's token is not that of a person. */
export const createPersonalTodo = () =>
  platformCall({
    method: "POST",
    path: "/v1.0/todo/users/me/personalTasks",
    gateway: "api",
    auth: "token",
    counted: true,
    run: () => {
      throw todoError("todo.taskCreate.tokenTypeError", "token type is not match");
    },
  });
