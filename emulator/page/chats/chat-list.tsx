import { useRef } from "preact/hooks";
import type { EmulatorState } from "../../src/contract/control.ts";
import { useStore } from "../state/context.ts";
import { briefMoment } from "../text/time.ts";
import { ChatRow } from "./chat-row.tsx";
import type { Chat } from "./chats.ts";
import { preview } from "./preview.ts";

interface ChatListProps {
  chats: readonly Chat[];
  open: string | undefined;
  world: EmulatorState;
  onOpen(chatId: string): void;
}

export function ChatList({ chats, open, world, onOpen }: ChatListProps) {
  const now = useStore().time.clock.value?.now ?? world.now;
  const latest = useRef(onOpen);
  latest.current = onOpen;
  return (
    <nav class="chat-list" aria-label="会话">
      <ul>
        {chats.map((chat) => (
          <li key={chat.chatId}>
            <ChatRow
              chatId={chat.chatId}
              kind={chat.kind}
              title={chat.title}
              when={chat.last === undefined ? "" : briefMoment(chat.last.at, now)}
              preview={previewIn(chat, world)}
              unread={chat.chatId === open ? 0 : chat.unread}
              isMentioned={chat.isMentioned && chat.chatId !== open}
              open={chat.chatId === open}
              onOpen={(chatId) => latest.current(chatId)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function previewIn(chat: Chat, world: EmulatorState): string {
  if (chat.last === undefined) return chat.kind === "group" ? `${chat.memberIds.length}人` : "尚无消息";
  const { last } = chat;
  const author = chat.kind === "group" ? world.users.find(({ userId }) => userId === last.from)?.name : undefined;
  return author === undefined ? preview(last) : `${author}：${preview(last)}`;
}
