import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

/**
 * The subset that the platform's clients render: headings, quote, bold, italic, link, image, lists, `<font color>`.
 * Tables and code are not part of it and stay as typed, as on a phone.
 */
const markdown = new MarkdownIt({ html: true, linkify: false, breaks: false }).disable([
  "table",
  "code",
  "fence",
  "backticks",
  "hr",
  "strikethrough",
  "reference",
]);

const ALLOWED = {
  ALLOWED_TAGS: [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "br",
    "blockquote",
    "strong",
    "em",
    "a",
    "img",
    "ul",
    "ol",
    "li",
    "font",
  ],
  ALLOWED_ATTR: ["href", "src", "alt", "color", "start"],
  ADD_URI_SAFE_ATTR: ["color", "start", "alt"],
  ALLOWED_URI_REGEXP: /^(?:https?:|dtmd:|dingtalk:|\/_emulator\/)/i,
};

/** Safe HTML of a message's markdown. */
export const markdownHtml = (source: string): string => DOMPurify.sanitize(markdown.render(source), ALLOWED);

/** Plain text on one line, for a chat list. */
export const plainText = (source: string): string =>
  source
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]+>/g, "")
    .replace(/^[#>\s]+|[*_]{1,2}/gm, "")
    .replace(/\s+/g, " ")
    .trim();
