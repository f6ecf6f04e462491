/** One line of markdown as plain text: emphasis, headings, fonts and links removed, text preserved. */
function plainLine(line: string): string {
  return line
    .replace(/^\s*#{1,6}\s+/, "")
    .replace(/^\s*>\s?/, "")
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<\/?[a-zA-Z][^>]*>/g, "")
    .replaceAll(/\*\*([^*]+)\*\*/g, "$1")
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!>|~])/g, "$1")
    .replaceAll("\u200B", "")
    .trim();
}

/** Markdown as lines of plain text; empty lines are left out. */
export const plainMarkdown = (source: string): string[] =>
  source
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .split("\n")
    .map(plainLine)
    .filter((line) => line !== "");
