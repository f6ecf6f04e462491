import {
  type TodoCreateRequest,
  type TodoUpdateRequest,
  todoCreateResponseSchema,
  todoUpdateResponseSchema,
} from "dingtalk-payloads";
import type { Api } from "./call.ts";

const TASKS = "/v1.0/todo/users/{unionId}/tasks";

const pathOf = (unionId: string): string => `/v1.0/todo/users/${encodeURIComponent(unionId)}/tasks`;

/** A task in the to-do list of its executors. It needs a page that phones can reach. @returns the task's id */
export async function createTodo(api: Api, body: TodoCreateRequest): Promise<string> {
  const owner = body.creatorId;
  const request = {
    gateway: "api",
    method: "POST",
    api: TASKS,
    path: pathOf(owner),
    query: { operatorId: owner },
  } as const;
  const answer = await api.call({ ...request, body }, todoCreateResponseSchema);
  return answer.id;
}

export interface TodoChange {
  /** unionId of the creator. */
  owner: string;
  taskId: string;
  change: TodoUpdateRequest;
}

/** People cannot complete such a task themselves; the app does it with `done`. */
export async function updateTodo(api: Api, { owner, taskId, change }: TodoChange): Promise<void> {
  const path = `${pathOf(owner)}/${encodeURIComponent(taskId)}`;
  const request = {
    gateway: "api",
    method: "PUT",
    api: `${TASKS}/{taskId}`,
    path,
    query: { operatorId: owner },
  } as const;
  await api.call({ ...request, body: change }, todoUpdateResponseSchema);
}
