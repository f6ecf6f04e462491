import { cleanLine } from "../../platform/conversation/plain.ts";
import type { CasePart } from "../engine/open-parts.ts";

/** One defect as it was written. */
export interface WrittenDefect {
  part: CasePart;
  defect: string;
}

/** What can be named, with the words for it. */
export interface Nameable {
  /** Ids of the rubric's rows, of those that take evidence, and of the clauses of 附件1. */
  rows: readonly string[];
  evidence: readonly string[];
  clauses: readonly string[];
  /** Words for each field of the form, by key, and for each office, by id. */
  fields: ReadonlyMap<string, readonly string[]>;
  offices: ReadonlyMap<string, readonly string[]>;
}

export type DefectsRead =
  | { ok: true; defects: readonly WrittenDefect[] }
  /** Lines that name nothing of the case, and parts without a word on what is wrong. */
  | { ok: false; unread: readonly string[]; bare: readonly string[] };

const ID = String.raw`\s*第?\s*(\d{1,2}-\d{1,2})\s*(?:条|项)?`;
const POINTS = new RegExp(`^(?:评分|分数|得分|初评|考核分)${ID}`, "u");
const EVIDENCE = new RegExp(`^(?:证明材料|材料|照片)${ID}`, "u");
const CLAUSE = new RegExp(`^(?:附件1|附件一|要求)(?:的|第)?${ID}`, "u");
const PAPER = /^(?:附件3|附件三|申报表)?的?盖章件/u;
const LEAD = /^\s*(?:\d{1,2}\s*[、.．)）](?!\d)|[（(]\d{1,2}[)）]|[-·•])\s*/u;
const SEPARATORS = /^[\s：:，,、。.—-]+/u;

/**
 * Reads defects, one a line or between ；: 评分3-5 偏高, 材料3-5 缺夜间照片, 要求8-2 …, 意见社区 …, 盖章件 …, 小区地址 ….
 * Those on one part are one. All are read, or none.
 */
export function readDefects(typed: string, nameable: Nameable): DefectsRead {
  const lines = typed
    .split(/[\n；;]+/u)
    .map((line) => cleanLine(line.replace(LEAD, "")))
    .filter((line) => line !== "");
  const found = new Map<CasePart, string[]>();
  const unread: string[] = [];
  const bare: string[] = [];
  for (const line of lines) {
    const named = partIn(line.normalize("NFKC"), nameable);
    const defect = named?.rest.replace(SEPARATORS, "").replace(/[。.]+$/u, "");
    if (!named) unread.push(line);
    else if (defect === "" || defect === undefined) bare.push(line);
    else found.set(named.part, [...(found.get(named.part) ?? []), defect]);
  }
  if (unread.length + bare.length > 0 || found.size === 0) return { ok: false, unread, bare };
  return { ok: true, defects: [...found].map(([part, defects]) => ({ part, defect: defects.join("；") })) };
}

function partIn(line: string, nameable: Nameable): { part: CasePart; rest: string } | undefined {
  const byId = (
    [
      ["points", POINTS, nameable.rows],
      ["evidence", EVIDENCE, nameable.evidence],
      ["clause", CLAUSE, nameable.clauses],
    ] as const
  ).flatMap(([kind, pattern, ids]) => {
    const match = pattern.exec(line);
    const [whole = "", id = ""] = match ?? [];
    return match && ids.includes(id) ? [{ part: `${kind}:${id}` as CasePart, rest: line.slice(whole.length) }] : [];
  });
  if (byId[0]) return byId[0];
  const paper = PAPER.exec(line);
  if (paper) return { part: "paper", rest: line.slice(paper[0].length) };
  const opinion = line.startsWith("意见") ? line.slice(2).replace(/^[\s：:]+/u, "") : line;
  const office = longest(opinion, nameable.offices);
  if (office && (opinion !== line || office.rest.startsWith("意见"))) {
    return { part: `opinion:${office.key}`, rest: office.rest.replace(/^的?意见/u, "") };
  }
  const plain = line.replace(/^(?:申报表|栏目)(?:的|[\s：:])?/u, "").replace(/^【([^】]+)】/u, "$1");
  const field = longest(plain, nameable.fields);
  return field && { part: `field:${field.key}`, rest: field.rest };
}

function longest(
  line: string,
  words: ReadonlyMap<string, readonly string[]>,
): { key: string; rest: string } | undefined {
  const [found] = [...words]
    .flatMap(([key, names]) => names.filter((name) => line.startsWith(name)).map((name) => ({ key, name })))
    .toSorted((one, other) => other.name.length - one.name.length);
  return found && { key: found.key, rest: line.slice(found.name.length) };
}
