import { pinyin } from "pinyin-pro";

const LATIN = /^[a-z]{2,}$/;

const syllables = (text: string): string => pinyin(text, { toneType: "none", type: "array" }).join("");
const initials = (text: string): string => pinyin(text, { pattern: "first", toneType: "none", type: "array" }).join("");

/** jxhy and jinxiuhuayuan are 锦绣花园; the beginning of the initials is enough. @param typed in lower case */
export const isInPinyin = (name: string, typed: string): boolean =>
  LATIN.test(typed) && (initials(name).startsWith(typed) || syllables(name) === typed);

/** 踏山 for 塔山: other signs that are read alike. */
export const soundsLike = (name: string, typed: string): boolean =>
  name !== typed && name.length === typed.length && syllables(name) === syllables(typed);
