import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { besideIn } from "../application/reason-gate.ts";

const LED = /^(?:[嗯好行可以对的了，,\s]|没问题|没事)+(?=\S)/u;
const THANKED = /[，,\s]*(?:辛苦|谢谢?|麻烦)[您你了啊吧]*[。！!]*$/u;
/** 就报这个 */
const THIS_ONE = /^[就先那]*(?:报|推|交)(?:[这那]?[一两]?个)[了吧。]*$/u;
/** 理由重写 */
const AGAIN = /^(?:推荐)?(?:理由|原因)?(?:重新?[写填]|再[写填]|改)(?:一下|一遍|过)?[吧了。]*$/u;

/** 行了就这么报上去吧辛苦了: an order to hand in, and nothing else. */
export function isOrderAlone(text: string): boolean {
  const said = text.trim().replace(LED, "").replace(THANKED, "");
  return THIS_ONE.test(said) || (/[报交]/u.test(said) && besideIn(said)?.before === "");
}

/** 报吧, 理由重写, 辛苦了: what is left of a text, where it is no reason either. */
export const isNoRest = (left: string): boolean =>
  talkIn(left) !== undefined || isOrderAlone(left) || AGAIN.test(left.trim());
