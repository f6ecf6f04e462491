import { useId, useState } from "preact/hooks";
import type { EmulatedMessage, EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import type { Chat } from "../chats/chats.ts";
import { preview } from "../chats/preview.ts";
import { nameOf } from "../messages/name-of.ts";
import { Icon } from "../shell/icon.tsx";
import { AttachButton } from "./attach-button.tsx";
import { CommandMenu } from "./command-menu.tsx";
import { PendingFiles } from "./pending-files.tsx";
import { TextBox } from "./text-box.tsx";
import { type Attachments, useComposition } from "./use-composition.ts";
import { useSend } from "./use-send.ts";

interface ComposerProps {
  chat: Chat;
  user: EmulatedUser;
  world: EmulatorState;
  enclosed: Attachments;
  /** Files chosen or pasted here. */
  onTake(files: readonly File[]): void;
}

/** The input area of a chat. */
export function Composer({ chat, user, world, enclosed, onTake }: ComposerProps) {
  const robots = robotsIn(world, chat);
  const [chosen, setChosen] = useState<string | undefined>(robots[0]?.robotCode);
  // A robot may have left the group since.
  const called = robots.find(({ robotCode }) => robotCode === chosen)?.robotCode;
  const menuId = useId();
  const sending = useSend(chat, user);
  const composition = useComposition({ userId: user.userId, chatId: chat.chatId, sending, called, enclosed });
  const { text, menu } = composition;
  const { files, onFiles, quote, onQuote } = enclosed;
  const inGroup = chat.kind === "group";
  return (
    <div class="composer">
      {menu.open && <CommandMenu id={menuId} menu={menu} />}
      {quote !== undefined && files.length === 0 && (
        <QuoteBar quote={quote} world={world} onDrop={() => onQuote(undefined)} />
      )}
      <PendingFiles files={files} onFiles={onFiles} />
      {inGroup && (
        <div class="mentions">
          {robots.map(({ robotCode, name }) => (
            <Mention
              key={robotCode}
              name={name}
              at={called === robotCode}
              onChange={(at) => setChosen(at ? robotCode : undefined)}
            />
          ))}
        </div>
      )}
      <div class="composer-line">
        <div class="composer-tools">
          <button
            type="button"
            class="icon-button"
            aria-label="指令"
            title="指令（/）"
            onClick={() => composition.write("/")}
          >
            <Icon name="slash" />
          </button>
          <AttachButton picturesOnly={inGroup} onFiles={onTake} />
        </div>
        <TextBox label={`发给${chat.title}`} menuId={menuId} composition={composition} onPaste={onTake} />
        <SendButton disabled={text.trim() === "" && files.length === 0} onSend={composition.send} />
      </div>
    </div>
  );
}

/** The robots of a chat, in its order. */
const robotsIn = (world: EmulatorState, { robotCodes }: Chat): EmulatorState["robots"] =>
  robotCodes.flatMap((code) => world.robots.filter(({ robotCode }) => robotCode === code));

/** In a group the bot receives only messages that mention it. */
function Mention({ name, at, onChange }: { name: string; at: boolean; onChange(at: boolean): void }) {
  return (
    <button
      type="button"
      class="mention"
      aria-pressed={at}
      title="群里的机器人只听得到@它的消息"
      onClick={() => onChange(!at)}
    >
      @{name}
    </button>
  );
}

function SendButton({ disabled, onSend }: { disabled: boolean; onSend(): Promise<void> }) {
  return (
    <button
      type="button"
      class="button primary send"
      aria-label="发送"
      disabled={disabled}
      onClick={() => void onSend()}
    >
      <Icon name="send" />
    </button>
  );
}

/** The message that the next one quotes. */
function QuoteBar({ quote, world, onDrop }: { quote: EmulatedMessage; world: EmulatorState; onDrop(): void }) {
  return (
    <div class="quote-bar">
      <span>
        引用 {nameOf(world, quote.from)}：{preview(quote)}
      </span>
      <button type="button" class="icon-button" aria-label="不引用" title="不引用" onClick={onDrop}>
        <Icon name="close" />
      </button>
    </div>
  );
}
