import { assertNever } from "../../../shared/assert-never.ts";
import type { Block } from "../../chat/view.ts";
import { escapeLine, escapeMarkdown, escapeWithLinks } from "./escape.ts";
import { tableAsList } from "./table-list.ts";

/** A line break inside a paragraph in DingTalk's markdown. */
const LINE = "  \n  ";

/** Blanks at a line's ends mean something in markdown, and are not drawn. */
const lines = (text: string): string[] => text.split(/\r?\n/).map((line) => line.replaceAll(/^[ \t]+|\s+$/g, ""));

const paragraph = (text: string, escapeText: (line: string) => string): string =>
  lines(text)
    .map((line) => (line === "" ? "\n" : escapeText(line)))
    .join(LINE)
    .replaceAll(/\s*\n\s*\n\s*/g, "\n\n");

const bold = (text: string): string => (text.trim() === "" ? "" : `**${escapeLine(text)}**`);

/** One block of a view in DingTalk's markdown, which has no tables: they become numbered lists. */
export function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return bold(block.text);
    case "text":
      return paragraph(block.text, block.links ? escapeWithLinks : escapeMarkdown);
    case "quote":
      return lines(block.text)
        .map((line) => `> ${escapeMarkdown(line)}`)
        .join("  \n");
    case "facts":
      return block.facts.map(({ label, value }) => `${bold(label)}：${escapeLine(value)}`).join(LINE);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${escapeLine(item)}`)
        .join("\n");
    case "table":
      return tableAsList(block, escapeLine);
    default:
      return assertNever(block);
  }
}
