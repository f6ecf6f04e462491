export { toAnswerParams, toCardParams } from "./card-params.ts";
export { formBytes, packFields } from "./form-variable.ts";
export { CARD_VALUE_BYTES } from "./limits.ts";
export { type MarkdownMessage, splitMarkdown, toMarkdown } from "./markdown.ts";
export { toPlainText } from "./plain-text.ts";
