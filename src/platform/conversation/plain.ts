/** Control and format characters, NUL, halves of characters, and what no XML can hold. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\ufffd\ufffe\uffff]/gu;
const EDGE = /^[\s。,、;:!?~]+|[\s。,、;:.!?~]+$/g;
const WIDE_LETTERS = /[０-９Ａ-Ｚａ-ｚ]/g;
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Everything that can be seen, blanks of all kinds as single spaces; composed after the removal, so that it stays so. */
const visibleLine = (typed: string, form: "NFC" | "NFKC"): string =>
  typed.replaceAll(/\s/g, " ").replaceAll(UNSEEN, "").normalize(form).replaceAll(/\s+/g, " ");

/** A short answer for reading: half width, without blanks and punctuation around it (voice input adds a full stop). */
export const plainAnswer = (typed: string): string => visibleLine(typed, "NFKC").replaceAll(EDGE, "");

/** The same without any blanks. */
export const compactAnswer = (typed: string): string => plainAnswer(typed).replaceAll(/\s/g, "");

/** Paragraphs as they were written, without what cannot be seen; empty lines at most one in a row. */
export const cleanParagraphs = (typed: string): string =>
  typed
    .replaceAll(BREAKS, "\n")
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").replaceAll(UNSEEN, "").normalize("NFC").trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

/** One line: digits and Latin letters in half width, blanks single, no closing full stop or comma. */
export const cleanLine = (typed: string): string =>
  visibleLine(typed, "NFC")
    .replaceAll(WIDE_LETTERS, (sign) => sign.normalize("NFKC"))
    .replaceAll(/^[\s。，、；：,;]+|[\s。，、；：,;]+$/g, "");
