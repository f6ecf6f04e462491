import type { EmulatorState } from "../../src/contract/control.ts";

/** Display names for ids in the traffic. */
export interface Names {
  person(userId: string): string;
  chat(conversationId: string): string;
}

/** An unknown id is returned unchanged. */
export function namesOf(world: Pick<EmulatorState, "users" | "conversations"> | undefined): Names {
  const people = new Map(world?.users.map(({ userId, name }) => [userId, name]));
  const chats = new Map(
    world?.conversations.map(({ conversationId, title, type }) => [conversationId, type === "direct" ? "单聊" : title]),
  );
  return { person: (userId) => people.get(userId) ?? userId, chat: (id) => chats.get(id) ?? id };
}

const NAMED = 2;

/** 柯桥区经办人1、越城区经办人1等7人 */
export function peopleIn(userIds: readonly string[], names: Names): string {
  const named = userIds.slice(0, NAMED).map(names.person).join("、");
  return userIds.length > NAMED ? `${named}等${userIds.length}人` : named;
}
