import { visibleText } from "../../shared/visible-text.ts";
import { withoutSenders } from "./beside-form.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";
import { withoutGestures } from "./said-around.ts";
import { allBut } from "./score-all-but.ts";
import { byColumns, joinedCells } from "./score-columns.ts";
import { dottedRows } from "./score-dotted.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { CIRCLED_WITHIN, unsigned } from "./score-line-signs.ts";
import { withoutLists } from "./score-lists.ts";
import { rowsAlone, withRanges } from "./score-ranges.ts";
import { withoutRowWords } from "./score-row-words.ts";
import { type BesideScores, rowIdOf, type ScoreRules } from "./score-rules.ts";
import { asSpoken, partValues, sectionNamed, sharedItems } from "./score-spoken.ts";
import { asRows, isWithin, rowIn, type ScoreProblem, tableReader, twoNumbers } from "./score-table.ts";
import { withoutBeside, withoutMailFoot } from "./score-totals.ts";
import { COUNTS, GIVES, inSignsOfUse, NUMBER, SAID_POINTS } from "./score-words.ts";
import { withoutFillers } from "./spoken.ts";
import { turned } from "./turned-table.ts";

export interface WrittenScores {
  text: string;
  problems: readonly ScoreProblem[];
  beside: readonly BesideScores[];
}

const VALUE = "(?:[-+]?\\d|[零〇一二三四五六七八九十两]+(?:分|$|[\\s,，。;；])|满分|[扣减])";
const GIVEN = `\\s*${GIVES}\\s*`;
/** 一杠二, 一之二 */
const SPOKEN = new RegExp(`第?(${NUMBER})\\s*(?:横?杠|之)\\s*第?(${NUMBER})(?!\\s*(?:横?杠|之))`, "gu");
/** 第一部分第二项, 第一项第二条 */
const NESTED = new RegExp(
  `(?:第(?=${NUMBER}项)|第?(?=${NUMBER}(?:部分|大项|节)))(${NUMBER})(?:部分|大项|节|项)的?(?:第|(?<=分))(${NUMBER})[项条个小]+`,
  "gu",
);
/** 2.1 6分 on a line of its own, 2.2党员占比7人里4个，给3分 */
const DOTTED_HEAD = new RegExp(
  `^\\s*(${NUMBER})[.．](${NUMBER})(?=[\\s:：]+(?:\\d+(?:\\.\\d+)?|满)(?:分|\\s*$|\\s+\\p{Script=Han})|(?:\\s+|(?!${COUNTS}|[万千百亿吨毫]|公[里斤顷尺]|平[方米]))\\p{Script=Han}{2}.*[给打得评]${SAID_POINTS}[。\\s]*$)`,
  "u",
);
/** 一点二改成三分: without a verb it is a number of points. */
const DOTTED = new RegExp(
  `(?<![\\d.])(${NUMBER})[点.．](${NUMBER})(?=\\s*(?:不对|改|打|给|得|评|由(?=\\d)|从(?=\\d)|调整?[为到成至]))`,
  "gu",
);
const ITEM_HEAD = `第(?:${NUMBER})[项条个题](?=[:：,，]?${GIVEN}${VALUE})`;
/** 第一项四分, also behind the points or the reason of another: what is behind it, up to the next, is its own. */
const ITEM = new RegExp(
  `第(${NUMBER})[项条个题](?=[:：,，]?${GIVEN}${VALUE})([:：,，]?\\s*(?:(?!${ITEM_HEAD})[^\\s,，、;；。])*)`,
  "gu",
);
/** A row with its points straight behind a word: a row of its own, no reason. */
const JOINED = new RegExp(
  `(?<=\\p{Script=Han})(?<![和及与到至])(?=(\\d{1,2})-(\\d{1,2})(?![\\d年月－-])[\\s:：]*${GIVEN}(?:\\d+(?:\\.\\d+)?\\s*(?:[分个]|$|[\\s,，。;；])|[零〇一二三四五六七八九十两]+\\s*(?:[分个]|$|(?=[，,。；;\\s]|\\d{1,2}-))|满分|[扣减](?:去|掉|了)?(?:\\d(?:\\.\\d)?|[一二两三四五])分|\\s\\d{1,2}(?=\\p{Script=Han}{2})(?!${COUNTS})))`,
  "gu",
);
/** …有枯死的3-7再加一条…, …3-7理由是…: a row with its reason straight behind a word. */
const JOINED_REASON =
  /(?<=\p{Script=Han})(?<![和及与到至见同按照据把将号楼幢栋层座室段第])(?=(\d{1,2})-(\d{1,2})\s*(?:的?(?:理由|原因)|[再还也补加添]{0,2}(?:充|写|上)?一[下个句条点]|是(?![一二三四五六七八九十零两]+分|满|不适用|[\p{Script=Han}]{0,4}同上)\p{Script=Han}{3}))/gu;
/** 3-1（4分）：4分 */
const FULL = new RegExp(
  `(${NUMBER})\\s*[-－‐‑‒–—―−]\\s*(${NUMBER})\\s*[（(](?:满分)?(\\d+(?:\\.\\d+)?)分?[)）](?=[\\s:：,，]*${VALUE})`,
  "gu",
);
const HEADED = new RegExp(
  `^(?:第?(${NUMBER})(?:部分|大项|节)?[、.．:：\\s]+)?(?![零〇一二三四五六七八九十两]+分)(\\p{Script=Han}{2,20}?)(?:[（(]\\d+分?[)）])?[:：\\s]+(?=[\\d零〇一二三四五六七八九十两满通否])`,
  "u",
);

/** 2-1 6/6 */
const OF_MOST = new RegExp(
  `(?<=^\\s*|[\\s;；,，])(${NUMBER})\\s*[-－‐‑‒–—―−]\\s*(${NUMBER})[\\s:：]+([\\d０-９.]+)\\s*[/／]\\s*([\\d０-９.]+)分?(?=$|[\\s,，;；。])`,
  "gu",
);
/** 3-4理由删掉，3-5的理由也删掉 */
const NEXT_OF_REASONS = /(?<=理由.*|原因.*)[，,、\s]+(?=\d{1,2}-\d{1,2}\s*的?(?:理由|原因))/gu;
/** 把3-4的理由去掉 */
const AWAY_LED = /^\s*(?:请?把|将)\s*(?=\d{1,2}-\d{1,2}\s*的?(?:理由|原因))/u;
/** 删除 3-4 理由 */
const AWAY_FIRST = /^\s*(?:请?把|将)?\s*(?:删除|删掉|清空|去掉|取消|不要)\s*(\d{1,2}-\d{1,2})\s*的?(?:理由|原因)\s*$/u;
/** 1-2：会议少，1-3：记录不全 */
const NEXT_REASON = /(?<=^\s*\d{1,2}-\d{1,2}\s*[:：].*)[，,、\s]+(?=\d{1,2}-\d{1,2}\s*[:：]\s*\p{Script=Han})/gu;

/** 「3-6 4 部分黄土裸露」␤改为5分 */
const QUOTED = /^\s*[「“"](\d{1,2}-\d{1,2})[^「」“”"\n]*[」”"]\s*\n?(?=\S)/u;
/** 4分→5分, 4分 改 3分, 由4分改为3分 */
const CHANGED =
  /(?<=\d[-.]\d{1,2}[\s:：]*)(?:(?:由|从|原来?(?:是|为)?)\s*)?\d+(?:\.\d+)?\s*分?[，,\s]*(?:→|⇒|-+>|=>|改[为成到]?|调整?[为成到至]|提高?[到至为]|降[到至为低]{1,2}|应[为该]是?)\s*(?=\d)/gu;

/** 改4-4 2, 把4-4改成2 */
const CHANGE_LED =
  /^\s*(?:请?(?:把|将)|请?(?:修改|更正|订正|改))[\s:：]*(?=\d{1,2}\s*[-－]\s*\d{1,2}(?!\s*的?(?:理由|原因)))/gmu;
/** 更正：3-6的理由为… */
const REASON_CORRECTED = /^\s*(?:更正|订正)\s*[:：]\s*(?=\d{1,2}\s*[-－]\s*\d{1,2}\s*的?(?:理由|原因))/gmu;
/** 一 4 3 4 5 3 二 6 3 4 5: several parts in one line. */
const PART_LED = /^\s*第?[一二三四五六七八九十](?:部分)?[\s:：、]+\d/u;
const NEXT_PART = /(?<=[\d分])[\s,，、；;。]+(?=第?[一二三四五六七八九十](?:部分)?[\s:：、]+\d)/gu;

/** 2-4满 三 4 5 3 4 4 5 5 3 5, 1-1理由联动少 二 5 4 3公示栏旧: the points of a part behind a row are no reason of it. */
const PART_BEHIND_ROW =
  /(?<=^\s*\d{1,2}\s*[-－]\s*\d{1,2}(?!\d).*?)[\s,，、；;。]+(?=第?[一二三四五六七八九十](?:部分[\s:：、]*|[\s:：、]+)(?:\d{1,2}(?:\.\d)?分?(?:[\s,，、]+\d{1,2}(?:\.\d)?分?){2,}|\d{3,9}(?=$|[\s,，、；;。])))/gu;
/** 3部分全满 */
const DIGIT_PART = /(?<![\d.\-－])([1-9])(?=部分(?:都|全部?|均)*满)/gu;
const NUMERALS = "一二三四五六七八九";
/** 三6 3 保洁差: the numeral of the part straight before the row, with words behind the points. */
const PART_AND_ROW =
  /(?<=^|[\s,，;；])([一二三四五六七八九])(\d{1,2})(?=[\s:：]+\d{1,2}分?[\s,，]*\p{Script=Han}{2})/gmu;

/** 一二满 三 4 5 3 四 3 3: parts that are full, before parts with their points. */
const FULL_PARTS =
  /^\s*([一二三四五六七八九十](?:[、,，和]?[一二三四五六七八九十])*)(?:部分)?(?:都|全|均)*满分?[\s,，；;]+(?=第?[一二三四五六七八九十](?:部分)?[\s:：、]+\d)/u;

/** 记为「3-9 4」, as a button has it. */
const OFFERED = /^\s*记为[「“]([^「」“”]+)[」”]\s*$/u;
/** Without senders of a forwarded message, and what is quoted or replaced. */
const plainLines = (typed: string): string =>
  withoutRowWords(inSignsOfUse(withoutGestures(withoutSenders(visibleText(typed)))))
    .replace(OFFERED, "$1")
    .replaceAll(/[０-９]|(?<=[０-９\d])．(?=[０-９\d])|(?<=^\s*[０-９\d]{1,2})．/gmu, (sign) => sign.normalize("NFKC"))
    .replaceAll(CHANGE_LED, "")
    .replaceAll(REASON_CORRECTED, "")
    .split("\n")
    .map((line) => line.replace(FULL_PARTS, "第$1部分满分\n"))
    .flatMap((line) =>
      line
        .replaceAll(DIGIT_PART, (digit) => NUMERALS[Number(digit) - 1] ?? digit)
        .replaceAll(PART_BEHIND_ROW, "\n")
        .split("\n"),
    )
    .map((line) => (PART_LED.test(line) ? line.replaceAll(NEXT_PART, "\n") : line))
    .join("\n")
    .replaceAll(PART_AND_ROW, (_, part: string, row: string) => `${NUMERALS.indexOf(part) + 1}-${row}`)
    .replaceAll(CIRCLED_WITHIN, "\n")
    .replace(QUOTED, "$1 ")
    .replaceAll(CHANGED, " ");

/** Writes points as the sheet has them, however they are spoken or pasted: 一杠二打三分 as 1-2打三分, rows of a table as lines. */
export function writtenScores(rules: ScoreRules, typed: string): WrittenScores {
  const problems: ScoreProblem[] = [];
  const { text, foot } = withoutMailFoot(typed);
  const { kept: all, beside } = withoutBeside(unsigned(withoutLists(rules, plainLines(joinedCells(text)))));
  const { lines: kept, problems: asked } = byColumns(rules, all);
  problems.push(...asked);
  const rowOf = tableReader(rules);
  const cells = {
    isId: (cell: string) => rowIn(rules, rowIdOf(cell)) !== undefined,
    isValue: (cell: string) => /^(?:\d+(?:\.\d+)?分?|满分|通过|否决|不适用)$/u.test(cell),
  };
  const lines = asRows(rules, turned([...kept], cells)).flatMap((line): string[] => {
    const row = rowOf(line);
    if (row === "heading") return [];
    if (row && "sentence" in row) problems.push(row);
    if (row) return "text" in row ? [row.text] : [];
    const read = lineAsWritten(rules, withoutFillers(line));
    problems.push(...read.problems);
    return [read.text];
  });
  return { text: lines.join("\n"), problems, beside: [...beside, ...foot.map((line) => ({ text: line }))] };
}

/** 第二块六三六五, 第二板块第一项 */
const BLOCK = new RegExp(`第(${NUMBER})个?(?:大块|板块|块)(?!钱|地)`, "gu");

/** 4-4、4-5不适用 */
const SEVERAL_NONE = /\d{1,2}-\d{1,2}(?:\s*[、,，和及]\s*\d{1,2}-\d{1,2})+\s*(?=不适用|不涉及)/gu;

function lineAsWritten(rules: ScoreRules, typed: string): Omit<WrittenScores, "beside"> {
  const line = withRanges(rules, typed.replaceAll(BLOCK, "第$1部分").replaceAll(SEVERAL_NONE, "$&各"));
  const reasons = reasonOfItems(rules, line);
  if (reasons !== undefined) return { text: reasons, problems: [] };
  const alone = rowsAlone(rules, line);
  if (alone) {
    const { head, given, rows } = alone;
    const reading = `${head}都${given}`;
    return { text: "", problems: [{ sentence: doubtPhrases.sameForEach(head, given), rows, reading }] };
  }
  const two = twoNumbers(rules, line);
  if (two) return { text: "", problems: [two] };
  const problems: ScoreProblem[] = [];
  const again = itemAgain(rules, line);
  if (again) return { text: "", problems: [again] };
  const known = (whole: string, section: string, row: string): string => {
    // 一杠三四分 is 1-3 with 4: as much of the number as makes a row.
    const lengths = Array.from(row, (_, at) => row.length - at);
    for (const length of /^\d/.test(row) ? [row.length] : lengths) {
      const id = `${readWhole(section)}-${readWhole(row.slice(0, length))}`;
      if (rowIn(rules, id)) return `${id} ${row.slice(length)}`;
    }
    // At the head it is a row that there is not: 三杠十四分.
    const isPoints = row.length > 1 && !/^\d/.test(row) && line.startsWith(`${whole}分`);
    const length = isPoints ? row.length - 1 : row.length;
    return line.startsWith(whole) && /[杠]/u.test(whole)
      ? `${readWhole(section)}-${readWhole(row.slice(0, length))} ${row.slice(length)}`
      : whole;
  };
  const but = allBut(line);
  if (but?.isAll) {
    const reading = `${but.rows}；${scorePhrases.rest()}`;
    return { text: "", problems: [{ sentence: doubtPhrases.allBut(line.trim()), rows: [], reading }] };
  }
  const spoken = asSpoken(rules, but ? `${but.rows}，${scorePhrases.rest()}` : dottedRows(rules, line));
  const shared = sharedItems(rules, spoken);
  if (shared === undefined)
    return { text: "", problems: [{ sentence: scorePhrases.whichItem(line.trim(), rules.items), rows: [] }] };
  const text = shared
    .replaceAll(NEXT_REASON, "；")
    .replace(AWAY_LED, "")
    .replace(AWAY_FIRST, `$1 ${scorePhrases.reasonGone()}`)
    .replaceAll(NEXT_OF_REASONS, "；")
    .replaceAll(OF_MOST, (whole, section: string, row: string, points: string, most: string) => {
      const id = `${readWhole(section)}-${readWhole(row)}`;
      return rowIn(rules, id)?.maxPoints === Number(most.normalize("NFKC"))
        ? `${id} ${points.normalize("NFKC")}`
        : whole;
    })
    .replaceAll(FULL_SAID, (whole, id: string, points: string) =>
      rowIn(rules, id)?.maxPoints === Number(points) ? `${id} ${points}` : whole,
    )
    .replaceAll(NESTED, known)
    .replaceAll(SPOKEN, known)
    .replace(DOTTED_HEAD, known)
    .replaceAll(DOTTED, known)
    .replaceAll(FULL, (whole, section: string, row: string, most: string) => {
      const id = `${readWhole(section)}-${readWhole(row)}`;
      return rowIn(rules, id)?.maxPoints === Number(most) ? `${id} ` : whole;
    })
    .replaceAll(ITEM, (whole, number: string, tail: string, at: number) => {
      const id = rules.items?.[(readWhole(number) ?? 0) - 1];
      if (id !== undefined) return `${at === 0 ? "" : "；"}${id} ${tail}`;
      const item = whole.slice(0, whole.length - tail.length);
      problems.push({ sentence: scorePhrases.whichItem(item, rules.items), rows: [] });
      return "";
    })
    .replaceAll(JOINED, (_, section: string, row: string) => (rowIn(rules, `${section}-${row}`) ? "；" : ""))
    .replaceAll(JOINED_REASON, (_, section: string, row: string) => (rowIn(rules, `${section}-${row}`) ? "；" : ""));
  const parts = text.split("；").map((part) => partValues(rules, part) ?? withoutHeading(rules, part));
  problems.push(...parts.filter((part) => typeof part !== "string"));
  return { text: parts.filter((part) => typeof part === "string").join("；"), problems };
}

const ITEM_AGAIN = new RegExp(
  `^(?:[嗯呃额哦啊哎那，,\\s]|不对|错了|不是)*(?:把)?第(?<item>${NUMBER})[项条个题](?:的?分数?)?(?<given>(?:不对|错了|应该|改)\\S.*)$`,
  "su",
);
const TAKES_BACK = /不对|错了|改[成为到]/u;

/** 第一条改成三分, just after a row of the part before: of which part it is said is asked. */
function itemAgain(rules: ScoreRules, line: string): ScoreProblem | undefined {
  const { item = "", given = "" } = ITEM_AGAIN.exec(line.trim())?.groups ?? {};
  const at = (readWhole(item) ?? 0) - 1;
  const part = rules.sections.find(({ rows }) => rows.some(({ id }) => id === rules.last));
  const [open, earlier] = [rules.items?.[at], part?.rows[at]?.id];
  if (!TAKES_BACK.test(line) || open === undefined || earlier === undefined || open === earlier) return undefined;
  const choices = [earlier, open].map((id) => ({ label: "", typed: `${id} ${given}` }));
  return { sentence: doubtPhrases.whichPart(`第${item}条`, [earlier, open]), rows: [earlier, open], choices };
}

/** 2-3 6满, where 6 is all there is. */
const FULL_SAID = /(?<=^|[\s,，、;；。])(\d{1,2}-\d{1,2})[\s:：]+(\d{1,2})满分?(?=$|[\s,，、;；。])/gu;

const ITEMS_WITH_REASON = new RegExp(
  `^第?(?<part>${NUMBER})(?:部分|大项|节)的?(?<list>第${NUMBER}[项条个题](?:[、,，和与及跟]?第?${NUMBER}[项条个题])+)的?(?:理由|原因)(?:都|均)?(?:就?是|为|[:：])\\s*(?<why>\\S.*)$`,
  "su",
);

/** 第三块的第六条第七条理由是…: the reason of each; undefined where the rows are not all there. */
function reasonOfItems({ sections }: ScoreRules, line: string): string | undefined {
  const { part = "", list = "", why = "" } = ITEMS_WITH_REASON.exec(line.trim())?.groups ?? {};
  const rows = sections.find(({ id }) => id === String(readWhole(part)))?.rows ?? [];
  const named = [...list.matchAll(new RegExp(`第?(${NUMBER})[项条个题]`, "gu"))].map(([, number = ""]) =>
    readWhole(number),
  );
  const ids = named.map((number) => rows[(number ?? 0) - 1]?.id);
  return why === "" || ids.some((id) => id === undefined)
    ? undefined
    : ids.map((id) => `${id} 理由：${why}`).join("；");
}

/** 一、党建引领机制完善：4 4 4 5 3 as 一 4 4 4 5 3, where the name is the section's. */
function withoutHeading(rules: ScoreRules, line: string): string | ScoreProblem {
  const [whole, number, name = ""] = HEADED.exec(line.trim()) ?? [];
  if (whole === undefined) return line;
  const rest = line.trim().slice(whole.length);
  if (number === undefined) {
    const named = sectionNamed(rules, name);
    return named ? `${named.numeral} ${rest}` : line;
  }
  const section = rules.sections.find(({ id }) => id === String(readWhole(number)));
  if (!section?.name) return line;
  if (isWithin(name, section.name)) return `${section.numeral} ${rest}`;
  return { sentence: scorePhrases.otherName(name, section.numeral, section.name), rows: [] };
}
