import { visibleText } from "../../../shared/visible-text.ts";
import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { intends } from "./intentions.ts";

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
  /喂+|收到|已阅|知悉|好的|好嘞|好滴|好吧|好|嗯+|哦+|噢|明白|知道|了解|清楚|谢谢|多谢|感谢|辛苦|没问题|您好|你好|早上|上午|下午|晚上|再见|在吗|哈哈+|ok|okay|thanks?|thx|[您你了啦呀啊吧已都我们老师同志呢的]|\p{Extended_Pictographic}|[\s,，;；:：。、.!！~～…*-]/giu;
/** What has to be there: particles alone thank for nothing. */
const COURTESY =
  /收到|已阅|知悉|好|嗯|哦|噢|明白|知道了|了解|清楚了|谢|辛苦|没问题|您好|你好|再见|在吗|哈哈|ok|thanks?|thx|(?!\d)\p{Extended_Pictographic}/iu;
const ASKS =
  /^(?:(?:填|写|用|报|选|要)\S{0,10}还是|是不是|要不要|可不可以|能不能|请问|怎么|怎样|如何|什么意思|填什么|写什么|不会填|不懂|不知道怎么|这(?:个|里|项)?(?:是)?(?:怎么|什么|啥|要)|为什么|哪里)/u;
const QUESTION_MARK =
  /[?？][\s!！?？]*$|(?:吗|么|呢|怎么填|怎么写|什么意思|填啥|写啥|来着|是谁|叫什么(?:名字)?|叫啥|是什么|是多少|是哪[个家])[啊呀呢\s。!！?？]*$/u;
const AGREES = /^(?:嗯[,，\s]*)?(?:行|可以|对|是|成|要得)(?:[的了啊呀吧呢嘞,，\s]|对|是|行)*$/u;
/** [强], as a client without its picture shows it. */
const STICKER = /^(?:\[[^[\]]{1,6}\]\s*)+$/u;
const SENDS_LATER =
  /^(?:收到|好的?)?[,，\s]*(?:我)?(?:稍后|等会儿?|一会儿?|马上|回头|晚点|明天|下午|过会儿?)(?:再|就)?(?:发|传|补|给|报|填|交)\S{0,4}$/u;
const PUTS_OFF =
  /^(?:请|先|麻烦)*(?:先?就?这样|稍等|等一下|等下|等等|稍后|等会儿?|算了|不填了?|暂不填|改天|以后|晚点|明天|暂停|停一下|停|不知道|不清楚|不确定|不会|转?人工(?:客服)?|麻烦看一下)(?:再(?:填|说|报))?[了吧啊呀哦。.!！\s]*$/u;
const TIME =
  "(?:明天|后天|今晚|今天|晚上|下午|上午|下周|过[几两]天|以后|之后|下次|改天|回头|晚点|稍后|等(?:一下|会儿?|下)|一会儿?|过会儿?|有空|有时间)";
const DO = "(?:弄|搞|填|写|报|交|办|做|处理|发|传|补|问|说|看|给|定|回复?|打)";
const WHOM = "(?:领导|书记|主任|局长|科长|同事|他们?|她们?|人家|物业|社区|街道|业委会)";
/** 明天弄, 手机晚点给 */
const LATER = new RegExp(
  `^(?:手机|电话|号码|名字|材料|这个|那个|(?:这一?|[本此])项|其[他余]的?)?(?:我们?)?(?:先)?${TIME}(?:我们?|再|就|来|去|要|还)*${DO}(?:[你您]|一下|下|上|上来)?[了吧啊。]*$`,
  "u",
);
/** 我问问, 我去查一下再填 */
const INTENDS = new RegExp(
  `^(?:那|就|让|[这那][个项])?(?:我们?|先|再|还?得|还?要|需要|去)+(?:问|查|核实|核对|确认|商量|请示|看|想|找|打听|了解|汇报|研究)(?:一下|下|问|查|看|想|清楚)*${WHOM}?(?:.{0,4}(?:是谁|叫什么|是多少))?(?:再(?:说|${DO}))?[了吧啊。]*$`,
  "u",
);
/** 等领导定, 等我写好再发 */
const STAYS_AWAY =
  /^(?:稍等|等一下|等会儿?|等等|等下|先等等)[,，\s]*(?:我|让我|先)?(?:去)?(?:接|打|开|看|找|问|查|翻|吃|出|回|上|有|处理|忙).{0,6}$/u;
const WAITS =
  /^等.{0,10}(?:定|再.{1,3}|回复|通知|来了?|好了|确定|决定|批|签|盖章|写好|出来|拍板|答复)(?:了|后|下来|以后|之后)?[吧。]*$/u;
/** 先空着, 没定, 待定 */
const EMPTY =
  /^(?:先|暂时?|就|这[个项]|还|目前|现在|尚)*(?:空着|空|留空|不写|放着|放一放|(?:没|未|没有)(?:定|确定|定下来|想好|拿到|问到|选好|选出来)|待定|待补|后补|待填|待报|暂缺|暂无|(?<=暂时|目前|还|现在)没有?)(?:的|呢|啊|吧|了)*$/u;
/** 手机晚点给, 这项以后补 */
const LATER_THIS =
  /^(?:手机|电话|号码|名字|材料|这个|那个|(?:这一?|[本此])[项条题]|先)(?=.*(?:晚点|以后|回头|明天|后天|再|等))/u;
/** 材料后补, 照片另补: what is asked for, and that it comes later. */
const COMES_LATER =
  /^(?:申报|书面|文字|电子)?(?:材料|资料|文件|稿子|照片|内容|名单|手机|电话|号码|备注)(?:先|都|也)?(?:[后另]补|(?:后面|随后|后续|晚些|稍后)再?(?:补|传|发|交)(?:上|充)?)[的了吧。]*$/u;
const PUT_OFF: readonly RegExp[] = [PUTS_OFF, STAYS_AWAY, SENDS_LATER, LATER, INTENDS, WAITS, EMPTY, COMES_LATER];
const WRONG =
  /^[啊哦哎呃嗯诶唉]*(?:不对[,，\s]*)?(?:不对|我?不是(?:[这那]个(?:意思)?)?|错了|(?:填|写|打|说|点|按|选|发|搞|弄|记)错了?|撤销|重来|重新填|重填|再来一次)[了吧啊呀的。.!！\s]*$/u;
const ELSEWHERE =
  /^(?:同上|同前|同上一?[项个题]|[同和跟与]上一?[个份项](?:一样|相同)?|(?:材料)?(?:详?见|如|在|同)(?:附件|邮件|微信|群里?|材料)里?|附后|另附|另见|另报|详附|见附[表页件])[。.]*$/u;
/** 材料发您邮箱了 */
const SENT_ELSEWHERE =
  /^(?:材料|文件|稿子|电子版|照片|申报表?|表格?|内容)?(?:我|们|已经?|都)*(?:发|传|放|交|拷|存)(?:到|给|在|至|[您你]的?)*(?:邮箱|微信|钉盘|网盘|群|桌面?|办公室|U盘)(?:里|上)?(?:了|面)*[。.]*$/u;
const BROKEN = /^(?:#(?:n\/a|ref!?|value!?|name\??|div\/0!?|num!?|null!?)|null|undefined|nan)$/iu;

/** 先空着, 没定, 手机晚点给: said of this question alone, not of the work. */
export function isLeftForLater(typed: string): boolean {
  const text = simplified(typed.normalize("NFKC")).trim();
  if ([...text].length > MAX_ASKED) return false;
  return EMPTY.test(text) || COMES_LATER.test(text) || (LATER_THIS.test(text) && LATER.test(text));
}

const OPENS = /^(?:好的|好吧|行吧|收到|知道了|明白了?|嗯+|ok)[,，、\s]*/iu;

/** A longer text that ends in a question may be an answer. */
const MAX_ASKED = 30;

/** 收到, 好的谢谢, 👍 are acknowledgements, 怎么填？ is a question …: none of them is recorded as an answer. */
export function talkIn(typed: string): Talk | undefined {
  const text = simplified(visibleText(typed).normalize("NFKC")).trim();
  if (text === "" || [...text].length > MAX_ASKED) return undefined;
  if (COURTESY.test(text) && text.replaceAll(COURTESIES, "") === "") return "acknowledged";
  if (AGREES.test(text) || STICKER.test(text)) return "acknowledged";
  if (WRONG.test(text)) return "wrong";
  if (intends(text) || PUT_OFF.some((pattern) => pattern.test(text))) return "putOff";
  if (ELSEWHERE.test(text) || SENT_ELSEWHERE.test(text)) return "elsewhere";
  if (BROKEN.test(text)) return "broken";
  const parts = text.split(/[,，。;；!！\s]+/u).filter((part) => part !== "");
  const said = parts.length > 1 ? parts.map(talkIn) : [];
  const last = said.findLast((one) => one !== "acknowledged");
  if (last && said.every((one) => one !== undefined)) return last;
  // 好的稍等, 收到我问问: said in one breath.
  const behind = text.replace(OPENS, "");
  const meant = behind === text || behind === "" ? undefined : talkIn(behind);
  if (meant !== undefined && meant !== "acknowledged") return meant;
  const asks = ASKS.test(plainAnswer(text)) || (QUESTION_MARK.test(text) && /\p{L}/u.test(text));
  return asks || /^[?？]+$/.test(text) ? "asked" : undefined;
}
