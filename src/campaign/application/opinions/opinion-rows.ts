import { beginsAsName } from "../../../platform/conversation/answers/surnames.ts";
import { isCourtesy, isOfForward, isSignature, withoutSenders } from "../../../platform/conversation/beside-form.ts";
import { isBlankBox } from "../../../platform/conversation/boxes.ts";
import { isWithin, standsAt } from "./offices.ts";

/** A row of opinions as it stands on paper: its offices, and what they write. */
export interface OpinionRow {
  offices: readonly string[];
  content: string;
  /** All of it in one line without cells: more offices may stand in it. */
  line?: string;
}

export interface OpinionRows {
  /** Lines before the first row. */
  head: string;
  rows: readonly OpinionRow[];
  /** Offices whose rows are empty. */
  empty: readonly string[];
  /** Lines below that are of no opinion. */
  foot: readonly string[];
}

const NUMBERING =
  /^[\s|·•*]*(?:[（(]?\d{1,2}[)）.、．](?!\d)\s*|[一二三四五六七八九十]{1,2}、\s*|[-–—]\s*|\d{1,2}\s*(?=\p{Script=Han}))?/u;
/** 柯桥街道意见: what the office is called in full stands before the word for it. */
const IN_FULL = /^(?:[\s:：\t]|$)/u;
const BEFORE = /^(?!.*(?:[同随听按据依经]|征求|尊重|支持|反对|采纳))\p{Script=Han}+$/u;
/** ①业委会 同意 8月20日②社区 同意 8月21日: each number begins a row. */
export const onOwnLines = (text: string): string =>
  text.replaceAll(/(?<!(?:更正|附|注)[:：])[ \u3000；;，,]*[①-⑳][ \u3000]*/gu, "\n").trim();
/** 各单位意见如下： */
export const isLead = (line: string): boolean =>
  /^\s*(?:附件\d?|[（(]?[一二三四五六七八九十]{1,2}[)）、])?\s*(?:各(?:有关|级)?单位|有关单位|各级|各栏|五级)?(?:签署)?意见(?:汇总|情况|栏)?(?:如下)?\s*[:：]?\s*$/u.test(
    line,
  );
const COLUMN =
  /^(?:序号|编号|(?:各|有关|意见)?(?:单位|部门)(?:名称|意见)?|(?:办理|签署|审核)?意见(?:内容|栏)?|同意与否|是否同意|(?:签[署字名章]|盖章|经办|负责)(?:人|单位)?(?:姓名|签字)?|姓名|职务|(?:签[署字]|盖章|填写)?(?:日期|时间)|联系电话|电话|备注|公章)$/u;
/** 单位⇥意见⇥签署人⇥日期: the names of columns, above the rows. */
export function isHeader(line: string): boolean {
  const cells = line
    .split(/[\t|]+|[ \u3000]{1,}/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  return cells.length >= 2 && cells.every((cell) => COLUMN.test(cell));
}
const JOINT = /^[ \u3000]*[、,，和及与][ \u3000]*/u;
const OPINION = /^(?:的)?意见(?:栏)?(?:[（(][^（()）]{0,8}[)）])?/u;
const SEALS = /[（(]\s*(?:盖章|公章|签章|签字|签名|加盖公章)\s*[)）]/gu;
const MOST_BEFORE = 10;
/** Of a cell beside the opinion. */
const NAME_CELL = /^\p{Script=Han}{2,4}$/u;
const SAYS = /同意|支持|属实|推荐|申报|异议|意见|无$|空$/u;
const UNIT_CELL =
  /^\p{Script=Han}{2,20}(?:居委会|村委会|社区|街道|办事处|镇|乡|委员会|业委会|物管会|自管组织|分局|局|公司)$/u;

/** 同意⇥朱国梁⇥2023/8/24, 同意⇥滨江社区（盖章）: who signed and who sealed stand in cells of their own. */
const labelledCells = (row: string): string =>
  row
    .split("\t")
    .map((cell, at) => {
      const own = cell.replaceAll(SEALS, "").trim();
      if (at === 0 || SAYS.test(own)) return cell;
      if (UNIT_CELL.test(own)) return `盖章单位：${own}`;
      return NAME_CELL.test(own) && beginsAsName(own) ? `签署人：${own}` : cell;
    })
    .join(" ");

type Called = ReadonlyMap<string, readonly string[]>;

/** Whether a text begins with an office: 社区 同意, 柯桥街道意见：…. */
export const beginsWithOffice = (text: string, called: Called): boolean =>
  officesAt(text.split("\n")[0] ?? "", called) !== undefined;

/** The offices that begin a line, and the rest of it; undefined where none does. */
function officesAt(line: string, called: Called): { offices: string[]; rest: string } | undefined {
  let rest = line.replace(NUMBERING, "");
  const offices: string[] = [];
  for (;;) {
    const found = officeAt(rest, called, offices.length === 0);
    if (!found) break;
    offices.push(found.office);
    rest = found.rest;
    const joint = JOINT.exec(rest)?.[0] ?? "";
    if (joint === "" || !officeAt(rest.slice(joint.length), called, false)) break;
    rest = rest.slice(joint.length);
  }
  return offices.length === 0 ? undefined : { offices, rest: rest.replace(/^[ \u3000]*[:：\t]?[ \u3000]*/u, "") };
}

function officeAt(line: string, called: Called, mayBeFull: boolean): { office: string; rest: string } | undefined {
  const words = [...called].flatMap(([office, names]) => names.map((word) => ({ office, word })));
  const longest = words.toSorted((a, b) => b.word.length - a.word.length);
  const own = longest.find(({ word }) => standsAt(line, word, 0));
  if (own) return { office: own.office, rest: line.slice(own.word.length).replace(OPINION, "") };
  if (!mayBeFull) return undefined;
  for (const { office, word } of longest.filter(({ word }) => isWithin(word))) {
    const at = line.indexOf(word);
    const rest = line.slice(at + word.length);
    // 江东社区⇥同意推荐, 江东社区：同意推荐: the cell ends with the office.
    const label = OPINION.exec(rest)?.[0] ?? (/^[\t:：]/u.test(rest) ? "" : undefined);
    const isName = at > 0 && at <= MOST_BEFORE && BEFORE.test(line.slice(0, at));
    if (isName && label !== undefined && IN_FULL.test(rest.slice(label.length)))
      return { office, rest: rest.slice(label.length) };
  }
  return undefined;
}

/** 更正：…, 附：…: a line about the opinions, which is none of them. */
export const isNote = (line: string): boolean => /^\s*(?:附|注|备注|说明|更正|另|补充)\s*[:：]/u.test(line);

/** 社区 同意 8月25日；街道 同意 8月26日: an office behind ； begins a row as well. */
function apart(line: string, called: Called): string[] {
  const rows: string[] = [];
  for (const part of line.split(/[;；]/u)) {
    if (rows.length === 0 || officesAt(part, called)) rows.push(part);
    else rows.push(`${rows.pop()}；${part}`);
  }
  return officesAt(line, called) ? rows : [line];
}

/**
 * Opinions on several lines, each office's own from its line to the next office's: 业委会意见␤同意。␤（盖章）␤2023年9月2日.
 * Undefined for a text of one line, and where no line begins with an office.
 */
export function opinionRows(typed: string, called: Called): OpinionRows | undefined {
  const lines = withoutSenders(typed)
    .split("\n")
    .filter(
      (line) => line.trim() !== "" && !isOfForward(line) && !isCourtesy(line) && !isLead(line) && !isHeader(line),
    );
  const foot: string[] = [];
  while (lines.length > 0 && isSignature(lines.at(-1) ?? "")) foot.unshift(lines.pop()?.trim() ?? "");
  const notes = lines.filter((line) => isNote(line));
  foot.unshift(...notes.map((line) => line.trim()));
  const own = lines.filter((line) => !isNote(line));
  const isSeveral = own.length > 1 || foot.length > 0;
  lines.splice(0, lines.length, ...(isSeveral ? own.flatMap((line) => apart(line, called)) : own));
  if (lines.length < 2 && !typed.trim().includes("\t") && foot.length === 0) return undefined;
  const starts = lines.flatMap((line, at) => {
    const found = officesAt(line, called);
    return found ? [{ at, ...found }] : [];
  });
  const [first] = starts;
  if (!first) return undefined;
  const all = starts.map(({ at, offices, rest }, index): OpinionRow => {
    const below = lines.slice(at + 1, starts[index + 1]?.at);
    const content = [labelledCells(rest), ...below].join(" ").replaceAll("\t", " ").replaceAll(SEALS, " ").trim();
    const line = (lines[at] ?? "").replace(NUMBERING, "");
    // Called in full it is read as its own row: the name of the place is of no other office.
    const isWhole = below.length === 0 && !line.includes("\t") && officeAt(line, called, false) !== undefined;
    return { offices, content, ...(isWhole ? { line } : {}) };
  });
  return {
    head: lines.slice(0, first.at).join(" ").trim(),
    rows: all.filter(({ content }) => !isBlankBox(content)),
    empty: all.filter(({ content }) => isBlankBox(content)).flatMap(({ offices }) => offices),
    foot,
  };
}
