import { createHash } from "node:crypto";
import type { CardNode, Link } from "../contract/card.ts";
import { addressOf, isLink, pressesIn } from "./find-steps.ts";
import { plainMarkdown } from "./plain-markdown.ts";

const MARKDOWN_LINK = /(?<!(?<!\\)!|\\)\[(?<label>(?:\\.|[^\]\\])*)\]\((?<url>[^)\s]+)\)/g;

function inMarkdown(nodes: readonly CardNode[]): Omit<Link, "linkId">[] {
  return nodes.flatMap((node) => {
    if (node.kind === "group" || node.kind === "collapse") return inMarkdown(node.children);
    if (node.kind !== "markdown") return [];
    return [...node.source.matchAll(MARKDOWN_LINK)].map(({ groups }) => ({
      label: plainMarkdown(groups?.label ?? "").join(" "),
      url: groups?.url ?? "",
    }));
  });
}

const ofPresses = (nodes: readonly CardNode[]): Omit<Link, "linkId">[] =>
  pressesIn(nodes)
    .filter(isLink)
    .map(({ label, steps }) => ({ label, url: addressOf(steps) ?? "" }));

const idOf = (link: Omit<Link, "linkId">): string =>
  createHash("sha1").update(`${link.label}\n${link.url}`).digest("hex").slice(0, 10);

/** A card's links. An id depends on label and address only, so it is stable across updates; equal links are merged. */
export function cardLinks(nodes: readonly CardNode[]): Link[] {
  const all = [...ofPresses(nodes), ...inMarkdown(nodes)];
  const links = new Map(all.map((link) => [idOf(link), link]));
  return [...links].map(([linkId, link]) => ({ linkId, ...link }));
}
