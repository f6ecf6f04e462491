import type { CardNode } from "../contract/card.ts";

/** Every piece of a drawn card in reading order, those inside groups too. */
export function walkNodes(nodes: readonly CardNode[]): CardNode[] {
  return nodes.flatMap((node) =>
    node.kind === "group" || node.kind === "collapse" ? [node, ...walkNodes(node.children)] : [node],
  );
}
