import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";

/** What a message is that answers nothing. */
export type Talk =
  | "acknowledged"
  | "asked"
  /** 稍等, 算了, 不清楚 */
  | "putOff"
  /** 不对, 重来 */
  | "wrong"
  /** 同上, 见附件 */
  | "elsewhere"
  /** #N/A */
  | "broken";

const COURTESIES =
  /收到|已阅|知悉|好的|好嘞|好滴|好吧|好|嗯+|哦+|噢|明白|知道|了解|清楚|谢谢|多谢|感谢|辛苦|没问题|您好|你好|早上|上午|下午|晚上|再见|在吗|哈哈+|ok|okay|thanks?|thx|[您你了啦呀啊吧已都我们老师同志呢的]|\p{Extended_Pictographic}|[\s,，;；:：。、.!！~～…*-]/giu;
/** What has to be there: particles alone thank for nothing. */
const COURTESY =
  /收到|已阅|知悉|好|嗯|哦|噢|明白|知道了|了解|清楚了|谢|辛苦|没问题|您好|你好|再见|在吗|哈哈|ok|thanks?|thx|(?!\d)\p{Extended_Pictographic}/iu;
const ASKS =
  /^(?:(?:填|写|用|报|选|要)\S{0,10}还是|是不是|要不要|可不可以|能不能|请问|怎么|怎样|如何|什么意思|填什么|写什么|不会填|不懂|不知道怎么|这(?:个|里|项)?(?:是)?(?:怎么|什么|啥|要)|为什么|哪里)/u;
const QUESTION_MARK = /[?？][\s!！?？]*$|(?:吗|么|呢|怎么填|怎么写|什么意思|填啥|写啥)[\s。!！?？]*$/u;
const AGREES = /^(?:嗯[,，\s]*)?(?:行|可以|对|是|成|要得)(?:[的了啊呀吧呢嘞,，\s]|对|是|行)*$/u;
/** [强], as a client without its picture shows it. */
const STICKER = /^(?:\[[^[\]]{1,6}\]\s*)+$/u;
const SENDS_LATER =
  /^(?:收到|好的?)?[,，\s]*(?:我)?(?:稍后|等会儿?|一会儿?|马上|回头|晚点|明天|下午|过会儿?)(?:再|就)?(?:发|传|补|给|报|填|交)\S{0,4}$/u;
const PUTS_OFF =
  /^(?:请|先|麻烦)*(?:稍等|等一下|等等|稍后|等会儿?|算了|不填了?|暂不填|改天|以后|晚点|明天|暂停|停一下|停|不知道|不清楚|不确定|不会|转?人工(?:客服)?|麻烦看一下)(?:再(?:填|说|报))?[了吧啊呀哦。.!！\s]*$/u;
const WRONG = /^(?:不对|不是|错了|填错了?|写错了?|打错了?|说错了?|撤销|重来|重新填|重填|再来一次)[了吧啊呀。.!！\s]*$/u;
const ELSEWHERE = /^(?:同上|同前|同上一?[项个题]|(?:详?见|如)附件|附后|见附表)[。.]*$/u;
const BROKEN = /^(?:#(?:n\/a|ref!?|value!?|name\??|div\/0!?|num!?|null!?)|null|undefined|nan)$/iu;

/** A longer text that ends in a question may be an answer. */
const MAX_ASKED = 30;

/** 收到, 好的谢谢, 👍 are acknowledgements, 怎么填？ is a question …: none of them is recorded as an answer. */
export function talkIn(typed: string): Talk | undefined {
  const text = simplified(typed.normalize("NFKC")).trim();
  if (text === "" || [...text].length > MAX_ASKED) return undefined;
  if (COURTESY.test(text) && text.replaceAll(COURTESIES, "") === "") return "acknowledged";
  if (AGREES.test(text) || STICKER.test(text)) return "acknowledged";
  if (PUTS_OFF.test(text) || SENDS_LATER.test(text)) return "putOff";
  if (WRONG.test(text)) return "wrong";
  if (ELSEWHERE.test(text)) return "elsewhere";
  if (BROKEN.test(text)) return "broken";
  const asks = ASKS.test(plainAnswer(text)) || (QUESTION_MARK.test(text) && /\p{L}/u.test(text));
  return asks || /^[?？]+$/.test(text) ? "asked" : undefined;
}
