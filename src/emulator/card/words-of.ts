import type { CardNode } from "../contract.ts";
import { spoken } from "./icon-words.ts";

/** The words of drawn pieces on one line; an icon that stands for something counts as its word. */
export function wordsOf(nodes: readonly CardNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "group") return wordsOf(node.children);
      if (node.kind === "icon") return spoken(node.name);
      return node.kind === "text" || node.kind === "tag" ? node.text : "";
    })
    .join("");
}
