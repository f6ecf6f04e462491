import { useState } from "preact/hooks";
import type { EmulatedUser } from "../../contract.ts";
import type { World } from "../api/control.ts";
import { Composer } from "../compose/composer.tsx";
import { DropZone } from "../compose/drop-zone.tsx";
import { MessageList } from "../messages/message-list.tsx";
import { Icon } from "../shell/icon.tsx";
import type { Chat } from "./chats.ts";
import { useReadReceipts } from "./use-read-receipts.ts";

interface ChatPaneProps {
  chat: Chat;
  user: EmulatedUser;
  world: World;
  /** Missing where the list stays beside the chat. */
  onBack?(): void;
}

export function ChatPane({ chat, user, world, onBack }: ChatPaneProps) {
  const [files, setFiles] = useState<readonly File[]>([]);
  useReadReceipts(chat, user.userId);
  const speaks = chat.kind === "direct" || chat.kind === "group";
  return (
    <DropZone disabled={!speaks} onFiles={(dropped) => setFiles([...files, ...dropped])}>
      <header class="chat-head">
        {onBack !== undefined && (
          <button type="button" class="icon-button" aria-label="返回会话列表" onClick={onBack}>
            <Icon name="back" />
          </button>
        )}
        <h2>{chat.title}</h2>
        {chat.kind === "group" && <span class="members">{chat.memberIds.length}人</span>}
        {chat.kind === "direct" && <span class="badge">机器人</span>}
      </header>
      <MessageList chat={chat} user={user} world={world} />
      {speaks && <Composer chat={chat} user={user} world={world} files={files} onFiles={setFiles} />}
    </DropZone>
  );
}
