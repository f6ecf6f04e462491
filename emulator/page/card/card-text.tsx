import type { CardText } from "../../src/contract/card.ts";
import { CardIcon } from "./card-icon.tsx";
import { toneOf } from "./tone.ts";

const NAMED = ["bold", "italic", "struck"] as const;

/** A text of a card. If the template limits its lines, the full text is shown as a tooltip. */
export function CardTextView({ words }: { words: CardText }) {
  const { text, size = "body", color, align, lines, icon } = words;
  const look = [
    "words",
    size,
    ...NAMED.filter((name) => words[name] === true),
    ...(color === undefined ? [] : [`tone-${toneOf(color)}`]),
    ...(align === undefined ? [] : [align]),
    ...(lines === undefined ? [] : ["clamped"]),
  ];
  return (
    <p
      class={look.join(" ")}
      title={lines === undefined ? undefined : text}
      style={lines === undefined ? {} : { "--lines": lines }}
    >
      {icon !== undefined && <CardIcon name={icon} />}
      {text}
    </p>
  );
}
