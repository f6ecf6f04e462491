import MarkdownIt from "markdown-it";

/**
 * The subset that the platform's clients render in messages: headings, quote, bold, italic, link, image, lists,
 * `<font color>`. Tables and code are not part of it and stay as typed, as on a phone. Its HTML is not yet safe.
 */
export const makeMessageMarkdown = (): InstanceType<typeof MarkdownIt> =>
  new MarkdownIt({ html: true, linkify: false, breaks: false }).disable([
    "table",
    "code",
    "fence",
    "backticks",
    "hr",
    "strikethrough",
    "reference",
  ]);
