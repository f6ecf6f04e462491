import { useMemo } from "preact/hooks";
import type { EmulatedMessage, EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import { isPseudoConversation } from "../../src/contract/pseudo-conversations.ts";
import type { Chat } from "../chats/chats.ts";
import { useStore } from "../state/context.ts";
import { fidelityHints } from "../text/fidelity.ts";
import { wallClock } from "../text/time.ts";
import { nameOf } from "./name-of.ts";
import { ReadState } from "./read-state.tsx";

interface MetaProps {
  message: EmulatedMessage;
  chat: Chat;
  user: EmulatedUser;
  world: EmulatorState;
  onQuote(message: EmulatedMessage): void;
}

/** The line below a message: whether it was delivered or read, and its actions. */
export function MessageMeta({ message, chat, user, world, onQuote }: MetaProps) {
  const { delivery, msgId, readBy, emotions } = message;
  // A robot that answers has heard it, whether it acknowledged or not.
  const fate = message.answered === true ? "acknowledged" : delivery;
  const own = message.from === user.userId;
  const isPseudo = isPseudoConversation(message.conversationId);
  const readers = readBy === undefined || isPseudo ? null : <ReadState readBy={readBy} chat={chat} world={world} />;
  return (
    <div class={`message-meta ${fate ?? ""}`}>
      {fate !== undefined && own && <span class="fate">{DELIVERY_LABELS[fate]}</span>}
      {emotions?.map(({ from, text }) => (
        <span key={`${from} ${text}`} class="tag" title={nameOf(world, from)}>
          {text}
        </span>
      ))}
      {chat.kind === "group" && readers}
      <Hints message={message} />
      <span class="acts">
        <time dateTime={message.at}>{wallClock(message.at).time}</time>
        {chat.kind === "direct" && readers}
        {!isPseudo && (
          <button type="button" onClick={() => onQuote(message)}>
            引用
          </button>
        )}
        {own && msgId !== undefined && <Recall msgId={msgId} userId={user.userId} />}
      </span>
    </div>
  );
}

const DELIVERY_LABELS: Record<NonNullable<EmulatedMessage["delivery"]>, string> = {
  acknowledged: "已送达",
  pending: "送达中",
  lost: "未送达机器人",
  notAddressed: "未@机器人，机器人听不到",
};

function Recall({ msgId, userId }: { msgId: string; userId: string }) {
  const { control, attempt, catchUp } = useStore();
  const recall = async () => {
    await control.recall(userId, msgId);
    await catchUp();
  };
  return (
    <button type="button" onClick={() => void attempt(recall, userId)}>
      撤回
    </button>
  );
}

/** What of this message the real client may show differently. */
function Hints({ message }: { message: EmulatedMessage }) {
  const hints = useMemo(() => fidelityHints(message), [message]);
  if (hints.length === 0) return null;
  return (
    <details class="more">
      <summary>
        <span class="tag orange">可能与钉钉不同</span>
      </summary>
      <ul class="more-words">
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </details>
  );
}
