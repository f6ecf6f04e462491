import MarkdownIt from "markdown-it";

/** Markdown of cards: beyond that of messages also tables, code, rules and struck text. Its HTML is not yet safe. */
export const makeCardMarkdown = (): InstanceType<typeof MarkdownIt> =>
  new MarkdownIt({ html: true, linkify: false, breaks: false }).disable(["code", "reference"]);
