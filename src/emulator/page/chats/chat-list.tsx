import type { World } from "../api/control.ts";
import { Avatar } from "../people/avatar.tsx";
import type { IconName } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { briefMoment } from "../text/time.ts";
import { type Chat, preview } from "./chats.ts";
import { Unread } from "./unread.tsx";

export const chatIcons: Record<Chat["kind"], IconName> = {
  direct: "robot",
  group: "group",
  ding: "bell",
  todo: "task",
  notice: "letter",
};

interface ChatListProps {
  chats: readonly Chat[];
  open: string | undefined;
  world: World;
  onOpen(chatId: string): void;
}

export function ChatList({ chats, open, world, onOpen }: ChatListProps) {
  const now = useStore().time.clock.value?.now ?? world.now;
  return (
    <nav class="chat-list" aria-label="会话">
      <ul>
        {chats.map((chat) => (
          <li key={chat.chatId}>
            <button
              type="button"
              class="chat-row"
              aria-current={chat.chatId === open}
              onClick={() => onOpen(chat.chatId)}
            >
              <Avatar name={chat.title} icon={chatIcons[chat.kind]} />
              <span class="chat-words">
                <span class="chat-line">
                  <span class="chat-title">{chat.title}</span>
                  {chat.last !== undefined && <time>{briefMoment(chat.last.at, now)}</time>}
                </span>
                <span class="chat-line">
                  <span class="chat-preview">{previewIn(chat, world)}</span>
                  {chat.unread > 0 && chat.chatId !== open && <Unread count={chat.unread} />}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function previewIn(chat: Chat, world: World): string {
  if (chat.last === undefined) return chat.kind === "group" ? `${chat.memberIds.length}人` : "尚无消息";
  const { last } = chat;
  const author = chat.kind === "group" ? world.users.find(({ userId }) => userId === last.from)?.name : undefined;
  return author === undefined ? preview(last) : `${author}：${preview(last)}`;
}
