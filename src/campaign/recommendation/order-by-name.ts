import { readWhole } from "../../platform/conversation/numerals.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";

/** `places`: zero-based. `unread`: what stands beside the names. `unclear`: the numbers beside them have two meanings. */
export type NamedOrder =
  | { kind: "places"; places: readonly number[] }
  | { kind: "unread"; part: string }
  | { kind: "twice"; number: number }
  | { kind: "unclear" };

type Part =
  | { kind: "name"; at: number }
  /** 第一 is a rank; 1、 may be one, or the number in the list. */
  | { kind: "number"; value: number; isRank: boolean }
  | { kind: "last" }
  | { kind: "text"; text: string };

const SILENT =
  /^(?:[\s,;:、。./|>（）()-]+|[就只]?(?:[报推]|有)?[这那]一个|(?<!\d)一个(?=[嘛呢吧啊了，,。]|排|放|$)|[就只](?:有|[报推]荐?)|[嘛呢啊吧](?=$|[\s，,。]|排|放|第)|先|再|就|只|仅|把|还有|[嗯呃额]|我们?|那|然后|其次|接着|最后|随后|之后|还是|排名?|推荐|放在?|列为?|在|是|为|的|名|位|和|与|及|个|小区)/u;
const RANK = /^(?:第([\d一二三四五六七八九十]{1,3})[名位个]?|([\d]{1,2})(?=[、.．:：)）\s]))/u;
/** 锦绣花园（94分）, 锦绣花园：总分94分，满意度（3-2）5分: as the list has them. */
const FACTS = /^\s*(?:[(（](?:总分)?\d+(?:\.\d+)?分[)）]|[:：]\s*总分\d+(?:\.\d+)?分[^\n]*)/u;
/** 先吧, 在前面 */
const BEHIND_NAME =
  /^(?:排|放)?在?(?:先|前面?|后面?)[吧了啊](?=$|[\s，,。]|然后|再|接着)|^(?:排|放)?在?(?:前面|后面)(?=$|[\s，,。])/u;
const SHORTEST = 2;

/**
 * Reads an order that names candidates, whole or by a beginning that only one has: 先排塔山小区后排锦绣江南, 第一塔山 第二锦绣,
 * 1、塔山小区 on lines. Undefined: no name stands in it.
 */
export function readNamedOrder(typed: string, names: readonly string[]): NamedOrder | undefined {
  const parts = partsOf(saidLast(typed.normalize("NFKC")), names.map(plainAnswer));
  const named = parts.flatMap((part) => (part.kind === "name" ? [part] : []));
  if (named.length === 0) return undefined;
  const text = parts.find((part) => part.kind === "text");
  if (text) return { kind: "unread", part: text.text };
  // 后排甲，先排乙: the words stand against the order in which they are said.
  const last = parts.findIndex(({ kind }) => kind === "last");
  if (last >= 0 && !parts.slice(0, last).some(({ kind }) => kind === "name")) return { kind: "unclear" };
  return ranked(
    parts.flatMap((part) => (part.kind === "number" ? [part] : [])),
    named.map(({ at }) => at),
  );
}

/** 先塔山不对先鉴湖后塔山: what is said last counts; 不对 alone at the end takes nothing back. */
function saidLast(typed: string): string {
  const last = typed.split(/(?:说错了|不对|错了)[,，\s]*(?:应该是)?/u).at(-1) ?? "";
  return last.trim() === "" ? typed : last;
}

/** What numbers beside names say of their order. */
export type Ranked =
  | { kind: "places"; places: readonly number[] }
  | { kind: "twice"; number: number }
  | { kind: "unclear" };

/** @param places of the names, in the order said @param numbers beside them; 第一 is a rank, 1、 may be one */
export function ranked(numbers: readonly { value: number; isRank: boolean }[], places: readonly number[]): Ranked {
  const twice = places.find((one, at) => places.indexOf(one) < at);
  if (twice !== undefined) return { kind: "twice", number: twice + 1 };
  if (numbers.length === 0) return { kind: "places", places };
  const values = numbers.map(({ value }) => value);
  const isCounted = values.every((value, at) => value === at + 1);
  if (numbers.length !== places.length) return { kind: "unclear" };
  if (isCounted) return { kind: "places", places };
  // Copied from the list with its numbers.
  if (numbers.every(({ isRank }) => !isRank) && values.every((value, at) => value === (places[at] ?? -1) + 1))
    return { kind: "places", places };
  const inOrder = values.toSorted((a, b) => a - b);
  if (!numbers.every(({ isRank }) => isRank) || inOrder.some((value, at) => value !== at + 1))
    return { kind: "unclear" };
  return { kind: "places", places: inOrder.flatMap((value) => places[values.indexOf(value)] ?? []) };
}

function partsOf(typed: string, names: readonly string[]): Part[] {
  const parts: Part[] = [];
  let rest = typed.trim();
  let text = "";
  const close = (): void => {
    if (text.trim() !== "") parts.push({ kind: "text", text: text.trim() });
    text = "";
  };
  while (rest !== "") {
    const found = partAt(rest, names, parts.length);
    if (found) {
      close();
      if (found.part) parts.push(found.part);
      rest = rest.slice(found.length);
      continue;
    }
    text += rest[0] ?? "";
    rest = rest.slice(1);
  }
  close();
  return parts;
}

function partAt(rest: string, names: readonly string[], parts: number): { part?: Part; length: number } | undefined {
  const name = nameAt(rest, names);
  if (name) {
    const after = rest.slice(name.length);
    const facts = FACTS.exec(after)?.[0].length ?? 0;
    return { part: { kind: "name", at: name.at }, length: name.length + facts };
  }
  const rank = RANK.exec(rest);
  const value = rank ? readWhole(rank[1] ?? rank[2] ?? "") : undefined;
  if (rank && value !== undefined)
    return { part: { kind: "number", value, isRank: rank[1] !== undefined }, length: rank[0].length };
  // 甲先，乙后面: as they are said.
  if (parts > 0 && BEHIND_NAME.test(rest)) return { length: BEHIND_NAME.exec(rest)?.[0].length ?? 0 };
  if (rest.startsWith("后")) return { part: { kind: "last" }, length: 1 };
  const silent = SILENT.exec(rest);
  return silent ? { length: silent[0].length } : undefined;
}

/** The longest name, else the longest beginning of one that no other begins with. */
export function nameAt(rest: string, names: readonly string[]): { at: number; length: number } | undefined {
  const whole = names
    .map((name, at) => ({ name, at }))
    .filter(({ name }) => rest.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (whole && names.filter((name) => name === whole.name).length === 1)
    return { at: whole.at, length: whole.name.length };
  const most = Math.max(...names.map((name) => name.length), 0);
  for (let length = Math.min(most - 1, rest.length); length >= SHORTEST; length -= 1) {
    const part = rest.slice(0, length);
    const matching = names.flatMap((name, at) => (name.startsWith(part) ? [at] : []));
    const [only, second] = matching;
    if (only !== undefined && second === undefined) return { at: only, length };
  }
  return partWithin(rest, names);
}

const GENERIC = /^(?:小区|花园|社区|家园|公寓)$/u;

/** 锦苑 for 曹娥锦苑: a part within the name that no other has. */
function partWithin(rest: string, names: readonly string[]): { at: number; length: number } | undefined {
  for (
    let length = Math.min(rest.length, Math.max(0, ...names.map((name) => name.length)));
    length >= SHORTEST;
    length--
  ) {
    const part = rest.slice(0, length);
    const matching = names.flatMap((name, at) => (name.includes(part) ? [at] : []));
    const [only, second] = matching;
    if (only !== undefined && second === undefined && /^[\p{Script=Han}\d]+$/u.test(part) && !GENERIC.test(part))
      return { at: only, length };
  }
  return undefined;
}
