import { readWhole } from "../../platform/conversation/numerals.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import type { GivenScore } from "./score-sheet.ts";

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
/** 3-5, 三杠五, 第三部分第五项 */
const PLACE = new RegExp(
  `第?(${NUMBER})(?:\\s*(?:[-－‐‑‒–—―−]|横?杠|之)\\s*|\\s*(?:部分|大项|项|条)的?第)(${NUMBER})(?:项|条|款)?(?![\\d年月-])`,
  "gu",
);
/** Rows and clauses as the sheet writes them. */
const written = (text: string): string =>
  text.normalize("NFKC").replaceAll(PLACE, (whole, part: string, row: string) => {
    const [one, two] = [readWhole(part), readWhole(row)];
    return one === undefined || two === undefined ? whole : `${one}-${two}`;
  });

const STOP = "[\\s,，。;；:：]*";
/** 与初评一致, 同初评, 按初评打, 维持初评分数不变 */
const AS_DISTRICT = new RegExp(
  `^(?:(?:均|都|也)*(?:与|同|和|跟|按照?|照|维持|沿用|采用|以)(?:区级?|区里)?的?初评(?:的?分数?)?(?:一致|相同|一样|为准|不变|打分?|给分?|算|计)*|一致)[吧了]?(?=$|[\\s,，。;；:：])${STOP}(?<why>.*)$`,
  "su",
);
const UNMET = "(?:不符合|不符|不达标|未达标|未达到|不满足)";
const CLAUSE = "(?:附件[1一])?的?(?:要求|条款)?(?<clause>\\d{1,2}-\\d{1,2})";
/** 不符合 8-2 缴费率不足, 不符合附件1第8-2条; 8-2不符合，缴费率不足 */
const NOT_MET = new RegExp(`^${UNMET}\\s*(?:${CLAUSE})?${STOP}(?<why>.*)$`, "su");
const CLAUSE_FIRST = new RegExp(`^${CLAUSE}\\s*${UNMET}${STOP}(?<why>.*)$`, "su");

/** 与初评一致 or 不符合 with its clause and what was found, as said of a row in the city's ledger; undefined for other words. @param ids rows of the sheet, which the clause in front may be as well */
export function readFinding(said: string, ids: readonly string[] = []): Omit<GivenScore, "criterion"> | undefined {
  const text = written(said).trim();
  const same = AS_DISTRICT.exec(text);
  if (same) return { asDistrict: true, ...reasonIn(same.groups?.why) };
  const first = CLAUSE_FIRST.exec(text);
  // 3-6不符合 behind 3-5 may be a row, too.
  const isRow = ids.includes(first?.groups?.clause ?? "") && /^\d/u.test(text);
  const found = NOT_MET.exec(text) ?? (isRow ? null : first);
  return found ? { notMet: found.groups?.clause ?? "", ...reasonIn(found.groups?.why) } : undefined;
}

const reasonIn = (why = ""): { reason?: string } => {
  const reason = cleanLine(why);
  return reason === "" ? {} : { reason };
};

const ID = "\\d{1,2}-\\d{1,2}";
/** 3-5, 3-5、3-6, 3-5至3-9 and what is said of them. */
const ROWS = new RegExp(
  `^\\s*(?<rows>${ID}(?:\\s*(?:[、,，和与及/]|至|到|[~～])\\s*${ID})*)(?![\\d年月-])[\\s,，:：、.]*(?:均|都|各|全部)?(?<said>.+)$`,
  "su",
);
/** Where the finding of another row begins: 3-5同初评3-6同初评, 3-5一致，3-6一致. */
const NEXT = new RegExp(
  `(?<=初评(?:的?分数?)?(?:一致|相同|一样|为准|不变)?|一致)[,，、\\s]*(?=${ID}(?![\\d年月-]))`,
  "gu",
);
const OTHERS = /^\s*(?:其余|其他|其它|剩下|剩余)(?:的|各?[条项]目?)*(?:都|均|全部|全)?(?<said>.+)$/su;

/** What is said in the city's ledger besides points. */
export interface Findings {
  given: GivenScore[];
  /** 其余与初评一致: of every row that has no points yet. */
  others: boolean;
  /** The rest of the message, as it was said. */
  rest: string;
}

/** Of a message in the city's ledger the parts that are such findings. @param ids the rows of the sheet in order */
export function readFindings(text: string, ids: readonly string[]): Findings {
  const given: GivenScore[] = [];
  let others = false;
  const rest = text.split(/(?<=[;；\n])/u).flatMap((part): string[] => {
    const pieces = written(part).split(NEXT);
    const found = pieces.map((piece) => findingsIn(piece.replace(/[;；\s]+$/u, ""), ids));
    if (!found.every((one) => one !== undefined)) return [part];
    others ||= found.includes("others");
    given.push(...found.flatMap((one) => (one === "others" ? [] : one)));
    return [];
  });
  return { given, others, rest: rest.join("").trim() };
}

function findingsIn(said: string, ids: readonly string[]): GivenScore[] | "others" | undefined {
  const of = OTHERS.exec(said)?.groups?.said;
  const finding = of === undefined ? undefined : readFinding(of);
  if (finding?.asDistrict && finding.reason === undefined) return "others";
  const { rows = "", said: what = "" } = ROWS.exec(said)?.groups ?? {};
  const found = rows === "" ? undefined : readFinding(what, ids);
  return found && rowsIn(rows, ids)?.map((criterion) => ({ criterion, ...found }));
}

/** Each row that is named; undefined where a range has none of the sheet at an end, or runs down. */
function rowsIn(text: string, ids: readonly string[]): string[] | undefined {
  const rows: string[] = [];
  for (const [, before = "", id = ""] of text.matchAll(new RegExp(`([^\\d]*)(${ID})`, "gu"))) {
    const last = rows.at(-1);
    if (last === undefined || !/[至到~～]/u.test(before)) rows.push(id);
    else {
      const [from, to] = [ids.indexOf(last), ids.indexOf(id)];
      if (from < 0 || to <= from) return undefined;
      rows.push(...ids.slice(from + 1, to + 1));
    }
  }
  return rows;
}
