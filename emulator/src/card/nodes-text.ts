import type { CardNode } from "../contract/card.ts";
import { iconLabel } from "./icon-labels.ts";

function gathered(nodes: readonly CardNode[], wordOf: (node: CardNode) => string): string {
  return nodes.map((node) => (node.kind === "group" ? gathered(node.children, wordOf) : wordOf(node))).join("");
}

/** The text of nodes on one line; icons count only when there is no other text. */
export const nodesText = (nodes: readonly CardNode[]): string =>
  gathered(nodes, (node) => (node.kind === "text" || node.kind === "tag" ? node.text : "")) ||
  gathered(nodes, (node) => (node.kind === "icon" ? iconLabel(node.name) : ""));
