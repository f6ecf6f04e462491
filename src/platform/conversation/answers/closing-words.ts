/** 嗯就这样先, in the same breath: says that the text is over. */
const OVER = /(?<=[^\s,，。；;]{4})(?:[嗯呃好那]*(?:就?这样先|先这样|就这样|就这些|就这么多))[了吧啊的]*[。.\s]*$/u;
const THANKS = /(?<=\S{2})[,，。；;！!\s]*(?:谢谢|多谢|谢了|辛苦了?|麻烦了)[您你们啊呀哈哦了。.！!~～\s]*$/u;

/** One line of a text as it is dictated, without the thanks and the words that end it. */
export function withoutClosing(typed: string): string {
  if (typed.trim().includes("\n")) return typed;
  const rest = typed.replace(THANKS, "").replace(OVER, "");
  return rest === typed || rest.trim() === "" ? typed : withoutClosing(rest);
}
