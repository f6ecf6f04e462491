import type { Block, View } from "../../chat/view.ts";
import { assertNever } from "../../shared/assert-never.ts";
import { escapeLine, escapeMarkdown } from "./escape.ts";

/** A line break inside a paragraph, as DingTalk's markdown wants it. */
const LINE = "  \n  ";

const lines = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trimEnd());

const paragraph = (text: string): string =>
  lines(text)
    .map((line) => (line === "" ? "\n" : escapeMarkdown(line)))
    .join(LINE)
    .replaceAll(/\s*\n\s*\n\s*/g, "\n\n");

/** A table's rows as a numbered list; a first column that only counts the rows gives way to the numbers. */
function tableAsList(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const counted = rows.length > 0 && rows.every((row, index) => row[0] === String(index + 1));
  const from = counted ? 1 : 0;
  const head = columns.slice(from).map(escapeLine).join("、");
  const items = rows.map((row, index) => `${index + 1}. ${row.slice(from).map(escapeLine).join(" ")}`);
  return [...(head === "" ? [] : [`（${head}）`]), ...items].join("\n");
}

/** One block of a view in DingTalk's markdown. Tables become numbered lists: messages know no tables. */
export function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "text":
      return paragraph(block.text);
    case "quote":
      return lines(block.text)
        .map((line) => `> ${escapeMarkdown(line)}`)
        .join("\n");
    case "facts":
      return block.facts.map(({ label, value }) => `**${escapeLine(label)}**：${escapeLine(value)}`).join(LINE);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${escapeLine(item)}`)
        .join("\n");
    case "table":
      return tableAsList(block.columns, block.rows);
    default:
      return assertNever(block);
  }
}

export const bodyMarkdown = (view: View): string[] => view.body.map(blockMarkdown).filter((text) => text !== "");
