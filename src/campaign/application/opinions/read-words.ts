import { findDate } from "../../../platform/conversation/answers/find-date.ts";
import { type DateContext, findDates } from "../../../platform/conversation/answers/find-dates.ts";
import { withoutCourtesy } from "../../../platform/conversation/beside-form.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { withoutSaidAround } from "../../../platform/conversation/said-around.ts";
import { withoutHesitation } from "../../../platform/conversation/spoken.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { closedNames, NAMES_TAKEN, nameWithin, STAMP_LEFT, withoutNames } from "./names-beside.ts";
import { type Mention, mentionsIn } from "./offices.ts";
import type { Stance } from "./opinion.ts";
import { type OpinionRow, onOwnLines, opinionRows } from "./opinion-rows.ts";

/** An opinion as somebody wrote it down: 社区 同意 9月5日. */
export interface SpokenOpinion {
  /** Id of the office. */
  office: string;
  stance: Stance;
  givenOn: CivilDate;
  /** More than a mere 同意 or 不同意. */
  text?: string;
  signer?: string;
  sealedBy?: string;
}

export type ReadOpinions =
  /** `empty`: offices whose rows say nothing. */
  | { ok: true; opinions: readonly SpokenOpinion[]; empty?: readonly string[] }
  /** `at`: the words that it was not found in. */
  | { ok: false; lacks: "stance" | Unclear | "unread" | "once"; at: string };
/** `dates`: more than one day. `spoken`: words about the opinion, which are none of it. */
type Unclear = "date" | "pastDate" | "dates" | "spoken" | "office";

const JOINT = /^[\s、,，和及与]*$/u;
/** 改同意了, 由不同意改为同意: what it was before is none of it. */
const CHANGED =
  /(?:[由从]?(?:原来?的?)?[“「"]?不?同意[”」"]?[,，\s]*)?(?:现在?|又|重新)?(?:改|更正|变更|修改|调整)(?:一下|成|为|过来|[:：，,\s]|就?是|应该?[为是])*[“「"]?(?=不?同意)|应该?[为是](?=不?同意)|(?<=同意)[（(](?:改|已改|更正|已更正)[)）]/gu;
/** 日期：9月6日 */
const LEADS_TO_DAY = /(?:日期|时间)(?:为|是)?[:：\s]*(?=\d{1,4}\s*[年月./-]|[一二三四五六七八九十]{1,2}月)/gu;
/** Corrections and hesitation: not for the paper. */
const SPOKEN =
  /不对(?=$|[\s,，是应]|\p{N}|[一二三四五六七八九十])|(?<![反面])对了|(?:说|写|打|记)错了|更正|等(?:会儿?|一下)|[嗯呃哦]|签的|盖的|还是\p{N}/u;
/** 城管局同意, ，城管局: an office that is none of the form's, or stands where its opinion does not. */
const OTHER_OFFICE =
  /(?:局|办|街道|镇|乡|社区|村|居委会?|委员会|业委会|物管会|自管组织|政府)(?:里|方面|这边|那边|的|也|都|均|已|还|尚|意见|[:：\s])*(?:不?同意(?!见)|不赞成|反对|[没未](?!有?意见)|盖|签)|(?:^|[\s,，。;；、])(?!(?:报|上报|送|请|提请|由|经|按|同意|征求|并|根据))\p{Script=Han}{0,12}局(?=$|[\s,，。;；、])/u;
const AGAINST = /不同意|不赞成|反对|不予/u;
const FOR = /同意|赞成|属实|无异议|支持|[没无]意见/u;
const ASKS = /[?？]|吗(?=$|[\s,，。])/u;
/** Words around 同意 that add nothing to it: 那边也同意了是. */
const FILL =
  "(?:[了的是也都均已就那还先吧啊呀哦呢嘛,，\\s:：]|已经|一致|意见|情况|他们|[那这]边|[那这]里|方面|结果|[给表]示|为)*";
const MERE = new RegExp(`^${FILL}(?:不?同意|属实|无异议)?${FILL}$`, "u");
/** 那边也…, …了是: how it is told, before the opinion and before its day. */
const TOLD_BEFORE = /^(?:[那这][边里]|也是?|已经?是?)+(?=不?同意|属实|支持|赞成)/u;
const TOLD_BEHIND = /(?<=\p{Script=Han}{2})[了的]?是$/u;
/** 社区 街道 都 10月9日 同意: that it is said of all of them is none of it. */
const SHARED = /^(?:都|均|也|一致|全部)(?:是|为)?$/u;
const LED_BY = /^(?:[（(]?(?:已)?盖章了?[)）])?(?:的)?(?:意见)?(?:就?是|为)?[\s:：,，]*/u;
/** 分别是9月5日、9月6日 */
const EACH = /[,，\s]*(?:日期)?(?:分别|依次)(?:为|是|于|在)?[:：\s]*/u;
/** 街道（乡镇）意见, as the form prints it */
const ALSO_CALLED = /(?<=\p{Script=Han})\((?:乡镇|镇乡|镇|乡|办事处)\)(?=(?:的)?意见)/gu;
/** 店口镇意见, 湄池社区意见: by the name of the place. */
const OF_PLACE: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|[\s，,；;。])(?!不?同意|属地)\p{Script=Han}{1,6}?(?:街道|镇|乡)(?:办事处|人民政府|政府)?(?=意见)/gu, "街道"],
  [/(?<=^|[\s，,；;。])(?!不?同意|属地)\p{Script=Han}{1,6}?(?:社区|村)(?:居委会|村委会)?(?=意见)/gu, "社区"],
];
const byOffice = (text: string): string =>
  OF_PLACE.reduce((said, [place, office]) => said.replaceAll(place, office), text);
/** Where the day stood. */
const DAY = "\u{e001}";
const EDGES = /^[\s,，。;；、:：]+|[\s,，。;；、:：]+$/gu;

/**
 * Reads opinions in the order in which they are written; offices that are named together share what follows: 社区、街道
 * 同意 9月5日；区局 同意 9月8日. Of several lines each office's are its own. A day without a year is in the campaign's.
 * @param called words by which people call each office
 */
export function readOpinions(
  said: string,
  called: ReadonlyMap<string, readonly string[]>,
  when: DateContext,
): ReadOpinions {
  const typed = withoutHesitation(closedNames(said));
  const read = readHalfWidth(byOffice(onOwnLines(typed).normalize("NFKC").replaceAll(ALSO_CALLED, "")), called, when);
  if (!read.ok) return read;
  const opinions = read.opinions.map((one) =>
    one.text === undefined ? one : { ...one, text: asTyped(typed, one.text) },
  );
  return { ...read, opinions };
}

/** The words as they stand in what was typed, with its punctuation; those that were put together stay. */
function asTyped(typed: string, words: string): string {
  const signs = Array.from(typed, (sign, at) => [...sign.normalize("NFKC")].map((half) => ({ half, at }))).flat();
  const said = signs.filter(({ half }) => half.trim() !== "");
  const wanted = [...words.normalize("NFKC")].filter((sign) => sign.trim() !== "").join("");
  const whole = said.map(({ half }) => half).join("");
  const from = [...whole.slice(0, Math.max(0, whole.indexOf(wanted)))].length;
  const [first, last] = [said[from], said[from + [...wanted].length - 1]];
  if (!whole.includes(wanted) || !first || !last) return words;
  return asWritten([...typed].slice(first.at, last.at + 1).join(""));
}

function readHalfWidth(text: string, called: ReadonlyMap<string, readonly string[]>, when: DateContext): ReadOpinions {
  const found = opinionRows(text, called);
  if (!found) return readSaid(text, called, { ...when, before: undefined });
  const { head, rows, empty, foot } = found;
  const led = findDate(head, when);
  const over = led ? `${led.before}${led.after}` : head;
  const [below] = foot;
  if (WORDS.test(over)) return { ok: false, lacks: "office", at: cleanLine(head) };
  if (below !== undefined) return { ok: false, lacks: "unread", at: below };
  const opinions: SpokenOpinion[] = [];
  for (const { offices, content, line } of rows) {
    const own = { ...when, before: led?.date };
    const read = line === undefined ? readRow({ offices, content }, own) : readSaid(line, called, own);
    if (!read.ok) return read;
    opinions.push(...read.opinions);
  }
  if (opinions.length === 0) return { ok: false, lacks: "stance", at: cleanLine(text) };
  if (isTwice(opinions)) return { ok: false, lacks: "once", at: cleanLine(text) };
  return { ok: true, opinions, ...(empty.length > 0 ? { empty } : {}) };
}

type When = DateContext & { before: CivilDate | undefined };
const WORDS = /[\p{L}\p{N}]/u;

function readRow({ offices, content }: Pick<OpinionRow, "offices" | "content">, when: When): ReadOpinions {
  const { plain, seals, signers } = withoutNames(content);
  const read = readSegment(plain, when);
  if (!read.ok) return { ok: false, lacks: read.lacks, at: cleanLine(content) };
  const end = plain.length;
  const named = { ...nameWithin(seals, "sealedBy", 0, end), ...nameWithin(signers, "signer", 0, end) };
  return { ok: true, opinions: offices.map((office) => ({ office, ...read.opinion, ...named })) };
}

function readSaid(text: string, called: ReadonlyMap<string, readonly string[]>, when: When): ReadOpinions {
  const { plain, seals, signers } = withoutNames(text);
  const groups = groupsIn(plain, mentionsIn(plain, called));
  const opinions: SpokenOpinion[] = [];
  const ahead = plain.slice(0, groups[0]?.from ?? 0);
  const led = findDate(ahead, when);
  const before = led?.date ?? when.before;
  if (groups.length > 0 && WORDS.test((led ? `${led.before}${led.after}` : ahead).replace(FILLING, "")))
    return { ok: false, lacks: "office", at: cleanLine(ahead) };
  for (const [at, { offices, to }] of groups.entries()) {
    const end = groups[at + 1]?.from ?? plain.length;
    const apart = oneDayEach(plain.slice(to, end), offices, when);
    if (apart) {
      opinions.push(...apart);
      continue;
    }
    const read = readSegment(plain.slice(to, end), { ...when, before });
    if (!read.ok) return { ok: false, lacks: read.lacks, at: cleanLine(text.slice(groups[at]?.from, end)) };
    const named = { ...nameWithin(seals, "sealedBy", to, end), ...nameWithin(signers, "signer", to, end) };
    opinions.push(...offices.map((office) => ({ office, ...read.opinion, ...named })));
  }
  if (opinions.length === 0) return { ok: false, lacks: "office", at: cleanLine(text) };
  return isTwice(opinions) ? { ok: false, lacks: "once", at: cleanLine(text) } : { ok: true, opinions };
}

const isTwice = (opinions: readonly SpokenOpinion[]): boolean =>
  new Set(opinions.map(({ office }) => office)).size < opinions.length;

/** 社区、街道同意，分别是9月5日、9月6日 */
function oneDayEach(said: string, offices: readonly string[], when: When): SpokenOpinion[] | undefined {
  const match = EACH.exec(said);
  const days = match ? daysIn(said.slice(match.index + match[0].length), when) : [];
  if (!match || days.length !== offices.length || offices.length < 2) return undefined;
  const all = days.map(({ text }) => readSegment(`${said.slice(0, match.index)} ${text}`, when));
  const read = all.flatMap((one, at) => (one.ok ? [{ office: offices[at] ?? "", ...one.opinion }] : []));
  return read.length === offices.length ? read : undefined;
}

/** The days that are written out; 8-2 may be a clause. */
const daysIn = (text: string, when: When) =>
  findDates(text, when).filter(({ readings, weak }) => readings.length === 1 && !weak);

/** 嗯 属地社区 … */
const FILLING = /^\s*[（(]?\d{1,2}[.、)．）]|[嗯呃额哦啊的是]|那个|就是|意见|登记|属地|各单位|如下/gu;

/** Offices that nothing but 、 or 和 stands between. */
function groupsIn(text: string, mentions: readonly Mention[]): { offices: string[]; from: number; to: number }[] {
  const groups: { offices: string[]; from: number; to: number }[] = [];
  for (const { office, from, to } of mentions) {
    const last = groups.at(-1);
    if (last && JOINT.test(text.slice(last.to, from))) {
      last.offices.push(office);
      last.to = to;
    } else groups.push({ offices: [office], from, to });
  }
  return groups;
}

/** Signs in full width, as Chinese is written. */
const asWritten = (words: string): string =>
  cleanLine(words).replaceAll(/[,;:](?!\d)/g, (sign) => ({ ",": "，", ";": "；", ":": "：" })[sign] ?? sign);

type Segment = { ok: true; opinion: Omit<SpokenOpinion, "office"> } | { ok: false; lacks: "stance" | Unclear };

/** @param when.before a day that stands before all offices: 9月5日社区同意 */
function readSegment(segment: string, when: When): Segment {
  const text = segment.replaceAll(NAMES_TAKEN, " ").replaceAll(CHANGED, "").replaceAll(LEADS_TO_DAY, " ");
  const stance: Stance | undefined = AGAINST.test(text) ? "disagrees" : FOR.test(text) ? "agrees" : undefined;
  if (!stance || ASKS.test(text)) return { ok: false, lacks: "stance" };
  if (new Set(daysIn(text, when).map(({ readings }) => readings[0])).size > 1) return { ok: false, lacks: "dates" };
  const found = findDate(text, when);
  const givenOn = found?.date ?? when.before;
  if (givenOn === undefined) return { ok: false, lacks: "date" };
  if (givenOn > when.today) return { ok: false, lacks: "pastDate" };
  if (STAMP_LEFT.test(text) || SPOKEN.test(text.replaceAll(/^[\s嗯呃哦,，]+/gu, "")))
    return { ok: false, lacks: "spoken" };
  const said = (found ? [found.before, found.after] : [text])
    .join(found ? DAY : "")
    .replaceAll(new RegExp(`[（(][\\s,，]*${DAY}[\\s,，]*[)）]`, "gu"), DAY)
    .split(DAY)
    .map((part) => withoutSaidAround(withoutCourtesy(part.replace(LED_BY, ""))).replaceAll(EDGES, ""))
    .map((part) => (SHARED.test(part) ? "" : part.replace(TOLD_BEFORE, "").replace(TOLD_BEHIND, "")))
    .map((part) => (/^(?:[嗯啊好的]*(?:谢谢|多谢|辛苦)[您你了啊呀哈]*)$/u.test(part) ? "" : part))
    .filter(Boolean);
  // 同意 8月18日 同意申报
  const more = said.filter((part) => !MERE.test(part));
  const words = (
    more.length > 0 && more.length < said.length && more.some((part) => part.includes("同意")) ? more : said
  ).join("，");
  const opinion = { stance, givenOn };
  if (OTHER_OFFICE.test(words)) return { ok: false, lacks: "office" };
  return { ok: true, opinion: MERE.test(words) ? opinion : { ...opinion, text: asWritten(words) } };
}
