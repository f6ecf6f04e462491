import MarkdownIt from "markdown-it";
import type { Link } from "../contract/card.ts";

const markdown = new MarkdownIt({ html: false });

/** The links of a markdown text in reading order, without images. */
export function markdownLinks(text: string): Omit<Link, "linkId">[] {
  const links: Omit<Link, "linkId">[] = [];
  for (const block of markdown.parse(text, {})) {
    let open: { label: string; url: string } | undefined;
    for (const token of block.children ?? []) {
      if (token.type === "link_open") open = { label: "", url: String(token.attrGet("href") ?? "") };
      else if (token.type === "link_close" && open !== undefined) {
        links.push(open);
        open = undefined;
      } else if (open !== undefined) open.label += token.content;
    }
  }
  return links;
}
