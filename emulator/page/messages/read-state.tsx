import type { EmulatorState } from "../../src/contract/control.ts";
import type { Chat } from "../chats/chats.ts";

const NOTE = "由模拟器记录。钉钉客户端不显示机器人消息的已读情况，机器人可通过接口查询。";

/** Who has read what a robot sent. */
export function ReadState({ readBy, chat, world }: { readBy: readonly string[]; chat: Chat; world: EmulatorState }) {
  const read = chat.memberIds.filter((userId) => readBy.includes(userId));
  if (chat.kind !== "group") return <span title={NOTE}>{read.length > 0 ? "已读" : "未读"}</span>;
  const unread = chat.memberIds.filter((userId) => !readBy.includes(userId));
  return (
    <details class="more">
      <summary title={NOTE}>
        已读 {read.length}/{chat.memberIds.length}
      </summary>
      <dl class="more-words">
        <Names label={`已读${read.length}人`} userIds={read} world={world} />
        <Names label={`未读${unread.length}人`} userIds={unread} world={world} />
      </dl>
      <p class="more-words">{NOTE}</p>
    </details>
  );
}

function Names({ label, userIds, world }: { label: string; userIds: readonly string[]; world: EmulatorState }) {
  if (userIds.length === 0) return null;
  const names = userIds.map((userId) => world.users.find((user) => user.userId === userId)?.name ?? userId);
  return (
    <div>
      <dt>{label}</dt>
      <dd>{names.join("、")}</dd>
    </div>
  );
}
