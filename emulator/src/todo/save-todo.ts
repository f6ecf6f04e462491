import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, TodoRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { BIZ_TAG, shownTodo } from "./describe-todo.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
  deliveries: Deliveries;
}

/** Stores a new or changed to-do and shows it to its executors; for those removed from it, it is recalled. */
export function saveTodo(deps: Pick<Deps, "world" | "messages" | "clock">, app: App, todo: TodoRecord): void {
  const { world, messages } = deps;
  const people = [...world.users.values()].filter(({ unionId }) => todo.executorIds.includes(unionId));
  const existing = todo.messageIds.map((id) => world.messages.get(id)).filter((message) => message !== undefined);
  for (const { id, box, recalled } of existing) {
    const person = people.find(({ userId }) => box === boxOf(userId));
    if (person !== undefined) messages.update(id, { ...shownTodo(todo, person.unionId), recalled: false });
    else if (recalled !== true) messages.update(id, { recalled: true });
  }
  const added = people
    .filter(({ userId }) => !existing.some(({ box }) => box === boxOf(userId)))
    .map(({ userId, unionId }) => show(deps, app, { userId, content: shownTodo(todo, unionId) }));
  world.todos.put(todo.taskId, { ...todo, messageIds: [...todo.messageIds, ...added] });
}

const boxOf = (userId: string): string => `todo:${userId}`;

const show = (
  { messages, clock }: Pick<Deps, "messages" | "clock">,
  app: App,
  { userId, content }: { userId: string; content: ReturnType<typeof shownTodo> },
): string =>
  messages.add({
    box: boxOf(userId),
    conversationId: "todo",
    at: clock.now().getTime(),
    from: app.robotCode,
    fromRobot: true,
    kind: "todo",
    readBy: [],
    ...content,
  }).id;

type TodoEvent = "todo_task_create" | "todo_task_update" | "todo_task_delete";

/** Notifies every app of the executors (assumed). A deletion has no bizTag, as on its page. */
export function announceTodo(
  { world, deliveries, clock }: Pick<Deps, "world" | "clock" | "deliveries">,
  type: TodoEvent,
  todo: TodoRecord,
): void {
  const at = clock.now().getTime();
  const data = {
    unionIdList: todo.executorIds,
    ...(type === "todo_task_delete" ? {} : { bizTag: BIZ_TAG }),
    taskId: todo.taskId,
  };
  for (const app of world.apps.values()) deliveries.event(app, { type, at, data });
}
