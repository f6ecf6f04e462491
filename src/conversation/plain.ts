/** Control and format characters, NUL, halves of characters, and what no XML can hold. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\ufffd\ufffe\uffff]/gu;
const EDGE = /^[\s。,、;:!?~]+|[\s。,、;:.!?~]+$/g;
const WIDE_LETTERS = /[０-９Ａ-Ｚａ-ｚ]/g;
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** A short answer for reading: half width, without blanks and punctuation around it (voice input adds a full stop). */
export const plainAnswer = (typed: string): string =>
  typed.normalize("NFKC").replaceAll(/\s+/g, " ").replaceAll(UNSEEN, "").replaceAll(EDGE, "");

/** The same without any blanks. */
export const compactAnswer = (typed: string): string => plainAnswer(typed).replaceAll(/\s/g, "");

/** Paragraphs as they were written, without what cannot be seen; empty lines at most one in a row. */
export const cleanParagraphs = (typed: string): string =>
  typed
    .normalize("NFC")
    .replaceAll(BREAKS, "\n")
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").replaceAll(UNSEEN, "").trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

/** One line: digits and Latin letters in half width, blanks single, no closing full stop or comma. */
export const cleanLine = (typed: string): string =>
  typed
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .replaceAll(UNSEEN, "")
    .replaceAll(WIDE_LETTERS, (sign) => sign.normalize("NFKC"))
    .replaceAll(/^[\s。，、；：,;]+|[\s。，、；：,;]+$/g, "");
