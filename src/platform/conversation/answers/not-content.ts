import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";

/** In characters: what is longer is no order, question or courtesy to the bot alone. */
const LONGEST = 40;
const LONGEST_NAME = 12;
/** Of an order among paragraphs. */
const LONGEST_ORDER = 24;

/** Said before what is meant: 好的那就…, 那个小助手…, 麻烦您帮我…. */
const BEFORE =
  /^(?:喂+|[嗯呃额唔哦啊哎噢]+|ok|好的?|好吧|行吧?|可以|收到|知道了|明白|[您你]好|(?:那个|这个)(?=小助|机器|什么)|那个|那么?|就|小助手|小助理|机器人|请问(?:一下)?|我?想?问一?下|麻烦(?:[您你])?|请|帮我|给我|我(?=[想要先])|我们(?=[想要先])|[想要](?=[把将换切撤删查看])|先|再|[,，。、!！~～\s])+/iu;
const END = "(?:一下|下)?(?:[了吧啊呀呢哦嘛的]|就行|就好|即可|好了|行了|再说)*$";
/** What is done to work, never a name: 切换到…, 把…提交了, 重新报送, 记录其余2项. */
const ORDERS: readonly RegExp[] = [
  /^(?:切换|切)[到成为至]|^(?:换|转|回|跳)到|^(?:修改|继续|恢复|撤回|删除|取消)(?:申报|填写|报送|推荐|初评|工作报告)|^重新(?:推荐|报送|排序|修改|申报|提交|填写|填报|打分|评分|登记)|^(?:查看|看一?[下看])(?!.{0,2}(?:站|台))/u,
  new RegExp(
    `^(?:把|将).{1,20}?(?:提交|报送|上报|交|报|撤回|删掉|删除|删|改掉|保存|存|定稿|退回)(?:上去|过去|出去|掉)?${END}`,
    "u",
  ),
  new RegExp(`^(?:提交|报送|上报|保存|撤回|撤销|退出|定稿|确认(?:提交|报送|定稿|推荐|删除|撤回|修改))${END}`, "u"),
  new RegExp(`^(?:只|就)?(?:记录?|录入?|保存)(?:其[余他]|剩下).{0,6}[项条个]?${END}`, "u"),
  new RegExp(`^(?:其[余他]|剩下)(?:的)?.{0,4}[项条个]?(?:都|先)?(?:记录?|保存)(?:下来)?${END}`, "u"),
  new RegExp(`^(?:分别|分开)记录?.{0,4}项?${END}`, "u"),
  /^(?:补充|登记)(?:工作报告|意见)/u,
  // 提交瓜渚湖家园: who speaks makes no blank.
  /^(?:提交|报送|上报|撤回|删除|初评|评分|定稿|推荐)(?!.{0,2}(?:材料|理由|意见|名单|单位|时间|日期|情况|小组|工作|资料))\p{Script=Han}{3,10}$/u,
];
/** 提交吧, 交, 先交 and the like are a form's own words; alone they are no content either. */
const ALONE =
  /^(?:先交|交|报|报送|先报|直接交|交了|下一个|下一条|下个|上一个|上一条|有|有的|没有?|无|是的?|对的?|继续|接着|确认|重来|分项|全选|核对|检查|记录|看看|都对|都是|都有|一样的?|同样|相同|全文|原文|(?:说|念|讲|填|写|报)?完了|评分表|申报表|推荐表|推荐名单|名单|表格|盖章件|照片|方案|通知|理由)$/u;
/** y, 嗯, 👍, 1, 85.5: an answer to something else, never paragraphs. */
const BARE = /^(?:[a-z]{1,3}|[嗯哦噢呃行好]+|👍|\d{1,4}(?:\.\d+)?)[。.！!]?$/iu;
/** What is done to a text, or to the question: 先不写材料了, 全文发我看看, 备注先空着去填党支部书记, 不要了删掉. */
const ABOUT_TEXT: readonly RegExp[] = [
  // 申报材料见附件, 材料附后
  /^\p{Script=Han}{0,6}?(?:[详参请]*见(?:附[件页表录]|群[里内]|邮[件箱])|另附|附后)[里中内]?的?(?:文件|照片|图片)?[了吧。]*$/u,
  /^\p{Script=Han}{0,6}?先不(?:写|填|弄|报|交)/u,
  /^\p{Script=Han}{0,6}?(?:先|暂时?)?空着(?:$|吧|了|[,，]|去|再)/u,
  /^\p{Script=Han}{0,6}?(?:的?内容)?(?:全文|原文)(?:$|发|给|看|请)/u,
  /^\p{Script=Han}{0,6}?(?:发(?:给)?我|给我|让我)(?:看|一份|一下|$)/u,
  /^\p{Script=Han}{0,6}?不要了?(?:删|清|去掉|吧|$)/u,
  /^(?:再|还要?)?(?:加|补|添)(?:充|上)?一[句条段]/u,
  /^(?:等|稍)(?:等|会|一下).{0,6}(?:再|发|补)/u,
];
/** 关于…放假安排的通知 */
const DOCUMENT = /^(?:〔?转发〕?)?关于.{2,30}的(?:通知|函|公告|通告|请示|报告|批复|意见|决定|方案|公示)$/u;
/** The answer there was: 照旧, 不变. */
const KEEPS =
  /^(?:照旧|照原样?|照原来的?|不变|不改|不动|不用改|不需要改|保持不变|保持原样|维持不变|维持原样|维持现状|原样|老样子|还是(?:原来的?|老样子|那个)|跟原来一样|和原来一样|同原来)[的了吧啊。]*$/u;
const QUESTION =
  /什么时候|啥时候?|几时|几号截止|多久|怎么(?:[弄填写办报交样还改看]|回事)|如何|哪[些里个]|几个小区|几[项条个]了|多少|是不是|能不能|可不可以|要不要|有没有|为什么|截止(?:日期|时间)?是?(?:啊|呢|吗|了?没)|提交没|报了没|(?:了吗|吗|么|呢|没有啊|啥|来着)[啊呀]?$/u;
/** No name of two signs: 稍等 is told apart by talk. */
const OPENS_TALK = /^(?:好的|收到|嗯|ok|知道了|喂|[您你]好|请问|麻烦|帮我|小助手)/iu;
const IS_NAME =
  /(?:花园|[苑园府邸城湾庭居院坊村镇乡路街弄号局厅处科所会部站]|小区|公寓|公司|企业|物业|社区|街道|支部|中心|集团)$/u;

const NONE = /^(?:没有?|无)$/u;
/** A sentence goes on. */
const WITHIN = /[，,。；;\n]\s*\S/u;

const plain = (typed: string): string => simplified(plainAnswer(typed));

/** The words without what was said to the bot before them. */
export const withoutAddress = (typed: string): string => plain(typed).replace(BEFORE, "");

/** 照旧, 不变: the saved answer stays. */
export const keepsAnswer = (typed: string): boolean => KEEPS.test(plain(typed).replace(/^(?:嗯|就|那|都|好的?)+/u, ""));

/** 切换到金柯花园, 先把那个改好的提交了, 记录其余两项就行: words that order something. */
export function ordersSomething(typed: string): boolean {
  const said = withoutAddress(typed).replaceAll(" ", "");
  return [...said].length <= LONGEST && ORDERS.some((order) => order.test(said));
}

/** Words that hardly are the name, body, place or person that a field asks for. */
export function isNoName(typed: string): boolean {
  const whole = plain(typed);
  if ([...whole].length > LONGEST || whole === "") return false;
  const said = withoutAddress(typed);
  if (said === "" || ALONE.test(said) || keepsAnswer(typed)) return true;
  return (
    ordersSomething(typed) ||
    QUESTION.test(whole) ||
    DOCUMENT.test(whole) ||
    (OPENS_TALK.test(whole) && !IS_NAME.test(whole))
  );
}

/** 湄池社区党支部, 没有, where paragraphs have to be: a name, or less. */
export function isBareName(typed: string): boolean {
  const said = plain(typed);
  return (
    NONE.test(said) ||
    ([...said].length <= LONGEST_NAME && IS_NAME.test(said) && !/[,，。:：;；\s没不是有]/u.test(said))
  );
}

/** 几个小区报了？什么时候截止, with who asks below it. */
const ASKS_FIRST = /^[^\n。；;]{2,40}[?？][^\n。；;]{0,20}(?:\n|$)/u;
/** 没有备注提交吧: an order behind a few words. */
const SUBMITS = /^.{0,16}(?:提交|报送|交上去|保存退出|下一[步项])(?:一下)?(?:吧|了吧)[。.!！\s]*$/u;
/** In characters: an answer that asks something is longer. */
const LONGEST_QUESTION = 120;
const SHORT_QUESTION = 16;
/** …然后提交 */
const THEN = /(?:然后|接着|再|就)(?:直接)?(?:提交|保存|报送|下一[步个项])(?:一下)?[了吧的]*[。.\s]*$/u;

/** Paragraphs that begin with a question, or end in an order. */
export const isTalkInText = (typed: string): boolean =>
  ([...typed.trim()].length <= LONGEST_QUESTION && ASKS_FIRST.test(typed.trim())) ||
  ([...typed.trim()].length <= SHORT_QUESTION && QUESTION.test(plain(typed)) && !WITHIN.test(typed.trim())) ||
  ([...typed.trim()].length <= LONGEST_QUESTION && THEN.test(typed)) ||
  SUBMITS.test(typed.trim());

/** 今天太热了我在小区里走着呢: of which nothing is left without the talk. */
export const isOnlyTalk = (line: string): boolean => isTalkInText(line) && withoutOrder(line) === line.trim();

/** The paragraphs without the order behind them. */
export const withoutOrder = (typed: string): string => typed.trim().replace(THEN, "");

/** 现场材料另附, as a remark says it. */
const saysWhere = (typed: string): boolean =>
  /^\p{Script=Han}{3,8}(?:另附|附后|另行提供|见附[件页表])[。.]?$/u.test(typed.trim()) &&
  !/^申报材料/u.test(typed.trim());

/** An order where paragraphs are waited for; what may be left out may say where something is. */
export const isNoContent = (typed: string, required: boolean): boolean =>
  isNoText(typed) && (required || !saysWhere(typed));

/** The paragraphs before an order, without 写 and the stop between. */
export const beforeOrder = (typed: string): string =>
  withoutOrder(typed).replace(/^写(?![字作真意实])|[，,；;\s]+$/gu, "");

/** Words that are exactly or nearly an order, where paragraphs are waited for. */
export function isNoText(typed: string): boolean {
  const whole = plain(typed);
  if ([...whole].length > LONGEST_ORDER || whole === "" || WITHIN.test(typed.trim())) return false;
  const said = withoutAddress(typed);
  // 备注：无 is what such fields say.
  if (ABOUT_TEXT.some((order) => order.test(said) || order.test(whole))) return true;
  return (ALONE.test(said) && !NONE.test(said)) || BARE.test(whole) || keepsAnswer(typed) || ordersSomething(typed);
}

/** 同锦绣, 和锦绣一样, in the place of a text. */
const SAME_AS =
  /^(?:[也都就])?(?:同(?![意步时期等类一样心属为城德])\p{Script=Han}{2,8}|[跟和与同]\p{Script=Han}{2,10}(?:一样|相同|一致))[。]?$/u;

export const isSameAs = (line: string, label: string): boolean =>
  SAME_AS.test(line.startsWith(label) ? line.slice(label.length) : line);

/** 没出过事, 96.5 入住, 容积率一点八, 其他同锦绣: in no name, body or place; it is not offered as it stands. */
export const isNoAnswer = (line: string): boolean =>
  /^没|^其[他余](?:的|都|也)*[同跟和与无没]|跳过$|\d\.\d|[一二三四五六七八九十]点[一二三四五六七八九]|百分之|[%％]|就是那个/u.test(
    line,
  ) || line.replaceAll(/[（(][^（()）]*[)）]/gu, "").split(/[\s，,；;]+/u).length > MOST_WORDS;
const MOST_WORDS = 3;
