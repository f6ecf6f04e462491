import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { EmulatedUser } from "../../contract.ts";
import type { World } from "../api/control.ts";
import type { Chat } from "../chats/chats.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { AttachButton } from "./attach-button.tsx";
import { CommandMenu } from "./command-menu.tsx";
import { FileTray } from "./file-tray.tsx";
import { useCommandMenu } from "./use-command-menu.ts";
import { useSend } from "./use-send.ts";

interface ComposerProps {
  chat: Chat;
  user: EmulatedUser;
  world: World;
  files: readonly File[];
  onFiles(files: readonly File[]): void;
}

/** Where a person types. Enter sends, Shift+Enter breaks the line, ↑ in an empty box brings back what was sent. */
export function Composer({ chat, user, world, files, onFiles }: ComposerProps) {
  const { draft } = useStore();
  const [text, setText] = useState("");
  const [at, setAt] = useState(true);
  const back = useRef(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const menuId = useId();
  const sending = useSend(chat, user);
  const menu = useCommandMenu(text, setText);
  const robot = world.robots[0]?.name ?? "机器人";
  const write = (words: string) => {
    setText(words);
    box.current?.focus();
  };

  const offered = draft.value;
  useEffect(() => {
    if (offered?.userId !== user.userId) return;
    draft.value = undefined;
    write(offered.text);
  }, [offered, user.userId, draft]);

  const send = async () => {
    const outgoing = { text: text.trim(), at, files };
    if (outgoing.text === "" && files.length === 0) return;
    back.current = 0;
    setText("");
    onFiles([]);
    if (await sending.send(outgoing)) return;
    setText((since) => (since === "" ? outgoing.text : since));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || menu.onKeyDown(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if (event.key === "ArrowUp" && (text === "" || back.current > 0)) {
      const words = sending.recalled(back.current + 1);
      if (words === undefined) return;
      event.preventDefault();
      back.current += 1;
      setText(words);
    }
  };

  return (
    <div class="composer">
      {menu.open && <CommandMenu id={menuId} menu={menu} />}
      <FileTray files={files} onFiles={onFiles} />
      {chat.kind === "group" && (
        <button
          type="button"
          class="mention"
          aria-pressed={at}
          title="群里的机器人只听得到@它的消息"
          onClick={() => setAt(!at)}
        >
          @{robot}
        </button>
      )}
      <div class="composer-line">
        <div class="composer-tools">
          <button type="button" class="icon-button" aria-label="指令" title="指令（/）" onClick={() => write("/")}>
            <Icon name="slash" />
          </button>
          <AttachButton picturesOnly={chat.kind === "group"} onFiles={(chosen) => onFiles([...files, ...chosen])} />
        </div>
        <textarea
          ref={box}
          class="field"
          rows={1}
          aria-label={`发给${chat.title}`}
          aria-controls={menu.open ? menuId : undefined}
          aria-activedescendant={menu.open ? `${menuId}-${menu.chosen}` : undefined}
          placeholder="输入消息，/ 查看指令"
          value={text}
          onInput={(event) => {
            back.current = 0;
            setText(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="button primary send"
          aria-label="发送"
          disabled={text.trim() === "" && files.length === 0}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
