const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };
/** Private characters that stand for the signs that are escaped, so that they are not taken for markup. */
const PRIVATE = 0xe000;

const setAside = (sign: string): string => String.fromCharCode(PRIVATE + sign.charCodeAt(0));

const hideEscaped = (line: string): string =>
  line
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => setAside(sign))
    .replaceAll(/&(?:#(\d{2,3})|(\w+));/g, (whole, code: string | undefined, name = "") => {
      const sign = code === undefined ? ENTITIES[name] : String.fromCharCode(Number(code) & 0xff);
      return sign === undefined ? whole : setAside(sign);
    });

const showEscaped = (line: string): string =>
  line.replaceAll(/[\ue000-\ue0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - PRIVATE));

/** One line of markdown as plain text: emphasis, headings, fonts and links removed, text preserved. */
function plainLine(line: string): string {
  return showEscaped(
    hideEscaped(line)
      .replace(/^\s*#{1,6}\s+/, "")
      .replace(/^\s*>\s?/, "")
      .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/<\/?[a-zA-Z][^>]*>/g, "")
      .replaceAll(/\*\*([^*]+)\*\*/g, "$1"),
  ).trim();
}

/** Markdown as lines of plain text; empty lines are left out. */
export const plainMarkdown = (source: string): string[] =>
  source
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .split("\n")
    .map(plainLine)
    .filter((line) => line !== "");
