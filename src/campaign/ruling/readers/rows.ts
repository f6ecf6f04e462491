import type { Definition } from "../../definition/definition.ts";
import { rowFor, rulingDeciding } from "../../definition/purposes.ts";
import { noRulings, rulingValue } from "../../definition/rulings-in-force.ts";
import type { RulingValue } from "../../definition/schema/rulings.ts";
import type { Read, ReadContext } from "./reader.ts";
import type { Taker } from "./taker.ts";

const ROW = /(?<![\d-])\d+-\d+(?![\d-])/g;
const RANGE = /(?<![\d-])(\d+-\d+)\s*(?:至|到|[~～—])\s*(\d+-\d+)(?![\d-])/g;
const AT_DISCRETION = /酌情|逐[个项条]|视情|按程度/;
const WHOLE = /满分|0分|零分|不得分|全有或全无|要么/;
const OTHERS = /其余|其他|其它|另外/;
/** 除3-1外达到得满分: what 3-1 goes by is not said. */
const EXCEPT = /除(?!以).*(?:外|不算)/;
const ONLY = /仅|只(?!能)/;

const rowsOf = ({ rubric }: Definition): string[] =>
  rubric.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));

/** Rows named in a text, ranges in the rubric's order; undefined if a row is unknown. */
function rowsIn(text: string, definition: Definition): string[] | undefined {
  const all = rowsOf(definition);
  const spelled = text.replace(RANGE, (found, from: string, to: string) => {
    const [first, last] = [all.indexOf(from), all.indexOf(to)];
    return first < 0 || last < first ? found.replace(/[至到~～—]/, "、") : all.slice(first, last + 1).join("、");
  });
  const named: string[] = spelled.match(ROW) ?? [];
  return named.every((id) => all.includes(id)) ? named : undefined;
}

interface Rule {
  rows: readonly string[];
  others: boolean;
  discretion: boolean;
}

/**
 * Each row goes by its own clause: 2-2酌情给分 changes 2-2 alone. Rows that are not named stay as they are; 其余 names
 * the rest of the rows in question.
 */
export const thresholdRows: Read = (taker, context) => {
  const { definition } = context;
  const rules: Rule[] = [];
  for (const clause of clausesIn(taker.text)) {
    const discretion = AT_DISCRETION.test(clause);
    if (!discretion && !WHOLE.test(clause)) continue;
    if (/不(?:得|能|可|予|再)?(?:酌情|逐)/.test(clause) || EXCEPT.test(clause)) return undefined;
    const rows = rowsIn(clause, definition);
    if (!rows) return undefined;
    rules.push({
      rows,
      others: OTHERS.test(clause) || (rows.length === 0 && /全部|所有|各条|均|都/.test(clause)),
      discretion,
    });
  }
  if (rules.every(({ rows, others }) => rows.length === 0 && !others)) return undefined;
  const only = taker.has(ONLY);
  takeRows(taker);
  return applied(rules, { ...nowIn(context), only });
};

/** Rows before a comma belong to the rule after it: 2-2，3-3达到得满分. */
function clausesIn(text: string): string[] {
  const clauses: string[] = [];
  for (const part of text.split(/(?=[,;。])/)) {
    const last = clauses.at(-1);
    const isList = last !== undefined && part.startsWith(",") && !AT_DISCRETION.test(last) && !WHOLE.test(last);
    if (isList) clauses[clauses.length - 1] = `${last}${part}`;
    else clauses.push(part);
  }
  return clauses;
}

function takeRows(taker: Taker): void {
  taker.takeAll(/\d+-\d+/);
  taker.takeAll(
    /可以?酌情(?:给分|打分)?|酌情(?:给分|打分)?|逐[个项条](?:询问|确定|研究)?|视情(?:给分)?|按程度(?:给分)?/,
  );
  taker.takeAll(/达到|达不到|未达到|不达标|达标|得?满分|[得打]?[0零]分|不得分|要么|只能|打|得/);
  taker.takeAll(/其余|其他|其它|另外|全部|所有|各?条|仅|只|至|到|~/);
}

function nowIn({ definition, rulings = noRulings }: ReadContext): { whole: string[]; asked: string[] } {
  const ruling = rulingDeciding(definition, "allOrNothing");
  const { allOrNothing, asked } = ruling ? rulingValue(definition, ruling.id, rulings) : {};
  const known = rowsOf(definition);
  const list = (value: unknown): string[] =>
    Array.isArray(value) ? value.map(String).filter((id) => known.includes(id)) : [];
  return { whole: list(allOrNothing), asked: list(asked) };
}

function applied(
  rules: readonly Rule[],
  { whole, asked, only }: { whole: readonly string[]; asked: readonly string[]; only: boolean },
): RulingValue {
  const inQuestion = [...whole, ...asked];
  const named = rules.flatMap(({ rows }) => rows);
  const rowsFor = (discretion: boolean): string[] =>
    rules
      .filter((rule) => rule.discretion === discretion)
      .flatMap(({ rows, others }) => [...rows, ...(others ? inQuestion.filter((id) => !named.includes(id)) : [])]);
  const free = rowsFor(true);
  const strict = rowsFor(false).filter((id) => !free.includes(id));
  const moved = (list: readonly string[], to: readonly string[], away: readonly string[]) => [
    ...new Set([...list.filter((id) => !away.includes(id)), ...to]),
  ];
  const left = only && strict.length > 0 ? whole.filter((id) => !strict.includes(id)) : [];
  const inOrder = (ids: string[]) => ids.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return {
    allOrNothing: inOrder(moved(whole, strict, [...free, ...left])),
    asked: inOrder(moved(asked, [...free, ...left], strict)),
  };
}

const JOINT = /(?:仍?(?:然)?相同的?)?(?:则|的)?(?:并列|由人(?:研究)?决定|研究(?:决定|确定)|集体研究)/;
const SUM =
  /(\d+-\d+)((?:\s*(?:和|与|及|、|\+|加)\s*\d+-\d+)+)(?:两条|三条|各条)?(?:得分|分数|分值)?(?:之?和|合计|总和)?/;
const MET = /(?:是否)?(?:达到|达标)(?:[^,;。\d]{0,4}满意度)?(?:标准)?|满意度是否达[到标]|满意度(?:优先|达标)?/;
const FIGURE = /满意度(?:高低|数据|数值|得?率)|投诉率|背后的?(?:数据|指标)|满意度高的?/;

/** The order in which ties are compared; a rung that is not understood makes the whole answer so. */
export const tieLadder: Read = (taker, { definition }) => {
  const ladder: string[] = [];
  for (const step of taker.text.split(/[,;。→>]|再比?|然后|其次|接着|最后/)) {
    const rung = rungsOf(step, definition);
    if (rung === undefined) return undefined;
    ladder.push(...rung);
  }
  const end = ladder.indexOf("joint");
  const rungs = [...new Set(end < 0 ? ladder : ladder.slice(0, end))];
  if (rungs.length === 0 && end < 0) return undefined;
  taker.rewrite(() => "");
  return { ladder: [...rungs, "joint"] };
};

/** Undefined: something in the step is not understood. */
function rungsOf(step: string, definition: Definition): string[] | undefined {
  const rows = rowsIn(step, definition);
  if (!rows) return undefined;
  const satisfaction = rowFor(definition.rubric, "satisfaction")?.id;
  let left = step;
  const taken = (pattern: RegExp): boolean => {
    const found = pattern.test(left);
    left = left.replace(pattern, "");
    return found;
  };
  const rungs: string[] = [];
  if (taken(SUM)) rungs.push(rows.join("+"));
  else if (rows.length > 1) return undefined;
  const [only] = rungs.length === 0 ? rows : [];
  if (only !== undefined) {
    taken(/\d+-\d+(?:条|得分|分数|分值)*/);
    const met = only === satisfaction && taken(/(?:是否)?(?:达到|达标)/);
    rungs.push(met ? "satisfactionMet" : only);
  }
  if (satisfaction !== undefined) {
    if (taken(FIGURE)) rungs.push("satisfactionMet", "satisfactionOrComplaints");
    else if (taken(MET)) rungs.push("satisfactionMet");
  }
  if (taken(JOINT)) rungs.push("joint");
  left = left.replace(
    /总分|相同|排序|排名|依次|首先|优先|先|比较|比|看|按照?|以|为准|的|时|则|再|条|居民|邻里|业主|仍|得分|高低|之和|\s|[:、]/g,
    "",
  );
  return left === "" ? rungs : undefined;
}
