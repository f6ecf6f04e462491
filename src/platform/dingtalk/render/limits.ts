/** What the platform takes (documentation of cardParamMap, of sampleMarkdown and of message titles). */
export const CARD_VALUE_BYTES = 1024;
export const TITLE_CHARACTERS = 64;
/** Longer markdown is shown as plain text by clients. */
export const MARKDOWN_CHARACTERS = 3500;
/** `msgParam` as a whole, JSON with title and text. */
export const MESSAGE_BYTES = 15_000;

const encoder = new TextEncoder();

export const bytesOf = (text: string): number => encoder.encode(text).length;

/** The text, cut with an ellipsis where it has more characters. */
export function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join("")}…`;
}

/** The text, cut with an ellipsis where it has more bytes; no character is torn. */
export function shortenedToBytes(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  let kept = "";
  for (const character of text) {
    if (bytesOf(`${kept}${character}…`) > bytes) break;
    kept += character;
  }
  return `${kept}…`;
}
