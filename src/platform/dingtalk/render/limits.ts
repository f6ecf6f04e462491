/** Limits from the documentation of cardParamMap, of sampleMarkdown and of message titles. */
export const CARD_VALUE_BYTES = 1024;
export const TITLE_CHARACTERS = 64;
/** Clients show longer markdown as plain text. */
export const MARKDOWN_CHARACTERS = 3500;
/** Size of `msgParam`, JSON with title and text. */
export const MESSAGE_BYTES = 15_000;

const encoder = new TextEncoder();

export const bytesOf = (text: string): number => encoder.encode(text).length;

/** Counted without a list of them: long texts are measured piece by piece. */
export const charactersOf = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

/** Truncates with an ellipsis. */
export function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join("")}…`;
}

/** Truncates with an ellipsis. @param piecesOf what is not torn apart */
export function shortenedToBytes(
  text: string,
  bytes: number,
  piecesOf: (text: string) => string[] = (whole) => [...whole],
): string {
  if (bytesOf(text) <= bytes) return text;
  let truncated = "";
  for (const piece of piecesOf(text)) {
    if (bytesOf(`${truncated}${piece}…`) > bytes) break;
    truncated += piece;
  }
  return `${truncated}…`;
}
