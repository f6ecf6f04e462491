import type { CardReader } from "../card-delivery/read-card.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { EmulatedMessage } from "../contract/control.ts";
import type { StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

/** A message as this person sees it. */
export function viewMessage(deps: Deps, cards: CardReader, { message, userId }: Seen): EmulatedMessage {
  const { id, seq, conversationId, from, kind, title, text, links, ding, todo, readBy, recalled } = message;
  const card = deps.world.cards.get(message.outTrackId ?? "");
  const file = deps.world.files.get(message.fileId ?? "");
  const quoted = deps.world.messages.get(message.quote ?? "");
  return {
    id,
    seq,
    conversationId,
    at: shanghaiIso(new Date(message.at)),
    from,
    kind,
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    ...(links === undefined || links.length === 0
      ? {}
      : { links: links.map((link, index) => ({ linkId: messageLinkId(id, index), ...link })) }),
    ...(message.buttonsInRow === true ? { buttonsInRow: true as const } : {}),
    ...(card === undefined ? {} : { card: cards.read(card, userId) }),
    ...(file === undefined
      ? {}
      : { file: { fileId: file.fileId, fileName: shownName(message, file.fileName), size: file.size } }),
    ...(ding === undefined ? {} : { ding }),
    ...(todo === undefined ? {} : { todo }),
    ...(message.fromRobot ? { readBy } : {}),
    ...(recalled === true ? { recalled } : {}),
    ...(quoted === undefined ? {} : { quote: quoteShown(deps, quoted) }),
    ...(message.msgId === undefined ? {} : { msgId: message.msgId }),
    ...(message.delivery === undefined ? {} : { delivery: message.delivery }),
    ...(message.emotions === undefined || message.emotions.length === 0 ? {} : { emotions: message.emotions }),
    ...(message.answered === true ? { answered: true as const } : {}),
  };
}

interface Seen {
  message: StoredMessage;
  userId: string;
}

export const messageLinkId = (id: string, index: number): string => `m:${id}:${index + 1}`;

/** A file sent by a robot has the name given with the message, not that of the upload. */
const shownName = (message: StoredMessage, uploadedName: string): string =>
  message.kind === "file" && message.fromRobot ? (message.title ?? uploadedName) : uploadedName;

/** The text of a quoted message as the client shows it above the answer. */
function quoteShown({ world }: Deps, quoted: StoredMessage): NonNullable<EmulatedMessage["quote"]> {
  const fileName = world.files.get(quoted.fileId ?? "")?.fileName;
  const words = quoted.title ?? quoted.text ?? fileName ?? (quoted.kind === "card" ? "[卡片]" : "");
  return { messageId: quoted.id, from: quoted.from, text: quoted.recalled === true ? "原消息已撤回" : words };
}
