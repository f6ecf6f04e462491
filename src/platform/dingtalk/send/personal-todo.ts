import type { StaffId } from "../../../shared/brand.ts";
import type { DeliveryOutcome, PersonalTodo } from "../../chat/ports.ts";
import type { Api } from "../api/call.ts";
import { findPerson } from "../api/find-person.ts";
import { createTodo, updateTodo } from "../api/todo.ts";
import { orNotPermitted } from "./not-permitted.ts";

const MOST_SUBJECT = 1024;

async function unionIdOf(api: Api, person: StaffId): Promise<string | undefined> {
  return (await findPerson(api, person))?.unionId;
}

/** The person is creator and executor: nobody else's list shows it. The platform's notice is on. */
export async function addPersonalTodo(api: Api, person: StaffId, todo: PersonalTodo): Promise<DeliveryOutcome> {
  try {
    const unionId = await unionIdOf(api, person);
    if (unionId === undefined) return { kind: "refused", reason: "no unionId" };
    const receipt = await createTodo(api, {
      sourceId: todo.source,
      subject: [...todo.subject].slice(0, MOST_SUBJECT).join(""),
      creatorId: unionId,
      executorIds: [unionId],
      dueTime: todo.dueAt.getTime(),
      detailUrl: { appUrl: todo.page, pcUrl: todo.page },
      isOnlyShowExecutor: true,
      notifyConfigs: { dingNotify: "1" },
    });
    return { kind: "sent", receipt };
  } catch (error) {
    return orNotPermitted(error);
  }
}

export async function endPersonalTodo(api: Api, person: StaffId, taskId: string): Promise<DeliveryOutcome> {
  try {
    const owner = await unionIdOf(api, person);
    if (owner === undefined) return { kind: "refused", reason: "no unionId" };
    await updateTodo(api, { owner, taskId, change: { done: true } });
    return { kind: "sent" };
  } catch (error) {
    return orNotPermitted(error);
  }
}
