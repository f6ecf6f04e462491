/** What is said before a text begins: 谢谢啊, 嗯就是那个, 好的，. */
const BEFORE =
  /^(?:[\s，,、]|[嗯呃额唔]+(?:就是|那个)*|[哦噢啊哎](?=[，,、\s])|(?:多)?谢谢?(?:[啊呀哈了您你])*(?:[，,、\s]+|(?=(?:推荐|延期|逾期)?(?:理由|原因)))|就是那个(?=\p{Script=Han}{4}))+/u;
/** 谢谢啊, 啊谢谢, 辛苦了; 居民连声谢谢 is said in the text. */
const THANKS =
  /[，,。；;、\s]*(?:[嗯呃啊哈]+[，,\s]*)?(?<![说声道示的])(?:(?:多|先)?谢谢|多谢)(?:[啊呀哈了您你]|大家|领导|老师|各位)*[。.！!~～\s]*$|[，,。；;、\s]+(?:您|大家|领导)?辛苦(?:您|你|大家)?[了啦][啊哈]?[。.！!~～\s]*$/u;
/** 嗯就这样先, 那就这些吧 */
const CLOSES =
  /[，,。\s]*(?:[嗯呃额那好]+[，,\s]*)+(?:就)?(?:先)?(?:这些|这样|这么多|完了|没了)(?:先)?[了吧的啊哈]*[。.！!\s]*$/u;

/**
 * A text without fillers and thanks before it, and thanks and 嗯就这些 behind it; one of nothing else stays. A letter or
 * notice keeps its thanks: it is not read with this.
 */
export function withoutSaidAround(typed: string): string {
  let text = typed.replace(BEFORE, "");
  for (let rest = closed(text); rest !== text; rest = closed(text)) text = rest;
  return text.trim() === "" ? typed : text;
}

const closed = (text: string): string => text.replace(THANKS, "").replace(CLOSES, "");
