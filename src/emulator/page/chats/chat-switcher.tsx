import { useState } from "preact/hooks";
import { Avatar } from "../people/avatar.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { useStore } from "../state/context.ts";
import { chatIcons } from "./chat-list.tsx";
import { type Chat, chatsOf } from "./chats.ts";

/** Ctrl-K: finds a chat of the person whose client has the keyboard. */
export function ChatSwitcher({ onClose }: { onClose(): void }) {
  const { world, columns, inboxes, seen } = useStore();
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState(0);
  const index = columns.active.value;
  const column = columns.current.value[index];
  if (world.value === undefined || column === undefined) return null;
  const name = world.value.users.find(({ userId }) => userId === column.userId)?.name ?? "";
  const all = chatsOf({
    world: world.value,
    inbox: inboxes.of(column.userId).value,
    seen,
    userId: column.userId,
  });
  const found = all.filter(({ title }) => title.toLowerCase().includes(wanted.trim().toLowerCase()));
  const at = Math.min(chosen, Math.max(0, found.length - 1));
  const go = (chat: Chat | undefined) => {
    if (chat === undefined) return;
    columns.open(index, chat.chatId);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(found[at]);
    }
  };
  return (
    <Dialog title="切换会话" onClose={onClose}>
      <input
        class="field switcher-search"
        type="text"
        placeholder={`切换${name}的会话`}
        aria-label="会话名称"
        aria-controls="switcher-chats"
        aria-activedescendant={found.length > 0 ? `switcher-${at}` : undefined}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id="switcher-chats" class="switcher-chats" role="listbox" aria-label="会话" tabIndex={-1}>
        {found.map((chat, place) => (
          <button
            key={chat.chatId}
            id={`switcher-${place}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onClick={() => go(chat)}
          >
            <Avatar name={chat.title} icon={chatIcons[chat.kind]} small />
            <span>{chat.title}</span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p class="nothing">没有名称相符的会话。</p>}
    </Dialog>
  );
}
