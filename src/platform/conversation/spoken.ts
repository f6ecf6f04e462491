const SAID = "(?:那个|这个|就是)";
const STOP = "[,，、。\\s]";
/** What people say before an answer. 那个 alone may begin it: 这个小区停车难. */
const FILLER = new RegExp(
  `^(?:[嗯呃唔]+${STOP}*(?:${SAID}${STOP}*)*|[额哦啊]+${STOP}+(?:${SAID}${STOP}*)*|${SAID}${STOP}+)+`,
  "u",
);
/** Whose the field is: 它的, 我们小区的. */
const WHOSE = "(?:(?:[这我咱该](?:个|们)?小区)的|(?:它|他|她|咱们?|我们?)的?)";
/** Before the name of a field there may be more. */
const OPENING = new RegExp(`^(?:[嗯呃唔额哦啊]+${STOP}*|(?:${SAID}|然后|还有|另外|对了)${STOP}*)*${WHOSE}?`, "u");

/** How many signs before the name of a field are fillers: 嗯 那个申报单位. */
export const openingIn = (text: string): number => OPENING.exec(text)?.[0].length ?? 0;

/** 嘛那个电梯老是坏, 那个四分: said between a row and what is said of it. */
const BETWEEN = /^(?:(?:[嘛嗯呃哦啊]|那个)[，,、\s]*)+(?=[\p{L}\d])/u;

export const isFiller = (text: string): boolean => /^(?:[嘛嗯呃哦啊]|那个|[，,、\s])+$/u.test(text);

/** The words behind a row or its points, without fillers before them. */
export const withoutBetween = (text: string): string => text.replace(BETWEEN, "");

/** The text without fillers before it; a text of nothing else stays. */
export function withoutFillers(text: string): string {
  const begun = text.trimStart();
  const rest = begun.replace(FILLER, "");
  return rest === "" || rest === begun ? text : rest;
}
