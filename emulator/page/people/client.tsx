import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EmulatorState } from "../../src/contract/control.ts";
import { ChatList } from "../chats/chat-list.tsx";
import { ChatPane } from "../chats/chat-pane.tsx";
import { type Chat, chatsOf, openChat } from "../chats/chats.ts";
import { Toasts } from "../shell/toasts.tsx";
import type { Column } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import { PersonPicker } from "./person-picker.tsx";

interface ClientProps {
  column: Column;
  index: number;
  active: boolean;
  world: EmulatorState;
}

/** One person's client: who it is, the list of chats, the open chat. */
export function Client({ column, index, active, world }: ClientProps) {
  const { columns } = useStore();
  const frame = useRef<HTMLElement>(null);
  const narrow = useNarrow(frame);
  const { userId } = column;
  useEffect(() => {
    if (active) frame.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const chats = useChats(world, userId);
  const user = world.users.find((candidate) => candidate.userId === userId);
  if (user === undefined) return null;
  const chat = openChat(chats, column.chatId) ?? (narrow ? undefined : chats[0]);
  const take = () => {
    columns.active.value = index;
  };
  const open = (chatId: string | undefined) => columns.open(index, chatId);
  return (
    <section
      ref={frame}
      class={`client${narrow ? " narrow" : ""}${active ? " active" : ""}`}
      aria-label={`${user.name}的客户端`}
      onPointerDown={take}
      onFocusCapture={take}
    >
      <PersonPicker user={user} index={index} world={world} />
      <div class="panes">
        {(!narrow || chat === undefined) && <ChatList chats={chats} open={chat?.chatId} world={world} onOpen={open} />}
        {chat !== undefined && (
          <ChatPane
            key={`${userId} ${chat.chatId}`}
            chat={chat}
            user={user}
            world={world}
            {...(narrow ? { back: { unread: unreadBeside(chats, chat), go: () => open(undefined) } } : {})}
          />
        )}
      </div>
      <Toasts userId={userId} />
    </section>
  );
}

const unreadBeside = (chats: readonly Chat[], open: Chat): number =>
  chats.filter(({ chatId }) => chatId !== open.chatId).reduce((sum, { unread }) => sum + unread, 0);

function useChats(world: EmulatorState, userId: string): readonly Chat[] {
  const { inboxes, seen, attempt } = useStore();
  useEffect(() => void attempt(() => inboxes.catchUp([userId])), [userId, inboxes, attempt]);
  return chatsOf({ world, inbox: inboxes.of(userId).value, seen, userId });
}

/** Below this width, in px, a client shows its list or its chat, not both. */
const TWO_PANES_FROM = 580;

function useNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(true);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => setNarrow(target.getBoundingClientRect().width < TWO_PANES_FROM);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}
