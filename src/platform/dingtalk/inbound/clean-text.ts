import { visibleText } from "../../../shared/visible-text.ts";

/** Runs of marks and blanks that nobody writes. Reading them takes time that grows with the square of their length. */
const LONG_RUN = /([\s\p{P}]{200})[\s\p{P}]+/gu;

/** The trimmed text without invisible characters and endless runs of marks. PostgreSQL could not store NUL. */
export const cleanText = (text: string): string => visibleText(text).replace(LONG_RUN, "$1").trim();

const MENTIONS_BEFORE = /^(?:[@＠][^\s@＠]{1,32}(?:\s+|$))+/u;
const MENTIONS_AFTER = /(?:\s+[@＠][^\s@＠]{1,32})+$/u;

/** A message in a group without the names that were mentioned before and after it. */
export const withoutMentions = (text: string): string =>
  cleanText(text).replace(MENTIONS_BEFORE, "").replace(MENTIONS_AFTER, "");
