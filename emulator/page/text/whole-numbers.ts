import type { makeMessageMarkdown } from "../../src/card/message-markdown.ts";

const NUMBER = /(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])/gu;

/**
 * Numbers such as 3-5 are not broken at their hyphen in a narrow line; what is copied stays plain. Only this page does
 * so: nothing in a message tells the platform's own clients.
 */
export function keepNumbersWhole({ renderer, utils }: ReturnType<typeof makeMessageMarkdown>): void {
  renderer.rules.text = (tokens, at) =>
    utils.escapeHtml(tokens[at]?.content ?? "").replaceAll(NUMBER, (number) => `<nobr>${number}</nobr>`);
}
