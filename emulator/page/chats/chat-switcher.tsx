import type { EmulatorState } from "../../src/contract/control.ts";
import { Avatar } from "../people/avatar.tsx";
import { Dialog } from "../shell/dialog.tsx";
import type { Column } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import { chatIcons } from "./chat-row.tsx";
import type { Chat } from "./chats.ts";
import { useChatSearch } from "./use-chat-search.ts";

/** Ctrl-K: finds a chat of the person whose client is active. */
export function ChatSwitcher({ onClose }: { onClose(): void }) {
  const { world, columns } = useStore();
  const index = columns.active.value;
  const column = columns.current.value[index];
  if (world.value === undefined || column === undefined) return null;
  const onChoose = (chat: Chat) => {
    columns.open(index, chat.chatId);
    onClose();
    requestAnimationFrame(() => focusBox(index));
  };
  return (
    <Dialog title="切换会话" onClose={onClose}>
      <Search world={world.value} column={column} onChoose={onChoose} />
    </Dialog>
  );
}

/** Focuses the input box after a switch by keyboard. */
const focusBox = (index: number): void =>
  document.querySelectorAll(".client").item(index)?.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus();

interface SearchProps {
  world: EmulatorState;
  column: Column;
  onChoose(chat: Chat): void;
}

function Search(props: SearchProps) {
  const { found, marked, wanted, look, onKeyDown } = useChatSearch(props);
  const name = props.world.users.find(({ userId }) => userId === props.column.userId)?.name ?? "";
  return (
    <>
      <input
        class="field"
        type="text"
        placeholder={`切换${name}的会话`}
        aria-label="会话名称"
        aria-controls="switcher-chats"
        aria-activedescendant={found.length > 0 ? `switcher-${marked}` : undefined}
        value={wanted}
        onInput={(event) => look(event.currentTarget.value)}
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
            aria-selected={place === marked}
            onClick={() => props.onChoose(chat)}
          >
            <Avatar name={chat.title} icon={chatIcons[chat.kind]} small />
            <span>{chat.title}</span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p class="nothing">没有名称相符的会话。</p>}
    </>
  );
}
