import { visibleText } from "../../shared/visible-text.ts";

/** What is left of unpaired surrogates, and controls that are no whitespace. */
const UNREADABLE = /[\p{Cc}\ufffd]/gu;
const EDGE = /^[\s。,、;:!?~]+|[\s。,、;:.!?~]+$/g;
const WIDE_LETTERS = /[０-９Ａ-Ｚａ-ｚ]/g;

/** A blank of a page that keeps words together, between Chinese signs: nobody types it. */
const WITHIN_WORD = /(?<=\p{Script=Han})\u00a0+(?=\p{Script=Han})/gu;

/** Nearly every short answer: one line in which nothing is to be taken away, parted or normalised. */
const SETTLED = /^(?:[!-~\u2018-\u201d\u3001-\u3011\u4e00-\u9fff]| (?! ))*$/;

/** One line without invisible characters, whitespace collapsed. Normalised last, so that the result is normalised. */
const visibleLine = (typed: string, form: "NFC" | "NFKC"): string =>
  SETTLED.test(typed)
    ? typed
    : visibleText(typed).replaceAll(/\s/g, " ").replaceAll(UNREADABLE, "").normalize(form).replaceAll(/\s+/g, " ");

/** A short answer for parsing: half width, trimmed of whitespace and punctuation (voice input adds a full stop). */
export const plainAnswer = (typed: string): string => visibleLine(typed, "NFKC").replaceAll(EDGE, "");

/** The same without any whitespace. */
export const compactAnswer = (typed: string): string => plainAnswer(typed).replaceAll(/\s/g, "");

/** Paragraphs as typed, without invisible characters and repeated empty lines. */
export const cleanParagraphs = (typed: string): string =>
  visibleText(typed)
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").replaceAll(UNREADABLE, "").normalize("NFC").trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

/** One line: digits and Latin letters in half width, whitespace collapsed, no surrounding full stop or comma. */
export const cleanLine = (typed: string): string =>
  visibleLine(typed.replaceAll(WITHIN_WORD, ""), "NFC")
    .replaceAll(WIDE_LETTERS, (sign) => sign.normalize("NFKC"))
    .replaceAll(/^[\s。，、；：,;]+|[\s。，、；：,;]+$/g, "");
