/** Stands between two characters that together would be a mark; nobody sees it. */
const BREAK = "\u200B";

/**
 * Makes text safe inside DingTalk's markdown: names and answers cannot become links, images, tags, headings, quotes or
 * mentions. `**bold**` stays, it is the view's own markup. Whether a backslash escapes in DingTalk is not documented, hence
 * invisible breaks; backticks become full-width ones.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll("](", `]${BREAK}(`)
    .replaceAll("][", `]${BREAK}[`)
    .replaceAll("]:", `]${BREAK}:`)
    .replaceAll("://", `:${BREAK}//`)
    .replaceAll(/<(?=[a-zA-Z/!?])/g, `<${BREAK}`)
    .replaceAll("@", `@${BREAK}`)
    .replaceAll(/^(\s*)(?=#|>|\||~~~|(?:-{3,}|={3,}|_{3,})\s*$)/gm, `$1${BREAK}`)
    .replaceAll("`", "｀");

/** For a place that holds one line. */
export const escapeLine = (text: string): string => escapeMarkdown(text.replaceAll(/\s*\r?\n\s*/g, " ").trim());
