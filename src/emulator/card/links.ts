import { createHash } from "node:crypto";
import type { CardNode, Link } from "../contract.ts";

const MARKDOWN_LINK = /(?<!!)\[(?<label>[^\]]*)\]\((?<url>[^)\s]+)\)/g;

function found(node: CardNode): Omit<Link, "linkId">[] {
  if (node.kind === "group" || node.kind === "collapse") return node.children.flatMap(found);
  if (node.kind === "button" && node.url !== undefined) return [{ label: node.label, url: node.url }];
  if (node.kind !== "markdown") return [];
  return [...node.source.matchAll(MARKDOWN_LINK)].map(({ groups }) => ({
    label: groups?.label ?? "",
    url: groups?.url ?? "",
  }));
}

const idOf = (link: Omit<Link, "linkId">): string =>
  createHash("sha1").update(`${link.label}\n${link.url}`).digest("hex").slice(0, 10);

/** A card's links. An id depends on words and address alone, so it outlives updates; equal links are one. */
export function linksIn(nodes: readonly CardNode[]): Link[] {
  const links = new Map(nodes.flatMap(found).map((link) => [idOf(link), link]));
  return [...links].map(([linkId, link]) => ({ linkId, ...link }));
}
