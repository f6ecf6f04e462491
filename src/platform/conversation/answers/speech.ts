import { cleanLine } from "../plain.ts";

/** In characters: more is a text of its own. */
const LONGEST = 40;

/** What is said to whoever writes it down, and is content of no field. */
const SPEECH: readonly RegExp[] = [
  // 材料我让社区小刘晚点发过来
  /(?:晚点|等下|等一下|等会儿?|待会儿?|一会儿?|回头|以后|稍后|明天|后天|下午|有空)(?:再|就|给[你您]|让\p{Script=Han}{2,3})*(?:发|传|补|给|送|报|交|弄|说|写|填)(?:过来|上来|给?[你您]们?|一下|下)?[了吧啊哈]*$/u,
  // 那个不是申报材料那是…
  /^(?:[嗯呃哦啊哎，,\s]|不对)*(?:[那这]个?|刚才(?:[那这]个?|发的|说的)?|上面[那这]?[个段]?)(?:就|可|也|并)*不是(?:我?(?:要|想)[写填报]的)?(?:申报)?(?:材料|备注|内容|理由|意见|报告)/u,
  // 我念你记啊
  /^(?:那|来)?我(?:来)?[念说讲报读](?:一?句)?[,，]?[你您](?:来)?[记写打]/u,
  // 跟去年报的那份差不多
  /^(?:就|都|也)?(?:跟|和|同|与|照着?|按照?)(?=.*(?:去年|上次|前面|那[份个家]|[这前后上]面)).{0,12}(?:差不多|一样|相同|类似|来)?[的吧了啊]*$|差不多(?:吧|的|了)*$/u,
  // 翻下本子, 我查一下
  /^(?!.*(?:[社小]区|[花家]园|[苑府城村庄庭湾]|街道|公司|物业|支部)$)(?:我|让我|我来|先|等我|那)*(?:翻|查|找|看|想|问|等|接|歇|停|数|拿)(?:一下|下|一?会儿?|一)(?!沙|溪|湾|庄|桥|村|河|街|店|塘)/u,
  // 那个事故不是说没有嘛
  /不是(?:都|已经?)?(?:说|讲|报|写|填)(?:过|了)?.{0,10}(?:嘛|吗|么|的?呀|了)$/u,
  // 电话来了等会啊
  /^(?:电话|手机|领导|人|他们?)(?:来|响|打来)(?:了|啦)/u,
  /(?:等会儿?|等下|等一下|稍等)[啊哈哦吧]*$/u,
  // 是审批单位的内容
  /^(?:是|属于|算)[“"「]?.{2,16}[”"」]?的(?:内容|一部分|栏目)[吧啊。]*$/u,
];
/** 二十三万, 百分之三十八, 两百米: a figure is no name. */
const FIGURE =
  /^(?:大概|大约|约|共)?(?:百分之[\d零一二两三四五六七八九十百点.]+|[\d零一二两三四五六七八九十百千万亿点.]+(?:%|％|[万亿]元?|元|块钱?|户|平方米|平米|公里|米|字|分|岁))(?:左右)?[吧了的]*$/u;
/** 后面那个数字错了是…: said of something that no field is called. */
const OF_FIGURE = /(?:数字|数据|金额|[\p{Script=Han}]{1,4}率|户数|人数|面积)(?:[写填说]?错了?|不对)/u;

/** 祥生物业 全称…: a name and the same in full. */
export const saysInFull = (line: string): boolean => IN_FULL.test(line);

/** Words that are told to whoever writes, and no content of anything. */
export function isSpeech(typed: string): boolean {
  const line = cleanLine(typed);
  return [...line].length <= LONGEST && SPEECH.some((said) => said.test(line));
}

/** Where a name, a body or a place is waited for. */
export const isFigure = (line: string): boolean => FIGURE.test(line) || OF_FIGURE.test(line);

const UNSURE =
  /^(?:好像|可能|大概|估计|似乎|也许|或许|貌似|应该)(?:还|就|也)?(?:(?:是|叫|为|在)(?=\p{Script=Han}{2})|(?=\p{Script=Han}{3}))/u;
/** 吉祥的祥, 弓长张: how a sign of the name is written. */
const SPELT =
  /[,，\s]*(?:(\p{Script=Han})字?就?是(?=\p{Script=Han}{2}的\1))?(\p{Script=Han}{2}的(\p{Script=Han}))(?:那个字?|字)?[。.\s]*$/u;
/** 全称诸暨市安居物业服务有限公司 behind a shorter name */
const IN_FULL = /(?:^|[,，\s]|对了)(?:它的)?全称(?:就?是|叫做?|为|那个|[嗯呃嘛呢：:，,\s])*(?=\p{Script=Han}{4})(.+)$/u;

/**
 * The value without 好像是 before it or 吉祥的祥 behind it, which make it unsure: it is asked about. Undefined where the
 * line is none of that, empty where the sign stands otherwise in it.
 */
export function unsureValue(line: string): string | undefined {
  const full = IN_FULL.exec(line)?.[1];
  if (full !== undefined) return full;
  const sure = line.replace(UNSURE, "");
  const [tail = "", , words = "", sign = ""] = SPELT.exec(sure) ?? [];
  const name = sure.slice(0, sure.length - tail.length);
  // 吉祥的祥: the sign stands in both.
  const isSpelt = sign !== "" && words.slice(0, -2).includes(sign) && [...name].length >= 2;
  if (isSpelt) return name.includes(sign) ? name : "";
  return sure === line || sure === "" ? undefined : sure;
}

/** 李建华木子李, 李建华，李是木子李: how the first sign of a person's name is written stands behind it. */
const SPELT_OUT =
  /^((\p{Script=Han})\p{Script=Han}{1,3}?)[嗯呃啊，,、\s]*(?:\2字?)?(?:就?是)?\p{Script=Han}{2}\2(?:的\2)?(?:那个字?|字)?$/u;

export const withoutSpelling = (name: string): string => SPELT_OUT.exec(name)?.[1] ?? name;

const TAKEN_BACK = /[，,、\s嗯哦啊呃]*(?:不对|不是|错了|[说写打填]错|更正|纠正)/u;
const SIGN_OF = /^(\p{Script=Han}{2,4})的(\p{Script=Han})(?:那个字?|字)?[。.\s]*$/u;

/**
 * 锦秀江南哦不对是锦绣的绣: the sign takes the place of the one that stands there in the word. Undefined where the words
 * behind are of another kind, empty where they fit at no place, or at several.
 */
export function respelt(before: string, meant: string): string | undefined {
  const [, word = "", sign = ""] = SIGN_OF.exec(meant) ?? [];
  const at = word.indexOf(sign);
  if (sign === "" || at < 0) return undefined;
  const name = before.slice(0, TAKEN_BACK.exec(before)?.index);
  const places = Array.from({ length: Math.max(0, name.length - word.length + 1) }, (_, from) => from).filter((from) =>
    [...word].every((one, index) => index === at || name[from + index] === one),
  );
  const [from, second] = places;
  if (from === undefined || second !== undefined) return "";
  return `${name.slice(0, from)}${word}${name.slice(from + word.length)}`;
}
