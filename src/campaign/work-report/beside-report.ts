import { affirms } from "../../platform/conversation/answers/affirms.ts";
import { isNoText } from "../../platform/conversation/answers/not-content.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { readFormCommand } from "../../platform/conversation/form-command.ts";
import { putsOff } from "./decision-words.ts";

const MOST = 30;
const LEAD = "(?:[嗯呃额哦啊哎唉那好行，,\\s]|好[的了]|可以)*";
const WAITS = new RegExp(
  `^${LEAD}(?:我们?)?(?:再|先|请)?(?:等一?下|等一等|等等|稍等|等会儿?|马上|还?在找|找一?下|我?想想|让我|还没写|领导还没|还要改)`,
  "u",
);
const DONE = new RegExp(
  `^${LEAD}(?:(?:报告)?(?:就|只有)(?:是)?(?:这些|这么多|到这|这样)|(?:发|说|写|传|讲)(?:完|好)了|完了|结束了?|没有了|没了|以上|全部?在这里?了?|齐了)[了吧啊呀。.!！，,\\s]*$`,
  "u",
);
const ON_WAY =
  /(?:领导|书记|主任|局长|科长)还没(?:看|定|审|批|签)|(?:先别|别|先不|暂不|不要)(?:急着)?[报交发]|报告.{0,6}(?:晚点|回头|明天|稍后|等[会下])|(?:稿子|材料|报告)(?:还)?(?:在找|没写好|没写完|在写)/u;

/** 刚才那个只是前半部分，后面还有；以上是全部内容，请查收 */
const ABOUT_PARTS = new RegExp(
  `^${LEAD}(?:刚才|刚刚|上面|前面|以上|上述)(?:那|这|的|发的|那个|这个|那段|这段|就?是)*(?:只?是|为|才|就是)?(?:报告的?)?(?:前半|后半|上半|下半|一半|一?部分|全部|全文|完整|第[一二三四五六七八九十\\d]+(?:段|部分))`,
  "u",
);
const HAND_OVER = /^(?:以上|上述|报告|上面)?.{0,8}请(?:您|你|领导)?(?:查收|审阅|审核|收一?下|指正)[，,。.!！谢]*$/u;
const MORE_COMES = new RegExp(
  `^${LEAD}(?:后面|下面)?还有(?:后半|下半|一?半|一?部分|一段|几段|没发|没完|要发)\\S{0,6}$`,
  "u",
);
/** 报告里有个数错了是二十三个小区 */
const CORRECTS =
  /(?:报告|上面|刚才|刚刚|前面|那个|里面?|有[一几]?个).{0,12}(?:数|数字|地方|字|话|句|段|名字|日期|内容)?.{0,4}(?:写|打|说|填|弄|搞)?(?:错了|不对|有误|写错)|(?:打|写|说|发)错了|^(?:特此)?更正(?:一下)?\s*[:：]|^(?:请?把|将).{1,20}(?:改成|改为|换成)|^[嗯呃额哦啊哎，,\s]*(?:不对|错了|更正)(?:[，,。\s]*(?:不对|错了|更正一?下?))*[，,。\s]*(?:应该|应当|应)?[是为]|^[嗯呃额哦啊哎，,\s]*(?:不对|错了|更正)[，,。\s]*[^，,。\n]{0,12}不是[^，,。\n]{1,16}[，,]?(?:应该)?是/u;
/** 不对 主要做法成效：…: how it should read, and no further part. */
const WRONG_SO = /^[嗯呃额哦啊哎，,\s]*(?:不对|错了|说错了|写错了|更正)[，,。、:：\s]+\S[^\n]*$/u;
const MOST_OF_WRONG = 200;
const TAKES_BACK =
  /^(?:请?把|将)?(?:刚才|刚刚|上面|前面|最后|那|这|上一?)(?:那|这|发的|说的|的)*[一]?(?:句|段|条|个)(?:话)?(?:给)?(?:去掉|删掉|删除|删了|不要|不算|撤回|撤销|撤掉|拿掉|作废)[了吧]*$|^(?:去掉|删掉|删除|不要|撤回|撤销)(?:刚才|刚刚|上面|最后|那|这|上一?)(?:那|这|发的|说的|的)*[一]?(?:句|段|条)(?:话)?[了吧]*$/u;
const MOST_OF_CORRECTION = 60;
/** 更正：…, on several lines too; with numbered parts it is a report of its own. */
const NOTICE = /^(?:特此)?(?:更正|勘误|订正)(?:一下|如下)?\s*[:：]/u;
const NUMBERED = /^\s*[（(]?[一二三四五][)）、.．]/mu;
const MOST_OF_NOTICE = 400;
const PART =
  "(?:标题|题目|开头|结尾|末尾|中间|建议|意见|问题|不足|做法|成效|亮点|经验|特色|情况|打算|计划|下一步|数字|日期|小区|那|这|第?[一二三四五六七八九十\\d]+)(?:部分|方面|[段句条点项个节处块]|里|的|和|与|、)*";
const AWAY = "(?:删掉|删除|删去|删了|删|去掉|去除|拿掉|不要|不用|省略|略)";
/** 去掉全部那段, 建议改成 多培训, 问题不要了, 建议同上: said of a part of the report. */
const OF_PART: readonly RegExp[] = [
  new RegExp(`^(?:请|麻烦|把|将|给)*${AWAY}(?:全部|所有|整)?(?:${PART})+(?:吧|了|掉)*$`, "u"),
  new RegExp(
    `^(?:请|麻烦|把|将)*(?:全部|所有)?(?:主要|存在的|有关|工作)?(?:${PART})+(?:都|也|就)?${AWAY}(?:吧|了|掉)*$`,
    "u",
  ),
  new RegExp(`^(?:主要|存在的|有关|工作)?(?:${PART})+(?:再|应|要)?(?:改成|改为|换成|改|换)[\\s:：]*\\S.{0,40}$`, "u"),
  /^.{0,8}(?:同上|同前|照旧|不变|[同跟和与](?:上|前|去年|上次)(?:面|一[次版份段个])?(?:一样|相同)?)[。.]?$/u,
];
const isOfPart = (text: string): boolean => OF_PART.some((pattern) => pattern.test(text));

/** 把刚才那句去掉, 去掉最后一段 */
export const takesBackLast = (text: string): boolean =>
  TAKES_BACK.test(text.trim().replaceAll(/[\s。.！!，,「」]/gu, ""));

/** What corrects the report by words: how the report would read then, they do not say. */
export const corrects = (text: string): boolean => {
  const said = text.trim();
  if ([...said].length <= MOST_OF_WRONG && WRONG_SO.test(said)) return true;
  if ([...said].length <= MOST_OF_NOTICE && NOTICE.test(said) && !NUMBERED.test(said)) return true;
  if ([...said].length > MOST_OF_CORRECTION) return false;
  return CORRECTS.test(said) || takesBackLast(said) || (!said.includes("\n") && isOfPart(said));
};

/** 再补一句就是…, 还有…: a further part, however it is written. */
export const goesOn = (text: string): boolean =>
  /^(?:[嗯呃额哦啊那，,\s])*(?:再补|再加|再说|补充|还有|另外|接着|下面是|然后|对了)/u.test(text.trim());

/** In characters. */
const MOST_OF_SCRAP = 7;
/** 略, 第2个没有, 交了: no sentence, and shorter than one. */
export const isScrap = (text: string): boolean => {
  const said = text.trim();
  return [...said].length <= MOST_OF_SCRAP && !goesOn(said) && !isProse(said) && !/[。！!]$/u.test(said);
};

/** 全部, ck工作报告, 看工作报告: the paper is named, or all of it. */
const NAMES_IT =
  /^(?:重新|再次?|再)(?:报送|提交|上报)(?:工作)?(?:报告)?[吧了。.]*$|^分[项开](?:填写?|报送?)?[吧了。.]*$|^(?:工作)?报告[。.]*$|^(?:全部|所有|都|全都|全文|整份)[的了吧。.]*$|^(?:[a-z]{1,4}|查看?|看看?|打开|显示|我的|[要想]|重新|再)*\s*(?:gzbg|工作报告)(?:状态|进度|情况)?[吧了。.]*$/iu;

/** 嗯对了柯桥什么时候公布啊: a question to the bureau. */
const ASKS =
  /^[^。；\n]*(?:什么时候|啥时候|几号|哪天|多久|怎么|谁|哪里|多少|有没有|能不能|要不要|是不是)[^。；\n]{0,10}[啊呀呢吗嘛?？]+[\s。!！]*$/u;
/** 对了推荐名单的盖章件还没弄: of other work, unless it says that it goes on. */
const BY_THE_WAY = /^(?:[嗯呃额哦啊哎，,\s])*(?:对了|话说|顺便(?:问|说))(?!.{0,4}(?:还有|补|加|另外|再|报告))/u;

const BESIDE: readonly RegExp[] = [WAITS, DONE, ON_WAY, ABOUT_PARTS, HAND_OVER, MORE_COMES, NAMES_IT, ASKS, BY_THE_WAY];

/** Something else is asked or told, which wants an answer of its own. */
export const isOfOther = (text: string): boolean => {
  const said = text.trim();
  return [...said].length <= MOST && (ASKS.test(said) || BY_THE_WAY.test(said));
};

/** 改 东湖花园 党支部书记电话 138…, 修改申报 …: an order on other work. */
const ORDERS = /^\s*请?(?:修改|更正|改)(?:申报)?(?:[\s:：]+\S|\S{2,16}\s+\S*\d{5})/u;
/** 删 锦绣, jxhy删: an order in a breath, parted by a blank or on initials. */
const ORDERS_SHORT =
  /^(?:删除?|撤[回销]?|作废|打开|登记|初评|推荐|进度|意见|要求)\s+[^\s，,。；;：:]{1,12}$|^[a-z]{2,8}\s*(?:删除?|撤[回销]?|改)[掉了吧]*$/iu;
export const ordersElsewhere = (text: string): boolean =>
  ORDERS_SHORT.test(text.trim()) || (ORDERS.test(text) && !text.trim().includes("\n\n"));

/** 保存退出, 提交, 上一步 */
const FORM_WORDS: ReadonlySet<string> = new Set(["leave", "submit", "back", "skip", "show", "keep", "accept"]);

/** What is said about the report and is no part of it: 嗯等一下我在找稿子, 好了就这些. */
export function isBeside(text: string): boolean {
  if (talkIn(text) || affirms(text) || isNoText(text) || putsOff(text)) return true;
  const command = readFormCommand(text)?.kind;
  if (command !== undefined && FORM_WORDS.has(command)) return true;
  const said = text.trim();
  return [...said].length <= MOST && BESIDE.some((pattern) => pattern.test(said));
}

const FIELD = /^\s*[^\s:：，。；]{2,12}\s*[:：\t]\s*\S/u;
const ROW = /^\s*\d{1,2}\s*[-－‐‑–—杠]\s*\d{1,2}[\s:：\t]+(?:\d|满分|[^\n]*\t\s*\d)/u;
const SPOKEN_ROW =
  /^\s*(?:第[一二三四五六七八九十\d]{1,3}[项条]|[一二三四五六七八九十]杠[一二三四五六七八九十]+)\S{0,6}分/u;
const FORM = /^\s*(?:小区名称|申报单位|小区地址|党支部名称|申报材料)\s*[:：\t]/mu;

/** A form, or points, pasted while the report is awaited: it goes its own way. */
export function isOtherPaper(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.filter((line) => ROW.test(line) || SPOKEN_ROW.test(line)).length;
  if (rows > 0 && rows * 2 >= lines.length) return true;
  const fields = lines.filter((line) => FIELD.test(line)).length;
  return FORM.test(text) && fields >= 2 && fields * 2 >= lines.length;
}

/** Sentences that only begin like a command are the awaited text. */
export function isProse(text: string): boolean {
  const plain = text.trim();
  if (isOtherPaper(text) || ordersElsewhere(text)) return false;
  return /[，。；：,;:\n]\s*\S/u.test(plain) && !/^\s*(?:报送|补充)?工作报告/u.test(plain);
}
