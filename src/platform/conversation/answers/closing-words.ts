/** 嗯就这样先, in the same breath: says that the text is over. */
const OVER = /(?<=[^\s,，。；;]{4})(?:[嗯呃好那啊]*(?:就?这样先|先这样|就这样|就这些|就这么多))[了吧啊的]*[。.\s]*$/u;
const THANKS = /(?<=\S{2})[,，。；;！!\s]*(?:谢谢|多谢|谢了|辛苦了?|麻烦了)[您你们啊呀哈哦了。.！!~～\s]*$/u;

/** …管理得挺规范的你看行不行: asks whoever writes it down. */
const ASKS_FOR_ASSENT =
  /(?<=\S{4})[,，\s]*[你您]看看?(?:这样)?(?:行不行|行吗|可不可以|可以吗|好不好|好吗|怎么样|成吗)[啊呀?？。\s]*$/u;

/** One line of a text as it is dictated, without the thanks and the words that end it. */
export function withoutClosing(typed: string): string {
  if (typed.trim().includes("\n")) return typed;
  const rest = typed.replace(THANKS, "").replace(ASKS_FOR_ASSENT, "").replace(OVER, "");
  return rest === typed || rest.trim() === "" ? typed : withoutClosing(rest);
}
