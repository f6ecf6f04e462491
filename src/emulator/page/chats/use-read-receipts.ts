import { useEffect, useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { type Chat, isUnread } from "./chats.ts";

/** An open chat counts as read, as in the client. A DING is confirmed by its own button only. */
export function useReadReceipts(chat: Chat, userId: string): void {
  const { control } = useStore();
  const asked = useRef(new Set<string>());
  const { messages } = chat;
  useEffect(() => {
    const confirm = async () => {
      if (document.visibilityState !== "visible") return;
      for (const message of messages) {
        if (message.kind === "ding" || asked.current.has(message.id) || !isUnread(message, userId)) continue;
        asked.current.add(message.id);
        await control.read(userId, message.id);
      }
    };
    const quietly = () => void confirm().catch(() => undefined);
    quietly();
    document.addEventListener("visibilitychange", quietly);
    return () => document.removeEventListener("visibilitychange", quietly);
  }, [messages, userId, control]);
}
