import { findPhones, withDigits } from "./answers/find-phones.ts";
import { talkIn } from "./answers/talk.ts";

/** What another reader would read in a text. */
export type OtherKind = "order" | "points" | "case" | "field" | "phone" | "correction" | "mention" | "command" | "talk";

/** A part of a text that may be none of it. `said`: as it stands there. */
export interface OtherPart {
  kind: OtherKind;
  said: string;
}

/** What is known around the text that is asked for. */
export interface Surroundings {
  /** Name of the text itself: 推荐理由. */
  what?: string;
  /** Name of the case that the text is for. */
  own?: string | undefined;
  /** Names of the cases in sight. */
  cases?: readonly string[];
  /** Names of the fields of a form. */
  labels?: readonly string[];
  /** Whether words are a command by themselves. */
  isCommand?(words: string): boolean;
  /** What a text of this kind may hold: a request says whom to call. */
  may?: readonly OtherKind[];
}

/**
 * What of a free text another reader would read: an order, points of a row, another case, a field with its value, a
 * telephone, a correction, what was said elsewhere, a command, talk. With none the text is recorded as it stands; otherwise
 * it is asked about first.
 */
export function partsOfOther(typed: string, around: Surroundings): readonly OtherPart[] {
  const text = typed.normalize("NFKC").trim();
  const found: readonly (readonly [OtherKind, string | undefined])[] = [
    ["order", (ORDINAL.exec(text) ?? NUMBERS.exec(text))?.[0]],
    ["points", (ROW_WITH_POINTS.exec(text) ?? FIGURES.exec(text))?.[0]],
    ["case", otherCaseIn(text, around)],
    ["field", textIn(text, around) ?? fieldIn(text, around)],
    ["phone", phoneIn(text)],
    ["correction", (CORRECTS.exec(text) ?? TAKES_BACK.exec(text))?.[0]],
    ["mention", (MENTIONS.exec(text) ?? LAST_DIGIT.exec(text) ?? EDITS.exec(text))?.[0]],
    ["command", commandIn(text, around)],
    ["talk", talkAt(text)],
  ];
  return found.flatMap(([kind, said]) =>
    said === undefined || around.may?.includes(kind) ? [] : [{ kind, said: said.trim() }],
  );
}

/** 第1个 改造好; 第一，…；第二，… counts the points that are made. */
const ORDINAL = /^第[一二三四五六七八九十\d]{1,2}(?:个(?:\s+|[:,、]\s*|[是为](?=\S))|[名位](?:\s+|:\s*))(?=\S)/u;
/** 2 1, on a line of its own. */
const NUMBERS = /^\d{1,2}(?:[\s,、]+\d{1,2})+[ \t]*(?=$|\n|[;。])/u;
const ROW_WITH_POINTS =
  /(?<![\d年月.-])[1-9]\s*[-－–—杠]\s*\d{1,2}\s*:?\s*(?:(?:[扣给打得]|改[为成]?)\s*\d|满分|(?<=[\s:])\d{1,2}(?:\.\d)?\s*分?(?=$|[\s,。;]))/u;
/** 一、党建引领　4　4　4 */
const FIGURES = /^.*\p{Script=Han}.*?(?:[ \t]+\d{1,2}(?:\.\d)?){3,}[ \t]*$/mu;

/** What compares with another, or lists it beside the own: 比甲高, 优于甲, 与甲相邻. */
const COMPARES =
  /(?:比|较|于|与|和|跟|同|及|像|如|对|距离?|离|邻近?|靠近|至|到|超过?|不及|不如|除了?)(?:[了起]|同[类为])?$/u;
const COMPARED = /^(?:.{0,8}(?:基础上|经验|模式|做法)|(?:小区)?(?:更|一样|相比|相邻|次之|不相上下))/u;
/** In characters: shorter ones stand in other words. */
const SHORTEST_NAME = 3;

/** 我们在甲拍的: a case that is named, and not compared with; undefined where the own one is named too. */
export function otherCaseIn(
  text: string,
  { own, cases = [] }: Pick<Surroundings, "own" | "cases">,
): string | undefined {
  if (own === undefined || own === "" || text.includes(own)) return undefined;
  return cases.find((name) => {
    const isOwn = [...name].length < SHORTEST_NAME || own.includes(name) || name.includes(own);
    const at = isOwn ? -1 : text.indexOf(name);
    return at >= 0 && !COMPARES.test(text.slice(0, at)) && !COMPARED.test(text.slice(at + name.length));
  });
}

/** Names of the texts that are asked for one by one. */
const TEXTS = ["推荐理由", "扣分理由", "延期理由", "延期原因", "逾期理由", "逾期原因", "意见建议"];
const SAYS = /^(?:就?是|为|改[为成]|\s*[:=]|\s+)\s*\S{2}/u;

/** 推荐理由是满意度高, where another text is asked for. */
function textIn(text: string, { what }: Surroundings): string | undefined {
  const name = TEXTS.find((one) => one !== what && text.startsWith(one));
  return name !== undefined && SAYS.test(text.slice(name.length)) ? text : undefined;
}

/** In characters: 业委会主任电话 13905751111 without a sign; 物业服务 到位 begins with a shorter one. */
const SHORTEST_BARE = 5;

/** 所属街道:梁湖街道, 业委会主任改为李四: at the head, or more than once. */
function fieldIn(text: string, { labels = [] }: Surroundings): string | undefined {
  const clauses = text.split(/[;,。\n\t]/u).map((clause) => clause.replace(/^[\s\d.、()]+/u, ""));
  const named = clauses.filter((clause) => labels.some((label) => isWithValue(clause, label)));
  return named.length > 0 && (named[0] === clauses[0] || named.length > 1) ? named[0] : undefined;
}

function isWithValue(clause: string, label: string): boolean {
  if (!clause.startsWith(label)) return false;
  const rest = clause.slice(label.length);
  return /^\s*[:=]\s*\S/u.test(rest) || /^应?该?(?:改[为成]|更正为)\S/u.test(rest)
    ? true
    : [...label].length >= SHORTEST_BARE && /^\s+[\p{Script=Han}\d]+$/u.test(rest);
}

/** A mobile number, one with its area, or one that is said to be one: 2500000 and 20231008 are none. */
function phoneIn(text: string): string | undefined {
  const said = withDigits(text);
  return findPhones(said).find(({ number, from, to }) => {
    if (IN_SENTENCE.test(said.slice(to))) return false;
    const digits = number.replaceAll("-", "");
    const before = said.slice(Math.max(0, from - LED_PHONE), from);
    return /^1\d{10}$|^0\d{9,11}/u.test(digits) || (/\d{7}/u.test(digits) && /电话|手机|号码|联系/u.test(before));
  })?.number;
}
/** …85082235无人接听: said of the number. */
const IN_SENTENCE = /^[\s,]*(?![是为])\p{Script=Han}{3}/u;
/** In characters, of the words before a number. */
const LED_PHONE = 8;

/** 更正:…, on any line. */
const CORRECTS = /^[^\S\n]*(?:[嗯呃哦啊][,\s]*)?(?:更正|勘误|订正)(?:一下)?\s*(?:[:,]|\s(?=\S)).*$/mu;
const TAKES_BACK =
  /(?:不对|错了|[说写打填记]错)[,\s]*(?:应该?是|应为|是(?=[\d一二两三四五六七八九十]))|[嗯呃哦啊]+不对|^(?:应该是|应为)(?=\S{2,12}$)/u;
/** 上面电话末位是1, 刚才那条不算; 前面那个绿化带 is a place. */
const MENTIONS =
  /^(?:(?:上面|前面|刚才|刚刚)(?:[那这]个)?的?(?:电话|号码|数字|姓名|分数|理由|日期|[说发写填报]的)|(?:刚才|刚刚)[那这][个条句项]|上一[条句项个](?!楼)|上面[那这][条句项])/u;
/** 最后一段删掉, 第3行改成…: an order on what stands there already. */
const EDITS =
  /^(?:请?[把将])?(?:最后|前面|上面|第)?[一二三四五六七八九十两\d]{1,2}[段句行](?:话|字)?(?:全?都|给|请)?(?:删|去掉|不要|改[为成])\S{0,20}$/u;
const LAST_DIGIT = /(?:末位|末尾|尾号|最后一位)[是为改应]+\d/u;

/** 撤回 甲, 撤回甲, 保存退出, 再报一个 乙: a command, and what it is about. */
function commandIn(said: string, { isCommand, cases = [] }: Surroundings): string | undefined {
  if (!isCommand || said.includes("\n")) return undefined;
  const text = withoutAnswer(said);
  if (isCommand(text)) return text;
  const name = cases.find((one) => [...one].length >= SHORTEST_NAME && text.endsWith(one));
  const word = name === undefined ? "" : text.slice(0, -name.length).trim();
  if (word !== "" && isCommand(word)) return text;
  const [head = "", rest] = text.split(/\s+(.*)/su);
  if (rest === undefined || !isCommand(head)) return undefined;
  const isShort = [...head].length >= LONG_COMMAND && NAME.test(rest);
  return isShort || cases.some((one) => startsAs(rest, one)) ? text : undefined;
}
/** In characters: a longer one stands in no sentence. */
const LONG_COMMAND = 4;
/** What a command of some length is about, and no clause. */
const NAME = /^[\p{Script=Han}\d]{2,10}$/u;

/** n 再报一个 乙, 不要。…: an answer to something else, in front of a text. */
const ANSWERS =
  /^(?:[yn]|yes|no|ok|(?:不要|不用|不是|不行|不对|不|好的|好|可以|行|对的?|是的?)(?:[了吧啊])?)[\s,，;；。.!！]+(?=\S{2})/iu;
/** Without the answer before it. */
export const withoutAnswer = (text: string): string => text.replace(ANSWERS, "");

/** 越秀1, of 越秀苑. */
const startsAs = (text: string, name: string): boolean =>
  text.startsWith(name) || (/^\S{2,6}$/u.test(text) && text.startsWith(name.slice(0, 2)));

const GREETS = /^(?:[嗯呃哦啊]|[您你]好|喂|大家好|各位)+[,!。\s]*/u;
/** 我先接个电话, 我回来了: of the person, not of the matter. */
const OF_ONESELF = /^我(?:先(?!生)|去(?!年)|回来|马上|得|正在|在忙|等一?下)/u;

/** …嗯对居民都知道: what was no sure filler is still there. */
const SOUNDS = /[^，,。；;“”"「」]{0,8}(?<![“"「])[嗯呃]+(?![”"」])[^，,。；;“”"「」]{0,8}/u;

function talkAt(text: string): string | undefined {
  const sounds = SOUNDS.exec(text)?.[0];
  if (sounds !== undefined) return sounds;
  const answer = ANSWERS.exec(text)?.[0];
  if (answer !== undefined) return answer;
  const said = text.replace(GREETS, "");
  return OF_ONESELF.test(said) || !["elsewhere", undefined].includes(talkIn(text)) ? text : undefined;
}
