import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, TodoRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { requireTodo } from "./require-todo.ts";
import { announceTodo, saveTodo } from "./save-todo.ts";
import { checkTodoSizes, todoError } from "./todo-limits.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

const PATH = "/v1.0/todo/users/:unionId/tasks/:taskId";
const MAX_STATUSES = 1_000;

const common = { gateway: "api", auth: "token", counted: true } as const;
const params = z.object({ unionId: z.string(), taskId: z.string() });

const updateSchema = z.object({
  subject: z.string().optional(),
  description: z.string().optional(),
  dueTime: z.number().optional(),
  done: z.boolean().optional(),
  executorIds: z.array(z.string()).optional(),
  participantIds: z.array(z.string()).optional(),
});

export const changeTodoCalls = (deps: Deps): PlatformCall[] => [update(deps), setStatus(deps), remove(deps)];

function change(
  deps: Pick<Deps, "world" | "messages" | "clock" | "deliveries">,
  app: App,
  { todo, given }: { todo: TodoRecord; given: Partial<TodoRecord> },
): void {
  const now = deps.clock.now().getTime();
  const finished = given.done === true && !todo.done ? { finishedAt: now } : {};
  const changed: TodoRecord = { ...todo, ...given, ...finished, modifiedAt: now };
  saveTodo(deps, app, changed);
  announceTodo(deps, "todo_task_update", changed);
}

const update = (deps: Deps) =>
  platformCall({
    ...common,
    method: "PUT",
    path: PATH,
    failure: "todo.taskUpdate.systemError",
    params,
    body: updateSchema,
    run: ({ app, params: { taskId }, body }) => {
      const code = "todo.taskUpdate.paramError";
      const todo = requireTodo(deps, app, { taskId, code });
      checkTodoSizes(deps, code, body);
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      change(deps, app, { todo, given: { ...given, ...(body.done === false ? { doneBy: [] } : {}) } });
      return { result: true };
    },
  });

/** Assumed: once all executors are done the to-do is done. */
const setStatus = (deps: Deps) =>
  platformCall({
    ...common,
    method: "PUT",
    path: `${PATH}/executorStatus`,
    failure: "todo.taskExecutorStatusUpdate.systemError",
    params,
    body: z.object({ executorStatusList: z.array(z.object({ id: z.string(), isDone: z.boolean() })).default([]) }),
    run: ({ app, params: { taskId }, body: { executorStatusList } }) => {
      const code = "todo.taskExecutorStatusUpdate.paramError";
      const todo = requireTodo(deps, app, { taskId, code });
      if (executorStatusList.length > MAX_STATUSES) {
        refuseOrWarn(deps, todoError(code, "executors is oversize"), `待办执行人状态超过 ${MAX_STATUSES} 条`);
      }
      const hasUnknown = executorStatusList.some(({ id }) => !todo.executorIds.includes(id));
      if (hasUnknown) throw todoError(code, code);
      const doneBy = new Set(todo.doneBy);
      for (const { id, isDone } of executorStatusList) isDone ? doneBy.add(id) : doneBy.delete(id);
      const done = todo.executorIds.length > 0 && todo.executorIds.every((id) => doneBy.has(id));
      change(deps, app, { todo, given: { doneBy: [...doneBy], done } });
      return { result: true };
    },
  });

const remove = (deps: Pick<Deps, "world" | "messages" | "clock" | "deliveries">) =>
  platformCall({
    ...common,
    method: "DELETE",
    path: PATH,
    failure: "todo.taskDelete.systemError",
    params,
    run: ({ app, params: { taskId } }) => {
      const todo = requireTodo(deps, app, { taskId, code: "todo.taskDelete.paramError" });
      for (const id of todo.messageIds) deps.messages.update(id, { recalled: true });
      deps.world.todos.remove(taskId);
      announceTodo(deps, "todo_task_delete", todo);
      return { result: true, requestId: randomBytes(6).toString("hex") };
    },
  });
