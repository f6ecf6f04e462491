import { memo } from "preact/compat";
import { Avatar } from "../people/avatar.tsx";
import type { IconName } from "../shell/icon.tsx";
import type { Chat } from "./chats.ts";
import { Unread } from "./unread.tsx";

export const chatIcons: Record<Chat["kind"], IconName> = {
  direct: "robot",
  group: "group",
  ding: "bell",
  todo: "task",
  notice: "letter",
};

interface ChatRowProps {
  chatId: string;
  kind: Chat["kind"];
  title: string;
  /** The time of the last message, formatted for the list. */
  when: string;
  preview: string;
  unread: number;
  isMentioned: boolean;
  open: boolean;
  onOpen(chatId: string): void;
}

/** A row of the list; rendered again only when something in it changed. */
export const ChatRow = memo(
  ({ chatId, kind, title, when, preview, unread, isMentioned, open, onOpen }: ChatRowProps) => (
    <button type="button" class="chat-row" aria-current={open} onClick={() => onOpen(chatId)}>
      <Avatar name={title} icon={chatIcons[kind]} />
      <span class="chat-words">
        <span class="chat-line">
          <span class="chat-title">{title}</span>
          {when !== "" && <time>{when}</time>}
        </span>
        <span class="chat-line">
          <span class="chat-preview">
            {isMentioned && <span class="called">[有人@我]</span>}
            {preview}
          </span>
          {unread > 0 && <Unread count={unread} />}
        </span>
      </span>
    </button>
  ),
  (before, after) =>
    before.title === after.title &&
    before.when === after.when &&
    before.preview === after.preview &&
    before.unread === after.unread &&
    before.isMentioned === after.isMentioned &&
    before.open === after.open,
);
