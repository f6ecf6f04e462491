/** The longest text a cell of Excel holds. */
export const CELL_CHARACTERS = 32_767;

/** What XML cannot hold, and halves of characters. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Excel reads `_x000D_` in a stored text as the character of that number; so an underscore before it is itself written so. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as it may stand in a cell. That it starts like a formula changes nothing: it is stored as a text cell, in the
 * format for text, so that editing it does not turn it into one either.
 * @throws when it is longer than a cell
 */
export function inertText(text: string): string {
  const clean = text.replaceAll(/\r\n?/g, "\n").replaceAll(UNWRITABLE, "").replaceAll(ESCAPE_LOOKALIKE, "_x005F_");
  if (clean.length > CELL_CHARACTERS)
    throw new Error(`text of ${clean.length} characters, a cell holds ${CELL_CHARACTERS}`);
  return clean;
}
