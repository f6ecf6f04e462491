/** Invisible; separates two characters that would form markup. */
const BREAK = "\u200B";

/**
 * Escapes text for DingTalk's markdown, so that it cannot form links, images, tags, headings, quotes or mentions.
 * `**bold**` is kept as the views' markup. It is not documented whether DingTalk supports backslash escapes, hence the
 * invisible breaks; backticks become full-width.
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

/** The same on one line. */
export const escapeLine = (text: string): string => escapeMarkdown(text.replaceAll(/\s*\r?\n\s*/g, " ").trim());
