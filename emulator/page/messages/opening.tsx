import type { EmulatedUser } from "../../src/contract/control.ts";
import { chatIcons } from "../chats/chat-row.tsx";
import type { Chat } from "../chats/chats.ts";
import { Avatar } from "../people/avatar.tsx";
import { useStore } from "../state/context.ts";

const FIRST_WORDS = ["帮助", "进度", "依据 L15"];

/** An empty chat: its partner and suggestions to start with. */
export function Opening({ chat, user }: { chat: Chat; user: EmulatedUser }) {
  const { draft } = useStore();
  if (chat.kind !== "direct" && chat.kind !== "group") return null;
  return (
    <div class="opening">
      <Avatar name={chat.title} icon={chatIcons[chat.kind]} />
      <p>{chat.kind === "direct" ? `您可以直接向${chat.title}发消息。` : "群内尚无消息。"}</p>
      {chat.kind === "direct" && (
        <div class="chips">
          {FIRST_WORDS.map((words) => (
            <button
              key={words}
              type="button"
              class="chip"
              onClick={() => {
                draft.value = { userId: user.userId, text: words };
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
