import { assertNever } from "../../../shared/assert-never.ts";
import type { EmulatedMessage, EmulatedUser } from "../../contract.ts";
import { Card } from "../card/card.tsx";
import { useStore } from "../state/context.ts";
import { ActionCard } from "./action-card.tsx";
import { FileTile } from "./file-tile.tsx";
import { Markdown } from "./markdown.tsx";
import { Ding, Todo } from "./tray.tsx";

/** What a message holds, by its kind. */
export function MessageBody({ message, user }: { message: EmulatedMessage; user: EmulatedUser }) {
  const { control } = useStore();
  const { userId } = user;
  switch (message.kind) {
    case "text":
      return <p class="bubble text">{message.text}</p>;
    case "markdown":
      return (
        <div class="bubble">
          <Markdown source={message.text ?? ""} links={message.links ?? []} userId={userId} />
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
      return (
        <div class="bubble picture">
          {message.file !== undefined && <img src={control.fileUrl(message.file.fileId)} alt={message.file.fileName} />}
          {message.text !== undefined && <p class="text">{message.text}</p>}
        </div>
      );
    case "file":
      return message.file === undefined ? null : <FileTile file={message.file} />;
    case "audio":
      return (
        <div class="bubble">
          {message.file !== undefined && (
            <audio controls src={control.fileUrl(message.file.fileId)}>
              <track kind="captions" label="识别文字见下" />
            </audio>
          )}
          <p class="text">{message.text ?? "[语音]"}</p>
        </div>
      );
    case "ding":
      return <Ding message={message} userId={userId} />;
    case "todo":
      return <Todo message={message} />;
    default:
      return assertNever(message.kind);
  }
}
