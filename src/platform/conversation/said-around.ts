import { withoutSoundsBefore } from "./spoken.ts";

/** What is said before a text begins: 谢谢啊, 好的，. */
const BEFORE =
  /^(?:[\s，,、]|就?是(?:这样|如下|以下)的?(?:[啊呀哈嗯，,：:\s]+|(?=\p{Script=Han}{4}))|(?:多)?谢谢?(?:[啊呀哈了您你])*(?:[，,、\s]+|(?=(?:推荐|延期|逾期)?(?:理由|原因))))+/u;
/** 谢谢啊, 啊谢谢, 辛苦了; 居民连声谢谢 is said in the text. */
const THANKS =
  /(?:[嗯呃啊哈]{1,3}[，,\s]{0,3})?(?<![说声道示的])(?:(?:多|先)?谢谢|多谢)(?:[啊呀哈了您你]|大家|领导|老师|各位){0,4}$|(?<=[，,。；;、\s])(?:您|大家|领导)?辛苦(?:您|你|大家)?[了啦][啊哈]?$/u;
/** 嗯就这样先, 那就这些吧 */
const CLOSES =
  /(?:(?:[嗯呃额那]|(?<=^|[嗯呃额那，,。；;\s])好){1,4}[，,\s]{0,3}){1,3}就?先?(?:这些|这样|这么多|完了|没了)先?[了吧的啊哈]{0,3}$/u;
/** 👌, 👍🏻, [强]: a gesture is no word of a text; ✅ and ❌ say something. */
const GESTURES =
  /[\u{1f300}-\u{1faff}][\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]*|\[(?:强|赞|ok|握手|抱拳|玫瑰|鼓掌|微笑|胜利)\]/giu;
/** 更正为：… */
const CORRECTS = /^(?:更正|改)(?:为|成)\s*[:：]\s*(?=\S{2})/u;
const STOPS = /[\s，,。；;、.！!~～]/u;
/** In characters: nothing said behind a text is longer. */
const LONGEST = 40;

/**
 * A text without fillers and thanks before it, and thanks and 嗯就这些 behind it; one of nothing else stays. A letter or
 * notice keeps its thanks: it is not read with this.
 */
export function withoutSaidAround(typed: string): string {
  let text = withoutGestures(typed);
  for (let rest = led(text); rest !== text; rest = led(text)) text = rest;
  for (let rest = closed(text); rest !== text; rest = closed(text)) text = rest;
  return text.trim() === "" ? typed : text;
}

/** The same without gestures alone. */
export const withoutGestures = (text: string): string => text.replaceAll(GESTURES, "");

const led = (text: string): string => withoutSoundsBefore(text.replace(BEFORE, "").replace(CORRECTS, ""));

/** Without one thing said behind it, and the stops before that; its own full stop stays. */
function closed(text: string): string {
  const end = stopAt(text);
  const from = Math.max(0, end - LONGEST);
  const tail = text.slice(from, end);
  const said = THANKS.exec(tail) ?? CLOSES.exec(tail);
  return said ? text.slice(0, stopAt(text.slice(0, from + said.index))) : text;
}

/** Where what stands before the last stops ends. */
function stopAt(text: string): number {
  let end = text.length;
  while (end > 0 && STOPS.test(text[end - 1] ?? "")) end -= 1;
  return end;
}
