import DOMPurify from "dompurify";
import { makeMessageMarkdown } from "../../src/card/message-markdown.ts";
import { plainMarkdown } from "../../src/card/plain-markdown.ts";
import { withMediaAddresses } from "./media-addresses.ts";
import { keepNumbersWhole } from "./whole-numbers.ts";

const markdown = makeMessageMarkdown();
keepNumbersWhole(markdown);

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
    "nobr",
  ],
  ALLOWED_ATTR: ["href", "src", "alt", "color", "start"],
  ADD_URI_SAFE_ATTR: ["color", "start", "alt"],
  ALLOWED_URI_REGEXP: /^(?:https?:|dtmd:|dingtalk:|\/_emulator\/)/i,
};

/** Safe HTML of a message's markdown. @param fileUrl the address of an uploaded file */
export const markdownHtml = (source: string, fileUrl: (mediaId: string) => string): string =>
  DOMPurify.sanitize(markdown.render(withMediaAddresses(source, fileUrl)), ALLOWED);

/** Plain text on one line, for a chat list. */
export const plainText = (source: string): string => plainMarkdown(source).join(" ").replace(/\s+/g, " ").trim();
