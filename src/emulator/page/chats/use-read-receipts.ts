import { useEffect, useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { type Chat, isUnread, orderOf } from "./chats.ts";

/** An open chat counts as read, as in the client. A DING is confirmed by its own button only. */
export function useReadReceipts(chat: Chat, userId: string): void {
  const { control, seen } = useStore();
  const asked = useRef(new Set<string>());
  const { messages } = chat;
  useEffect(() => {
    const confirm = async () => {
      if (document.visibilityState !== "visible") return;
      const last = messages[messages.length - 1];
      if (last !== undefined) seen.mark(userId, chat.chatId, orderOf(last));
      for (const message of messages) {
        const isPending = message.readBy !== undefined && isUnread(message, userId, 0);
        if (message.kind === "ding" || !isPending || asked.current.has(message.id)) continue;
        asked.current.add(message.id);
        await control.read(userId, message.id);
      }
    };
    const quietly = () => void confirm().catch(() => undefined);
    quietly();
    document.addEventListener("visibilitychange", quietly);
    return () => document.removeEventListener("visibilitychange", quietly);
  }, [messages, userId, chat.chatId, control, seen]);
}
