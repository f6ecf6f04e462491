import { visibleText } from "../../../shared/visible-text.ts";

/** The trimmed text without invisible characters. PostgreSQL could not store NUL. */
export const cleanText = (text: string): string => visibleText(text).trim();

const MENTIONS_BEFORE = /^(?:[@＠][^\s@＠]{1,32}(?:\s+|$))+/u;
const MENTIONS_AFTER = /(?:\s+[@＠][^\s@＠]{1,32})+$/u;

/** A message in a group without the names that were mentioned before and after it. */
export const withoutMentions = (text: string): string =>
  cleanText(text).replace(MENTIONS_BEFORE, "").replace(MENTIONS_AFTER, "");
