import type { CardNode } from "../contract/card.ts";

/** Every node of a rendered card in reading order, including those inside groups. */
export function walkNodes(nodes: readonly CardNode[]): CardNode[] {
  return nodes.flatMap((node) =>
    node.kind === "group" || node.kind === "collapse" ? [node, ...walkNodes(node.children)] : [node],
  );
}
