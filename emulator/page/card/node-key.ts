import type { CardNode } from "../../src/contract/card.ts";

/**
 * Nodes keep their index over a card's versions. Inputs have their own keys, so that typed text survives when a node
 * before them appears.
 */
export function keyOf(node: CardNode, place: number): string {
  if (node.kind === "form") return `form ${node.formId}`;
  if (node.kind === "input") return `input ${node.local} ${node.key ?? ""} ${node.sends?.actionId ?? ""}`;
  return `${node.kind} ${place}`;
}
