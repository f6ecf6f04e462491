/** Control characters except tab and line feed, zero-width and direction marks. PostgreSQL cannot store NUL. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** The trimmed text without invisible characters. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").toWellFormed().trim();
