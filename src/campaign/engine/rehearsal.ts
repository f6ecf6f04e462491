import type { Chat } from "../../platform/chat/ports.ts";
import type { View } from "../../platform/chat/view.ts";

/** A message that would be sent. */
export interface RehearsedMessage {
  /** Campaign time. */
  at: Date;
  chat: Chat;
  /** A card as it would be drawn then; of a file its name. */
  content: { view: View } | { file: string };
}

export interface Rehearsed<Result> {
  messages: readonly RehearsedMessage[];
  /** How far it came: earlier than asked where there was too much to do. */
  until: Date;
  reached: Result;
}
