/**
 * Text as people wrote it, in the markdown that DingTalk's clients draw: what is drawn, and copied back, is what was
 * written, without invisible characters. The documentation lists the markup and says nothing of escapes; adapters in
 * use put a backslash before `*`, `_`, `[`, `#`, `>` and write `&lt;` for `<` (docs/emulator.md, "Markdown").
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\*_`~[\]]/g, "\\$&")
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll(/<(?=[a-zA-Z/!?]|[^\s<>]*@)/g, "&lt;")
    .split("\n")
    .map(escapeLineStart)
    .join("\n");

/** What begins a heading, quote, list, rule or table where it begins a line. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^([ \t]*)(?=#|>|[-+](?:\s|$)|-{2,}|=+\s*$|[-:|][-:|\s]*$)/, "$1\\")
    .replace(/^([ \t]*\d{1,9})(?=[.)](?:\s|$))/, "$1\\");

/** The same on one line. */
export const escapeLine = (text: string): string => escapeMarkdown(text.replaceAll(/\s*\r?\n\s*/g, " ").trim());

/** Pieces of markdown that mean something only as a whole: bold, links, escaped signs, single characters. */
export const markdownPieces = (markdown: string): string[] =>
  markdown.match(/\*\*(?:\\.|[^*\\])+\*\*|\[(?:\\.|[^\]\\])*\]\([^)\s]*\)|\\.|&#?\w+;|./gsu) ?? [];

/** An address as people write it: it ends before Chinese, blanks and the punctuation around it. */
const ADDRESS = /https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]*[\w/#&=%~+$-]/g;

/** Text in which addresses are links that read as the address. */
export function escapeWithLinks(text: string): string {
  const addresses = text.match(ADDRESS) ?? [];
  const words = text.split(ADDRESS);
  // What follows a link does not begin a line.
  const rest = words.slice(1).map((between, at) => {
    const address = addresses[at] ?? "";
    return `[${escapeMarkdown(address)}](${target(address)})${escapeMarkdown(`${MIDDLE}${between}`).slice(MIDDLE.length)}`;
  });
  return (escapeMarkdown(words[0] ?? "") + rest.join("")).replaceAll("![", "\\![").replaceAll("<[", "&lt;[");
}

const MIDDLE = "，";

const target = (address: string): string =>
  address.replaceAll(/[()<>\\"]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
