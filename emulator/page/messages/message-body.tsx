import type { Link } from "../../src/contract/card.ts";
import type { EmulatedMessage, EmulatedUser } from "../../src/contract/control.ts";
import { assertNever } from "../assert-never.ts";
import { Card } from "../card/card.tsx";
import { Ding, Todo } from "./ding-and-todo.tsx";
import { FileTile } from "./file-tile.tsx";
import { Markdown } from "./markdown.tsx";
import { Picture, Voice } from "./media.tsx";
import { useOpenLink } from "./use-open-link.ts";

/** The content of a message, by its kind. */
export function MessageBody({ message, user }: { message: EmulatedMessage; user: EmulatedUser }) {
  const { userId } = user;
  switch (message.kind) {
    case "text": {
      const tiles = (message.links ?? []).filter(({ look }) => look === "tile");
      if (tiles.length > 0) return <Tiles tiles={tiles} text={message.text ?? ""} userId={userId} />;
      return <p class="bubble text">{message.text}</p>;
    }
    case "markdown":
      return (
        <div class="bubble">
          <Markdown
            source={message.text ?? ""}
            links={message.links ?? []}
            userId={userId}
            conversationId={message.conversationId}
          />
        </div>
      );
    case "actionCard":
      return <ActionCard message={message} userId={userId} />;
    case "card":
      return message.card === undefined ? (
        <p class="bubble text">[卡片]</p>
      ) : (
        <Card card={message.card} userId={userId} />
      );
    case "image":
      return <Picture message={message} userId={userId} />;
    case "file":
      return message.file === undefined ? null : <FileTile file={message.file} />;
    case "audio":
      return <Voice message={message} />;
    case "ding":
      return <Ding message={message} userId={userId} />;
    case "todo":
      return <Todo message={message} />;
    default:
      return assertNever(message.kind);
  }
}

/** A link message with its text, or the entries of a feed. */
function Tiles({ tiles, text, userId }: { tiles: readonly Link[]; text: string; userId: string }) {
  const openLink = useOpenLink(userId);
  return (
    <div class="card tiles">
      {tiles.map((link) => (
        <button key={link.linkId} type="button" class="tile" onClick={() => openLink(link)}>
          <strong>{link.label}</strong>
          {tiles.length === 1 && text !== link.label && <span>{text}</span>}
        </button>
      ))}
    </div>
  );
}

/** Its title stands in the list of chats and in the notice, not here. */
function ActionCard({ message, userId }: { message: EmulatedMessage; userId: string }) {
  const openLink = useOpenLink(userId);
  const links = message.links ?? [];
  const buttons = links.filter(({ look }) => look === "button");
  return (
    <section class="card" aria-label={message.title ?? "链接卡片"}>
      <Markdown source={message.text ?? ""} links={links} userId={userId} />
      <div class={message.buttonsInRow === true ? "action-links in-row" : "action-links"}>
        {buttons.map((link) => (
          <button key={link.linkId} type="button" onClick={() => openLink(link)}>
            {link.label}
          </button>
        ))}
      </div>
    </section>
  );
}
