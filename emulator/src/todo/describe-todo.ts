import { randomBytes } from "node:crypto";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { EmulatedMessage } from "../contract/control.ts";
import type { TodoRecord } from "../world/records.ts";

export const BIZ_TAG = "isv_dingtalkTodo";

/** What the person's list shows; their own part may be done before the whole. */
export function shownTodo(
  todo: TodoRecord,
  unionId: string,
): { text: string; todo: NonNullable<EmulatedMessage["todo"]> } {
  const { taskId, subject, dueTime, detailUrl } = todo;
  const done = todo.done || (todo.doneBy ?? []).includes(unionId);
  const dueAt = dueTime === 0 ? "" : shanghaiIso(new Date(dueTime));
  return { text: subject, todo: { taskId, subject, dueAt, done, detailUrl } };
}

/** A to-do as calls answer it. Source: sample 91. */
export const describeTodo = (todo: TodoRecord): object => ({
  ...todo.given,
  id: todo.taskId,
  subject: todo.subject,
  description: todo.description ?? "",
  startTime: todo.createdAt,
  dueTime: todo.dueTime,
  finishTime: todo.finishedAt ?? 0,
  done: todo.done,
  executorIds: todo.executorIds,
  participantIds: todo.participantIds ?? [],
  source: BIZ_TAG,
  sourceId: todo.sourceId,
  createdTime: todo.createdAt,
  modifiedTime: todo.modifiedAt ?? todo.createdAt,
  creatorId: todo.creatorId,
  modifierId: todo.creatorId,
  bizTag: BIZ_TAG,
  requestId: randomBytes(6).toString("hex"),
});
