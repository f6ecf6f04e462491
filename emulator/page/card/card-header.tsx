import type { CardNode } from "../../src/contract/card.ts";
import { toneOf } from "./tone.ts";

/** The color signals the state, the status text names it. */
export function CardHeader({ header }: { header: Extract<CardNode, { kind: "header" }> }) {
  const tone = header.color === undefined ? "plain" : toneOf(header.color);
  return (
    <header class={`card-head ${tone}`}>
      <h3>{header.title}</h3>
      {header.status !== undefined && header.status !== "" && <span class={`tag ${tone}`}>{header.status}</span>}
    </header>
  );
}
