import type { EmulatedMessage, EmulatorState } from "../../src/contract/control.ts";
import { preview } from "../chats/preview.ts";
import { nameOf } from "../messages/name-of.ts";
import { Icon } from "../shell/icon.tsx";

/** The message that the next one quotes. */
export function QuoteBar({ quote, world, onDrop }: { quote: EmulatedMessage; world: EmulatorState; onDrop(): void }) {
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
