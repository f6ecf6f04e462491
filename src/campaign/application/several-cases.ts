import { type Action, textView, type View } from "../../platform/chat/view.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/** A part of a message that speaks of one case, without its name. */
export interface OfCase {
  name: string;
  rest: string;
}

const BEFORE = /[\s,，;；。、:：（(「“和与及]/u;
const AFTER = /^(?:$|[\s,，、;；:：」”和与及]|的|\d|第|其|[一二三四五六七八九十]|[不符待尚全都均])/u;
const ABOUT = "关于";
const JOINED = /^\s*[、,，和与及]\s*$/u;
const EDGES = /^[\s,，;；。、:：」”的]+|[\s,，;；。、「“]+$/gu;

/**
 * The parts of a message that names several cases, in their order: each behind its name, or a column of a table each.
 * Empty where it is of one case only. @param own the case that what stands before the first name is said of
 */
export function severalCases(text: string, names: readonly string[], own?: string): readonly OfCase[] {
  const parts = saidOfCases(text, names, own);
  return parts.length > 1 ? parts : [];
}

/** The same, also where one is named alone: it may be another than the one that is open. */
export function saidOfCases(text: string, names: readonly string[], own?: string): readonly OfCase[] {
  const parts = columnsOf(text, names) ?? headedParts(text, names, own) ?? partsOf(text, names, own);
  return [...Map.groupBy(parts, ({ name }) => name)].map(([name, of]) => ({
    name,
    rest: of.map(({ rest }) => rest).join("\n"),
  }));
}

const OPENING = /^\s*(?:[【《「“[（(]\s*|(?:转发|附件?)\s*[:：]?\s*|关于\s*|[一二三四五六七八九十\d]{1,2}[、.．]\s*)*/u;
const IN_BRACKETS = /^\s*[】》」”\])）]\s*[:：]?/u;
/** …补充材料, …的情况说明： and nothing else on the line */
const TITLE =
  /^(?:的|补充|更新|更正|申报|相关|有关|小区|项目|情况|材料|资料|信息|数据|内容|说明|如下|事宜|[\s:：，,】》」”\])）])*$/u;

/**
 * 【锦江名都】…, 关于锦江名都, 转发：锦江名都补充材料 above lines: each line is of the case that heads it. Undefined where no
 * line is such a heading of another case.
 */
function headedParts(text: string, names: readonly string[], own = ""): readonly OfCase[] | undefined {
  const longest = names.filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
  const parts: { name: string; lines: string[] }[] = [{ name: own, lines: [] }];
  for (const line of text.split("\n")) {
    const opening = OPENING.exec(line)?.[0] ?? "";
    const said = line.slice(opening.length);
    const name = longest.find((one) => said.startsWith(one));
    const rest = name === undefined ? "" : said.slice(name.length);
    const bracket = /[【《「“[（(]/u.test(opening) ? (IN_BRACKETS.exec(rest)?.[0] ?? "") : "";
    const isHeading = name !== undefined && (bracket !== "" || (opening.trim() !== "" && TITLE.test(rest)));
    if (isHeading) parts.push({ name, lines: bracket === "" ? [] : [rest.slice(bracket.length)] });
    else parts.at(-1)?.lines.push(line);
  }
  if (!parts.some(({ name }, at) => at > 0 && name !== own)) return undefined;
  const said = parts.map(({ name, lines }) => ({ name, rest: lines.join("\n").replaceAll(EDGES, "") }));
  return said.filter(({ rest }) => rest !== "");
}

function partsOf(text: string, names: readonly string[], own: string | undefined): readonly OfCase[] {
  const longest = names.filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
  const marks: { name: string; from: number; to: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && !BEFORE.test(text[at - 1] ?? "") && !text.slice(0, at).endsWith(ABOUT)) continue;
    const name = longest.find((one) => text.startsWith(one, at) && AFTER.test(text.slice(at + one.length)));
    if (name === undefined) continue;
    marks.push({ name, from: at, to: at + name.length });
    at += name.length - 1;
  }
  const head = own === undefined ? "" : text.slice(0, marks[0]?.from ?? text.length);
  const all = [
    ...(own === undefined ? [] : [{ name: own, rest: head }]),
    ...marks.map(({ name, to }, at) => ({ name, rest: text.slice(to, marks[at + 1]?.from ?? text.length) })),
  ];
  const bare = all.map(({ name, rest }) => ({ name, rest: rest.replaceAll(EDGES, "") }));
  // 甲、乙 其余均符合: what follows is said of both.
  const shared = bare.map(({ name, rest }, at) => {
    const isJoined = at >= bare.length - marks.length && JOINED.test(all[at]?.rest ?? "");
    return { name, rest: isJoined ? (bare.slice(at + 1).find((one) => one.rest !== "")?.rest ?? "") : rest };
  });
  return shared.filter(({ rest }) => rest !== "");
}

/** 编号　甲　乙 above rows: what is said of each stands in its column. */
function columnsOf(text: string, names: readonly string[]): readonly OfCase[] | undefined {
  const rows = text.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
  const at = rows.findIndex((cells) => cells.filter((cell) => names.includes(cell)).length > 1);
  const head = rows[at];
  if (!head) return undefined;
  const below = rows.slice(at + 1).filter((cells) => cells.length > 1);
  return head.flatMap((name, column) => {
    if (!names.includes(name)) return [];
    const cells = below.filter((row) => (row[column] ?? "") !== "").map((row) => `${row[0] ?? ""}\t${row[column]}`);
    return cells.length === 0 ? [] : [{ name, rest: cells.join("\n") }];
  });
}

/** Nothing is recorded: each part is offered as it can be sent. The labels are no commands, which could be typed. */
export function severalCasesView(parts: readonly OfCase[], typedOf: (part: OfCase) => string): View {
  const sentence = phrases.severalCases(parts.map(({ name }) => name));
  const actions = parts.map((part): Action => {
    const label = phrases.ofCase(part.name);
    return { id: "", label, look: "default", typed: typedOf(part) };
  });
  return textView(phrases.severalCasesTitle(), sentence, { tone: "near", actions });
}
