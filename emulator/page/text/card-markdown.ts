import DOMPurify from "dompurify";
import { makeCardMarkdown } from "../../src/card/card-markdown.ts";
import { textStyle } from "../../src/card/text-style.ts";
import { toneOf } from "../card/tone.ts";
import { withMediaAddresses } from "./media-addresses.ts";
import { keepNumbersWhole } from "./whole-numbers.ts";

type Markdown = ReturnType<typeof makeCardMarkdown>;
type Rule = NonNullable<Markdown["renderer"]["rules"][string]>;

const FONT = /<font\b([^>]*)>/gi;
const attribute = (name: string) => new RegExp(`${name}\\s*=\\s*["']?([^"'\\s>]+)`, "i");
const COLOR = attribute("color(?:TokenV2)?");
const SIZE = attribute("sizeToken");

/**
 * Renders `<font colorTokenV2=… sizeToken=…>` with classes of the page; line breaks are preserved, other tags
 * removed.
 */
function knownTags(html: string): string {
  return html
    .replaceAll(/<(?!\/?font\b|br\b)[^>]*>/gi, "")
    .replaceAll(FONT, (_, attributes: string) => {
      const color = COLOR.exec(attributes)?.[1];
      const { size } = textStyle(SIZE.exec(attributes)?.[1] ?? "");
      const isInk = color === undefined || /level1|black/.test(color);
      const look = [...(isInk ? [] : [`tone-${toneOf(color)}`]), ...(size ? [`size-${size}`] : [])];
      return `<span class="${look.join(" ")}">`;
    })
    .replaceAll(/<\/font\s*>/gi, "</span>");
}

const onlyKnown: Rule = (tokens, at) => knownTags(tokens[at]?.content ?? "");

/** Columns are aligned as in the second line of the table. */
const cell =
  (name: "th" | "td"): Rule =>
  (tokens, at) => {
    const align = /(left|center|right)/.exec(String(tokens[at]?.attrGet("style")))?.[1];
    return align === undefined ? `<${name}>` : `<${name} class="${align}">`;
  };

/** Markdown of cards with the platform's colors and sizes. */
function makeMarkdown(): Markdown {
  const markdown = makeCardMarkdown();
  keepNumbersWhole(markdown);
  const { rules } = markdown.renderer;
  rules.html_inline = onlyKnown;
  rules.html_block = onlyKnown;
  rules.th_open = cell("th");
  rules.td_open = cell("td");
  rules.table_open = () => '<div class="table-frame" tabindex="0"><table>';
  rules.table_close = () => "</table></div>";
  return markdown;
}

const markdown = makeMarkdown();

const TAGS =
  "h1 h2 h3 h4 h5 h6 p br hr blockquote strong em s a img ul ol li span div table thead tbody tr th td pre code nobr";

const ALLOWED = {
  ALLOWED_TAGS: TAGS.split(" "),
  ALLOWED_ATTR: ["href", "src", "alt", "class", "start", "tabindex"],
  ADD_URI_SAFE_ATTR: ["start", "alt", "class", "tabindex"],
  ALLOWED_URI_REGEXP: /^(?:https?:|dtmd:|dingtalk:|\/_emulator\/)/i,
};

/** Safe HTML of a card's markdown. @param fileUrl the address of an uploaded file */
export const cardMarkdownHtml = (source: string, fileUrl: (fileId: string) => string): string =>
  DOMPurify.sanitize(markdown.render(withMediaAddresses(source, fileUrl)), ALLOWED);
