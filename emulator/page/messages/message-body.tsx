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
    case "text":
      return <p class="bubble text">{message.text}</p>;
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

function ActionCard({ message, userId }: { message: EmulatedMessage; userId: string }) {
  const openLink = useOpenLink(userId);
  const links = message.links ?? [];
  return (
    <section class="card" aria-label={message.title ?? "链接卡片"}>
      {message.title !== undefined && <h3 class="action-title">{message.title}</h3>}
      <Markdown source={message.text ?? ""} links={links} userId={userId} />
      <div class="action-links">
        {links.map((link) => (
          <button key={link.linkId} type="button" onClick={() => openLink(link)}>
            {link.label}
          </button>
        ))}
      </div>
    </section>
  );
}
