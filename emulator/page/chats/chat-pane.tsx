import { useState } from "preact/hooks";
import type { EmulatedMessage, EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import { Composer } from "../compose/composer.tsx";
import { DropZone } from "../compose/drop-zone.tsx";
import { MessageList } from "../messages/message-list.tsx";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { readableSize } from "../text/size.ts";
import type { Chat } from "./chats.ts";
import { Unread } from "./unread.tsx";
import { useReadReceipts } from "./use-read-receipts.ts";

interface ChatPaneProps {
  chat: Chat;
  user: EmulatedUser;
  world: EmulatorState;
  /** Navigates to the list and shows its unread count; undefined where the list is beside the chat. */
  back?: { unread: number; go(): void };
}

export function ChatPane({ chat, user, world, back }: ChatPaneProps) {
  const [files, onFiles] = useState<readonly File[]>([]);
  const [quote, onQuote] = useState<EmulatedMessage | undefined>(undefined);
  const take = useAcceptFiles(user.userId, (taken) => onFiles((before) => [...before, ...taken]));
  useReadReceipts(chat, user.userId);
  const speaks = chat.kind === "direct" || chat.kind === "group";
  return (
    <DropZone disabled={!speaks} onFiles={take}>
      <header class="chat-head">
        {back !== undefined && (
          <button type="button" class="icon-button back" title="返回会话列表" onClick={back.go}>
            <Icon name="back" />
            <span class="unseen">返回会话列表</span>
            {back.unread > 0 && <Unread count={back.unread} />}
          </button>
        )}
        <h2>{chat.title}</h2>
        {chat.kind === "group" && <span class="members">{chat.memberIds.length}人</span>}
        {chat.kind === "direct" && <span class="badge">机器人</span>}
      </header>
      <MessageList chat={chat} user={user} world={world} onQuote={onQuote} />
      {speaks && (
        <Composer chat={chat} user={user} world={world} enclosed={{ files, onFiles, quote, onQuote }} onTake={take} />
      )}
    </DropZone>
  );
}

/** The emulator's limit for one file; the real client's is not known. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Accepts files that can be sent and reports the others. */
function useAcceptFiles(userId: string, onFiles: (files: readonly File[]) => void) {
  const { toasts } = useStore();
  return (files: readonly File[]) => {
    const refused = files.filter(({ size }) => size > MAX_BYTES);
    for (const { name, size } of refused)
      toasts.say(`“${name}”有${readableSize(size)}，超过模拟器接收的64 MB，未添加。`, { userId, tone: "trouble" });
    const taken = files.filter((file) => !refused.includes(file));
    if (taken.length > 0) onFiles(taken);
  };
}
