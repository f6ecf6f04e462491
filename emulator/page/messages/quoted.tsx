import type { EmulatedMessage, EmulatorState } from "../../src/contract/control.ts";
import { plainText } from "../text/markdown.ts";
import { nameOf } from "./name-of.ts";

interface QuotedProps {
  quote: NonNullable<EmulatedMessage["quote"]>;
  world: EmulatorState;
  onSeek(messageId: string): void;
}

/** The quoted message; a press scrolls to it. */
export function Quoted({ quote, world, onSeek }: QuotedProps) {
  return (
    <button type="button" class="quoted" title="查看原消息" onClick={() => onSeek(quote.messageId)}>
      {nameOf(world, quote.from)}：{plainText(quote.text)}
    </button>
  );
}
