import type { CardNode } from "../../src/contract/card.ts";

/** Pieces keep their places over a card's versions; what a person types into stays itself when one before it appears. */
export function keyOf(node: CardNode, place: number): string {
  if (node.kind === "form") return `form ${node.formId}`;
  if (node.kind === "input") return `input ${node.local} ${node.key ?? ""} ${node.sends?.actionId ?? ""}`;
  return `${node.kind} ${place}`;
}
