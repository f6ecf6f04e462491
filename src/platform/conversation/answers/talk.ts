import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";

/** What a message is that answers nothing. */
export type Talk = "acknowledged" | "asked";

const COURTESIES =
  /收到|已阅|知悉|好的|好嘞|好滴|好吧|好|嗯+|哦+|噢|明白|知道|了解|清楚|谢谢|多谢|感谢|辛苦|没问题|您好|你好|早上|上午|下午|晚上|再见|在吗|哈哈+|ok|okay|thanks?|thx|[您你了啦呀啊吧已都我们老师同志呢的]|\p{Extended_Pictographic}|[\s,，;；:：。、.!！~～…*-]/giu;
/** What has to be there: particles alone thank for nothing. */
const COURTESY =
  /收到|已阅|知悉|好|嗯|哦|噢|明白|知道了|了解|清楚了|谢|辛苦|没问题|您好|你好|再见|在吗|哈哈|ok|thanks?|thx|(?!\d)\p{Extended_Pictographic}/iu;
const ASKS =
  /^(?:请问|怎么|怎样|如何|什么意思|填什么|写什么|不会填|不懂|不知道怎么|这(?:个|里|项)?(?:是)?(?:怎么|什么|啥|要)|为什么|哪里)/u;
const QUESTION_MARK = /[?？][\s!！?？]*$|(?:吗|么|呢|怎么填|怎么写|什么意思|填啥|写啥)[\s。!！?？]*$/u;
/** A longer text that ends in a question may be an answer. */
const MAX_ASKED = 30;

/** 收到, 好的谢谢, 👍 are acknowledgements, 怎么填？ is a question: neither is recorded as an answer. */
export function talkIn(typed: string): Talk | undefined {
  const text = simplified(typed.normalize("NFKC")).trim();
  if (text === "" || [...text].length > MAX_ASKED) return undefined;
  if (COURTESY.test(text) && text.replaceAll(COURTESIES, "") === "") return "acknowledged";
  const asks = ASKS.test(plainAnswer(text)) || (QUESTION_MARK.test(text) && /\p{L}/u.test(text));
  return asks || /^[?？]+$/.test(text) ? "asked" : undefined;
}
