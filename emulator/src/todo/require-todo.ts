import type { App, TodoRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { todoError } from "./todo-limits.ts";

interface Deps {
  world: World;
}

/** @throws PlatformError when it does not exist or belongs to another app */
export function requireTodo({ world }: Deps, app: App, wanted: { taskId: string; code: string }): TodoRecord {
  const todo = world.todos.get(wanted.taskId);
  if (todo === undefined) throw todoError(wanted.code, "task not exist");
  if (todo.clientId !== undefined && todo.clientId !== app.clientId) {
    throw todoError(wanted.code, "task not belong to bizTag");
  }
  return todo;
}
