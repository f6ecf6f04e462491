import type { CardNode } from "../contract/card.ts";

function gathered(nodes: readonly CardNode[], wordOf: (node: CardNode) => string): string {
  return nodes.map((node) => (node.kind === "group" ? gathered(node.children, wordOf) : wordOf(node))).join("");
}

/** The text of nodes on one line; icons count only when there is no other text. */
export const nodesText = (nodes: readonly CardNode[]): string =>
  gathered(nodes, (node) => (node.kind === "text" || node.kind === "tag" ? node.text : "")) ||
  gathered(nodes, (node) => (node.kind === "icon" ? iconLabel(node.name) : ""));

/** Labels for icons of the platform's set that are used without text; the first key contained in the name applies. */
const WORDS: readonly (readonly [string, string])[] = [
  ["dislike", "踩"],
  ["like", "赞"],
  ["close", "关闭"],
  ["copy", "复制"],
  ["question", "说明"],
  ["calendar", "日期"],
  ["compile", "编辑"],
  ["share", "分享"],
  ["refused", "拒绝"],
  ["accept", "同意"],
  ["downarrow", "展开"],
  ["rightarrow", "前往"],
];

/** Accessible label of an icon such as `icon_XDS_goodlike_line`; empty for an unknown one. */
function iconLabel(icon: string): string {
  const name = icon.toLowerCase();
  return WORDS.find(([part]) => name.includes(part))?.[1] ?? "";
}
