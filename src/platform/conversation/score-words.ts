import { simplified } from "./simplified.ts";

/** Number of a part or of a row, in digits or Chinese numerals. */
export const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
/** Points as they are spoken: 四分, 3分半. */
export const SAID_POINTS = "(?:\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]+(?:点[零一二三四五六七八九])?)分半?";
/** Between a row and its points: 得, 改为, 也是, 只能给. */
export const GIVES =
  "(?:(?:[那这][个条项])?我?(?:刚[才刚])?(?:不对|[看打说评写记]?错了|(?:[打说评写记给扣][多少高低重轻]|[多少][打给扣评记])了(?=[，,\\s]*(?:应|改|给|该|还?是))|算了)[，,\\s]*)?(?:我们|其实|同样|照样|只能|可以|最多|这[条项]|[我也还就只])*(?:得|给|打|评|改为|改成|改到|改回|改|应该是|应该[给打得评记]|应[给打得评记]|应该|应当是|应当|应为|该给|算|计|为|是)?[了到个]?";
/** A row by its number: 1-2. */
export const ID = `${NUMBER}\\s*[-－‐‑‒–—―−]\\s*${NUMBER}`;
/** What makes a number count something: 3名党员, 2处. */
export const COUNTERS = "分个件次人户年名月日天号项条处栋幢楼层元米辆盏棵块根扇份台起间只家类种位级倍度小社区街道";
/** 3名, 2小区; 2人手少 counts none. */
export const COUNTS = `(?!人(?:[手员]|工))[${COUNTERS}]`;
/** As the row before it. */
export const SAME =
  "同上(?:面|一?[条项个])?|同(?=$|[\\s，,、；;。])|[同跟和与]上(?:面|一?[条项个])?(?:一样|相同)|一样|同样";
/** As it was. */
export const UNCHANGED = "(?:(?:保持|维持)?(?:原分|原来的?(?:分数?)?)?(?:不变|不改|不动|照旧))";
export const REST_WORDS = "(?:其余|其他|其它|剩下|剩余)";
/** Words that begin with 分, of which it is no unit: 2 分类点满溢, 4 分管领导. 3分管理混乱 and 3分工作不力 begin with another. */
const WORD_WITH_UNIT =
  "分(?:数(?![量字据百])|类(?!似|同)|期(?![间望限末中初])|歧|管(?![理道网线家委辖控护材子井不得])|工(?![作程地人资期会商单龄具])|配(?![合套备电置件建])|散(?![落养放乱发步会])|布(?![置局告线])|级(?!别)|区(?![级里域内])|析|批(?!评|准|次)|摊(?!位|点)|隔(?!壁|音)|包(?!括|含|装)|拣|流(?!程|动)|派(?!出|驻)|离|担(?!心)|公司|发放)";
/** The unit of points, where it can be one. */
export const UNIT = `\\s*(?!${WORD_WITH_UNIT})分`;
/** 2。5, 2，5: a decimal point as an input method writes it. */
export const DECIMAL = /^([-+]?\d+)[．。·，,](\d+)(?=$|[\s,，。;；:：分])/;
/** Digits, unless they count something (3名党员); Chinese numerals only as a whole word (一般 is no number). */
export const POINTS = new RegExp(
  `^((?:\\d+|[零〇一二三四五六七八九十两]+)\\s*[分个]半|[-+]?\\d+(?:\\.\\d+)?(?![\\d.％%名个件次户年月日项条处栋号幢楼层元米辆盏棵块根扇份天]|人(?![手员]|工)|台(?!账|阶)|起(?!步)|间(?!隔)|只(?!有|能|是|在))|(?:[零〇一二三四五六七八九十两点]+|满分?)(?=[\\s分,，。;；:：]|$))(?:${UNIT})?(.*)$`,
  "s",
);

const CAPITALS = "壹贰叁肆伍陆柒捌玖";
/** The same as they are written by the traditional forms. */
const FORMAL = "壹貳參肆伍陸柒捌玖";
const CAPITAL = `[${CAPITALS}${FORMAL}]`;
const SIGNED = `[\\d零〇一二三四五六七八九十${CAPITALS}${FORMAL}]`;
const ROW_SIGN = "[之杠槓橫\\-－–—]";
/** 三點五, 兩分, 滿分, 其餘, 三槓二, 第二項, 叁分, 叁之陆 肆, 第叁部分第陸条 */
const OTHERWISE_WRITTEN = new RegExp(
  [
    `(?<=${SIGNED})[點槓橫]+(?=${SIGNED}|[槓杠])|兩(?=[分點個])|滿(?=分)|給(?=${SIGNED}|滿)|(?<=其)餘|(?<=第${SIGNED}+)[項條個](?=${SIGNED}|[滿給\\s])`,
    `${CAPITAL}(?=[分点點]|${ROW_SIGN}${SIGNED})|(?<=${SIGNED}${ROW_SIGN})${CAPITAL}`,
    `(?<=第)${CAPITAL}(?=部分|大项|[项条个項條個])|(?<=${SIGNED}${ROW_SIGN}${SIGNED}[\\s:：,，]*)${CAPITAL}(?=$|[\\s，,。;；])`,
  ].join("|"),
  "gu",
);
const capitalOf = (sign: string): number => Math.max(CAPITALS.indexOf(sign), FORMAL.indexOf(sign));
const inUse = (sign: string): string => "一二三四五六七八九"[capitalOf(sign)] ?? simplified(sign);
/** The signs that points are written with as they are written in use; the words of a reason stay as they were typed. */
export const inSignsOfUse = (text: string): string => text.replaceAll(OTHERWISE_WRITTEN, inUse);
