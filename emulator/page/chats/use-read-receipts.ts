import { useEffect, useRef } from "preact/hooks";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { useStore } from "../state/context.ts";
import { orderOf } from "../state/messages-in-order.ts";
import { askOnce } from "./ask-once.ts";
import { type Chat, isUnread } from "./chats.ts";

/** An open chat counts as read, as in the client. A DING is confirmed by its own button only. */
export function useReadReceipts(chat: Chat, userId: string): void {
  const { control, seen, link } = useStore();
  const once = useRef(askOnce());
  const isLive = link.value.kind === "live";
  const { messages, unread } = chat;
  useEffect(() => {
    const confirm = async () => {
      if (document.visibilityState !== "visible") return;
      const last = messages[messages.length - 1];
      if (last !== undefined) seen.mark(userId, chat.chatId, orderOf(last));
      if (unread === 0 || chat.kind === "ding") return;
      const isPending = (message: EmulatedMessage) => message.readBy !== undefined && isUnread(message, userId, 0);
      const pending = messages.filter(isPending).map(({ id }) => id);
      await once.current(pending, () => control.readAll(userId, chat.chatId));
    };
    const quietly = () => void confirm().catch(() => undefined);
    quietly();
    document.addEventListener("visibilitychange", quietly);
    return () => document.removeEventListener("visibilitychange", quietly);
  }, [messages, unread, userId, chat.chatId, chat.kind, control, seen, isLive]);
}
