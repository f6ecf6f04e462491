import { groupId, staffId } from "../../shared/brand.ts";
import type { Chat } from "./ports.ts";

/** A chat as a database key: `direct:<staffId>` or `group:<groupId>`. */
export const chatKey = (chat: Chat): string =>
  chat.kind === "direct" ? `direct:${chat.person}` : `group:${chat.group}`;

export function chatOfKey(key: string): Chat {
  const id = key.slice(key.indexOf(":") + 1);
  return key.startsWith("direct:") ? { kind: "direct", person: staffId(id) } : { kind: "group", group: groupId(id) };
}
