import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import { type PlatformCall, platformCall } from "../platform/call.ts";
import type { TodoRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { BIZ_TAG, describeTodo } from "./describe-todo.ts";
import { requireTodo } from "./require-todo.ts";
import { DEFAULT_TYPE, todoError, todoType } from "./todo-limits.ts";

interface Deps {
  world: World;
  clock: Clock;
}

/** The page size is not documented. */
const A_PAGE = 20;
const KEPT_DONE_MS = 180 * 24 * 60 * 60 * 1_000;

const roles = ["executor", "creator", "participant"] as const;
type Role = (typeof roles)[number];

const querySchema = z.object({
  nextToken: z.string().nullish(),
  isDone: z.boolean().optional(),
  /** All roles of one of the inner lists must apply. */
  roleTypes: z.array(z.array(z.enum(roles))).optional(),
  todoType: todoType.optional(),
});

export const findTodoCalls = (deps: Deps): PlatformCall[] => [
  platformCall({
    method: "GET",
    path: "/v1.0/todo/users/:unionId/tasks/:taskId",
    gateway: "api",
    auth: "token",
    counted: true,
    params: z.object({ unionId: z.string(), taskId: z.string() }),
    run: ({ app, params: { taskId } }) =>
      describeTodo(requireTodo(deps, app, { taskId, code: "todo.taskGet.paramError" })),
  }),
  platformCall({
    method: "POST",
    path: "/v1.0/todo/users/:unionId/org/tasks/query",
    gateway: "api",
    auth: "token",
    counted: true,
    failure: "todo.orgTaskQuery.systemError",
    params: z.object({ unionId: z.string() }),
    body: querySchema,
    run: ({ params: { unionId }, body }) => {
      const from = Number(body.nextToken ?? 0);
      if (!Number.isInteger(from) || from < 0) {
        throw todoError("todo.orgTaskQuery.paramError", "nextToken is invalid");
      }
      const found = [...deps.world.todos.values()].filter((todo) => fits(deps, todo, { ...body, unionId }));
      const next = from + A_PAGE;
      const todoCards = found.slice(from, next).map((todo) => describeInList(todo, unionId));
      return { ...(next < found.length ? { nextToken: String(next) } : {}), todoCards };
    },
  }),
];

const isDoneFor = (todo: TodoRecord, unionId: string): boolean => todo.done || (todo.doneBy ?? []).includes(unionId);

function rolesOf(todo: TodoRecord, unionId: string): Role[] {
  const held: Record<Role, boolean> = {
    executor: todo.executorIds.includes(unionId),
    creator: todo.creatorId === unionId,
    participant: (todo.participantIds ?? []).includes(unionId),
  };
  return roles.filter((role) => held[role]);
}

type TodoQuery = z.output<typeof querySchema> & { unionId: string };

function fits(
  { clock }: Pick<Deps, "clock">,
  todo: TodoRecord,
  { unionId, isDone, roleTypes, ...wanted }: TodoQuery,
): boolean {
  const held = rolesOf(todo, unionId);
  const done = isDoneFor(todo, unionId);
  const old = done && clock.now().getTime() - (todo.finishedAt ?? todo.createdAt) > KEPT_DONE_MS;
  return (
    held.length > 0 &&
    !old &&
    (isDone === undefined || isDone === done) &&
    (roleTypes === undefined || roleTypes.some((all) => all.every((role) => held.includes(role)))) &&
    (wanted.todoType === undefined || (todo.given?.todoType ?? DEFAULT_TYPE) === wanted.todoType)
  );
}

const describeInList = (todo: TodoRecord, unionId: string): object => ({
  taskId: todo.taskId,
  subject: todo.subject,
  dueTime: todo.dueTime,
  detailUrl: todo.given?.detailUrl ?? {},
  priority: todo.given?.priority ?? 20,
  createdTime: todo.createdAt,
  modifiedTime: todo.modifiedAt ?? todo.createdAt,
  creatorId: todo.creatorId,
  sourceId: todo.sourceId,
  bizTag: BIZ_TAG,
  isDone: isDoneFor(todo, unionId),
  todoType: todo.given?.todoType ?? DEFAULT_TYPE,
});
