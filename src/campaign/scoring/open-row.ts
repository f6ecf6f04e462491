import { parsePoints, readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { namedRows } from "../../platform/conversation/score-named.ts";
import { notApplicableWhy } from "../../platform/conversation/score-notes.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import { readReasoned, reasonFirst } from "../../platform/conversation/score-reason.ts";
import { namesRows, rowsSaid } from "../../platform/conversation/score-rows-said.ts";
import type { ScoreLine, ScoreRules } from "../../platform/conversation/score-rules.ts";
import { saysUnmet } from "../../platform/conversation/score-turn.ts";
import { readVerdict } from "../../platform/conversation/score-verdict.ts";
import { SAME } from "../../platform/conversation/score-words.ts";
import { EMPTY_WORDS } from "../../platform/conversation/spoken.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { HUNDREDTHS } from "./points.ts";
import type { Criterion } from "./rubric.ts";
import type { GivenScore, Score } from "./score-sheet.ts";

/** The row that is asked for, and the sheet's rules. */
interface OpenRow {
  row: Criterion;
  rules: ScoreRules;
}

const FILLERS = new RegExp(
  `^(?:${EMPTY_WORDS}|额|那|就|先|我|觉得|认为|看|应该|可以|大概|差不多|给|打|算|是|得|个|这[项条])+[，,\\s]*(?=[\\d零〇一二三四五六七八九十两满])`,
  "u",
);

/** 五分吧, 大概四分, 我觉得四分, 四分半不对是五分: the figure said last. */
export const bareFigure = (word: string): string =>
  word
    .replace(/^.*[分半](?:不对|错了)[，,\s]*(?:应该是|还是|改成|是)?\s*(?=\S+分)/u, "")
    .replace(FILLERS, "")
    .replace(/(?<=分|半)[吧啊呀哦了]+$/u, "");

/** Points, a verdict or 不适用 for the open row, with their reason; undefined for other words. */
export function givenTo(row: Criterion, text: string): GivenScore | undefined {
  const word = plainAnswer(text);
  const why = notApplicableWhy(word);
  if (why !== undefined) return { criterion: row.id, notApplicable: true, ...(why === "" ? {} : { reason: why }) };
  const knockedOut = row.knockOut ? readVerdict(word) : undefined;
  if (knockedOut !== undefined) return { criterion: row.id, points: 0, knockedOut };
  const bare = readPoints(bareFigure(word), row.maxPoints);
  if (bare !== undefined) return { criterion: row.id, points: bare };
  const said = row.knockOut ? undefined : readReasoned(text);
  const points = said && readPoints(said.points, row.maxPoints);
  return said === undefined || points === undefined ? undefined : { criterion: row.id, points, reason: said.reason };
}

/** 零分因为不在前百分之五, behind a refused 三之一…不在前百分之五: the row that the reason was said of. */
export function rowOfReason(refused: readonly { key: string; typed: string }[], reason: string): string | undefined {
  const bare = reason.replace(/^(?:因为|由于)/u, "");
  return [...bare].length < MIN_REASON ? undefined : refused.findLast(({ typed }) => typed.includes(bare))?.key;
}
/** In characters: shorter reasons are those of many rows. */
const MIN_REASON = 4;

/** Words that may hold points without being read as such: 五分左右, 会议少给三分. */
const HOLDS =
  /(?:\d|[零〇一二三四五六七八九十两])\s*分(?![之钟公配])|^[约大概]*\d+(?:左右|上下)|[扣减](?:去|掉|了)?[\d一二三四五六七八九两]/u;
const LONGEST = 40;

/** 2宣传少; 2个小区 and 3名党员 count. */
const JOINED =
  /^\d(?:\.\d)?(?=\p{Script=Han}{2})(?![分个件次人户名年月日天号项条处栋幢楼层元米辆盏棵块根扇份台起间只家类种位级倍度小社区街道])/u;

export const mayHoldPoints = (text: string): boolean =>
  [...text.trim()].length <= LONGEST && (HOLDS.test(text) || JOINED.test(text.trim()));

/** 四、部门协同 3 3 3 3 （4-5充电桩不够）: points of a part, in a form that is not read. */
export const mayBePart = (text: string): boolean =>
  /^\s*第?[一二三四五六七八九十]{1,3}(?:部分|大项|节|[、.．：:\s])/u.test(text) &&
  (text.match(/(?<!\d)\d{1,2}(?:\.\d)?\s*(?:分|(?=[\s,，、。；;（(]|$))/gu) ?? []).length >= 3;

/** What has to be asked about. `readings`: what may be meant, as it is sent. */
export interface Doubt {
  sentence: string;
  readings: readonly string[];
}

/** 会议少所以给三分 */
const REASON_FIRST =
  /^(?<reason>\p{Script=Han}.+?)[，,\s]*(?:所以|因此)?(?:就|只能|只|先)?(?:给|打|得|评)个?(?<points>(?:\d+(?:\.\d+)?|[零〇一二三四五六七八九十两]+)分半?)[吧了]*$/u;

const REACHED = /^(?:[嗯呃额哦啊那]|这[条个项])*(?:已经?|都|是)?(?:达到|达标)[了的吧啊]*$/u;
const MOST = 20;

/** Short words that the open row is reached or not. */
export const saysReached = (word: string): boolean =>
  [...word].length <= MOST && (REACHED.test(word) || saysUnmet(word)) && !/[吗呢?？]/u.test(word);

/** 没达到, for a row that has its maximum or nothing. */
function reachedOrNot({ row, rules }: OpenRow, word: string): Doubt | undefined {
  const isEither = rules.sections.some(({ rows }) => rows.some((one) => one.id === row.id && one.allOrNothing));
  if (!isEither || /\d|分/u.test(word) || !saysReached(word)) return undefined;
  const typed = REACHED.test(word) ? `${row.id} ${row.maxPoints}` : `${row.id} 0 ${word}`;
  return { sentence: phrases.maybePoints(row.id, word, [typed]), readings: [typed] };
}

const LAST_ROW =
  /^(?:[嗯呃额哦啊那，,\s]|对了|请|把)*(?:(?:刚才|刚刚|方才)(?:的)?(?:那|这|上)?[一]?[条个项]?|(?:上|前)(?:面|一)?(?:那)?[一]?[条个项])的?(?:改一?下|修改一?下|改下|改)?(?=改|理由|原因|备注|[\d零〇一二三四五六七八九十两]+分|给|打|扣|应)/u;

/** 刚才那条改成零分: what is said of the row that was given last; undefined for other words. */
export function saidOfLast(text: string): string | undefined {
  const word = plainAnswer(text);
  const led = LAST_ROW.exec(word)?.[0];
  return led === undefined ? undefined : word.slice(led.length).replace(/^改一?下(?=理由|原因)/u, "");
}

/** With the number of the row given last it is offered, never recorded. */
export function doubtOfLast(rules: ScoreRules, last: string | undefined, text: string): Doubt | undefined {
  const said = saidOfLast(text);
  if (said === undefined) return undefined;
  const line = last === undefined ? undefined : readScoreLine(rules, `${last} ${said}`);
  if (line?.kind !== "points") return { sentence: phrases.whichLast(plainAnswer(text)), readings: [] };
  const typed = showEntries(line.entries);
  return { sentence: phrases.ofLast(plainAnswer(text), typed), readings: [typed] };
}

/** 一分, straight behind a refused message that named another row: the sentence, and either of the two. */
export function ofRowBefore(
  rules: ScoreRules,
  { said, before, given }: { said: string; before: string; given: GivenScore },
): [sentence: string, readings: readonly string[]] {
  const typed = [before, given.criterion].map((row) => showEntries([{ ...given, row }]));
  const readings = typed.filter((one) => readScoreLine(rules, one).kind === "points");
  return [phrases.ofRowBefore(said, [before, given.criterion], readings), readings];
}

const BEGINS_WITH_POINTS =
  /^(?:[扣减](?:去|掉|了)?(?=[\d一二两三四五六七八九])|\d|[零〇一二三四五六七八九十两]+(?:点[零一二三四五六七八九])?分|满分)/u;

/** 四分左右, 3分到4分: no reason. */
const GOES_ON = /^(?:左右|上下|多|以[上下]|[到至或~-])/u;

/** With the open row's number in front it is read, or in doubt by itself. */
function doubtAs(row: Criterion, word: string, line: ScoreLine): Doubt | undefined {
  if (line.kind === "points") {
    if (line.entries.some(({ reason = "" }) => GOES_ON.test(reason))) return undefined;
    const typed = showEntries(line.entries);
    return { sentence: phrases.maybePoints(row.id, word, [typed]), readings: [typed] };
  }
  if (line.kind !== "retry" || line.rows?.some((id) => id !== row.id)) return undefined;
  const { readable, readings = [] } = line;
  return { sentence: line.sentence, readings: [...(readable ? [readable.typed] : []), ...readings] };
}

/** 更正为4分，理由：…, 不是一分是两分…: what is said before the points that count. */
const CHANGE_LED =
  /^\s*(?:[嗯呃额哦啊那，,\s]*不是(?:\d+|[零〇一二三四五六七八九十两]+)分半?[，,\s]*(?:而?是|应该是|应为|给)|(?:更正|订正|修改|调整|改)(?:一下)?(?:为|成|到)?[\s:：]*)(?=(?:\d+(?:\.\d+)?|[零〇一二三四五六七八九十两]+)\s*分)/u;

/** 会议少扣一分 */
const DEDUCTED = /[扣减]了?[\d一二两三四五六七八九][^扣减]{0,3}分[吧了]*$/u;

/** Points for the open row that are not sure. */
export function doubtOf({ row, rules }: OpenRow, text: string): Doubt | undefined {
  const word = plainAnswer(text);
  const reached = reachedOrNot({ row, rules }, word);
  if (reached) return reached;
  if (row.knockOut || !mayHoldPoints(text)) return undefined;
  if (namesRows(text)) return undefined;
  // 前十条满 后面都扣1: said of many rows, not of this one.
  if (/满.*[扣减]|[扣减].*满|^[前后](?:面|\d|[一二三四五六七八九十两])/u.test(word))
    return { sentence: phrases.partUnread(row.id), readings: [] };
  const line = readScoreLine(rules, `${row.id} ${bareFigure(word)}`);
  const changed = text.replace(CHANGE_LED, "");
  const change = changed === text ? undefined : doubtAs(row, word, readScoreLine(rules, `${row.id} ${changed}`));
  if (change) return change;
  const own = BEGINS_WITH_POINTS.test(bareFigure(word)) ? doubtAs(row, word, line) : undefined;
  if (own) return own;
  const deducted = DEDUCTED.test(word) ? reasonFirst(word, row.maxPoints) : undefined;
  if (deducted) {
    const reading = `${row.id} ${deducted.points} ${deducted.reason}`;
    if (readScoreLine(rules, reading).kind === "points")
      return { sentence: phrases.maybePoints(row.id, word, [reading]), readings: [reading] };
  }
  const { points: said, reason } = REASON_FIRST.exec(word)?.groups ?? {};
  const points = said === undefined ? undefined : readPoints(said, row.maxPoints);
  if (
    points !== undefined &&
    reason !== undefined &&
    readScoreLine(rules, `${row.id} ${points} ${reason}`).kind === "points"
  )
    return { sentence: phrases.maybeReason(row.id, points, reason), readings: [`${row.id} ${points} ${reason}`] };
  const asked = { key: row.id, label: row.id, kind: "points", required: true } as const;
  const parsed = parsePoints({ ...asked, max: row.maxPoints, step: rules.step }, text);
  if (parsed.ok) return undefined;
  // 四六那个两分: the points of another row.
  const isOfOther = rowsSaid(rules, text).some((id) => id !== row.id);
  const values = (isOfOther ? [] : (parsed.readings ?? [])).flatMap(
    (reading) => readPoints(reading, row.maxPoints) ?? [],
  );
  const readings = values
    .filter((value) => rules.unfit?.(row.id, value) === undefined)
    .map((value) => `${row.id} ${value}`);
  return { sentence: phrases.maybePoints(row.id, word, readings), readings };
}

/** 信用四分满意度五分: what it would be by the wording of the rows. */
export function doubtOfNamed(rules: ScoreRules, text: string): Doubt | undefined {
  const typed = namedRows(rules, plainAnswer(text))?.join("；");
  if (typed === undefined) return doubtOfItem(rules, plainAnswer(text));
  // Points that the row cannot have are not offered.
  const line = readScoreLine(rules, typed);
  if (line.kind === "retry") return { sentence: line.sentence, readings: line.readable ? [line.readable.typed] : [] };
  return { sentence: phrases.namedRows(plainAnswer(text), typed), readings: [typed] };
}

/** 联席会议那条再扣零点五分 */
const NAMED_ITEM =
  /^(?:[嗯呃额哦啊那，,\s]|那个|对了|还有)*(?<word>\p{Script=Han}{2,10}?)[这那][条个项].*(?:分|[扣减加])/u;

/** The one row that its words name: the form to write it in. */
function doubtOfItem({ sections }: ScoreRules, said: string): Doubt | undefined {
  const { word } = NAMED_ITEM.exec(said)?.groups ?? {};
  if (word === undefined || namesRows(said)) return undefined;
  const [row, other] = sections.flatMap(({ rows }) => rows).filter(({ wording }) => wording?.includes(word));
  return row && !other && !row.knocksOut
    ? { sentence: phrases.rowRunTogether(said, row.id, row.maxPoints), readings: [] }
    : undefined;
}

const AS_LAST = new RegExp(`^(?:这[条个项]|也|都|还是|还|就)*(?:${SAME})[吧了的。]*$`, "u");

/** 同上, for the open row: as the row that was given last. Undefined for other words. */
export function doubtOfSame({ row, rules }: OpenRow, last: Score | undefined, text: string): Doubt | undefined {
  const said = plainAnswer(text);
  if (last?.state !== "given" || row.knockOut || !AS_LAST.test(said)) return undefined;
  const points = last.hundredths / HUNDREDTHS;
  if (rules.unfit?.(row.id, points) !== undefined) return undefined;
  const reading = `${row.id} ${points}`;
  return { sentence: phrases.sameAsLast(said, reading), readings: [reading] };
}

const ASKS =
  /[\s,，]*(?:呢|是?(?:怎么|如何)(?:评|打|看|给|算)分?的?|(?:是|评|看|指|讲|说)的?(?:是)?什么|什么意思|标准(?:是什么)?|内容(?:是什么)?)(?:的|呢|啊|呀)*[?？。]*$/u;
const ITEM = /^第(\d{1,2}|[一二三四五六七八九十]{1,3})[项条个题]$/u;

/** The row that is asked about: 3-5呢, 1-3怎么评, 第三项是什么. */
export function askedRow(rules: ScoreRules, text: string): string | undefined {
  const word = plainAnswer(text);
  const named = word.replace(ASKS, "").trim();
  if (named === word || named === "") return undefined;
  const item = ITEM.exec(named)?.[1];
  if (item !== undefined) return rules.items?.[(readWhole(item) ?? 0) - 1];
  const line = readScoreLine(rules, named);
  return line.kind === "row" ? line.row : undefined;
}

/** What is said to talk while a row is asked for: nothing was recorded. Undefined for other words. */
export function besidePoints(row: Criterion, text: string): string | undefined {
  const talk = talkIn(text);
  return talk === undefined ? undefined : phrases.talk(text.trim(), row, talk);
}
