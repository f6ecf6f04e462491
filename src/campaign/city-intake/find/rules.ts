/** What is looked for among the listed cases. */
export type Asked = { district?: string } & (
  | { kind: "topic"; topic: Topic }
  | ({ kind: "row"; row: string } & Bound)
  | ({ kind: "satisfaction" } & Bound)
);

export type Topic = "lacking" | "unclear" | "unsealed";

/** Points or a figure, as typed: not in hundredths. */
export interface Bound {
  sign: Sign;
  value: number;
}

export type Sign = "<" | "≤" | ">" | "≥" | "=";

/** What may be named. */
export interface Known {
  districts: readonly { id: string; name: string }[];
  /** Ids of the rows with points. */
  rows: readonly string[];
  topics: Readonly<Record<Topic, readonly string[]>>;
  satisfaction: string;
}

/** As typed; the longer ones first. */
const SIGNS: readonly (readonly [string, Sign])[] = [
  ["不低于", "≥"],
  ["不少于", "≥"],
  ["不高于", "≤"],
  ["不超过", "≤"],
  ["大于等于", "≥"],
  ["小于等于", "≤"],
  ["<=", "≤"],
  [">=", "≥"],
  ["≤", "≤"],
  ["≥", "≥"],
  ["<", "<"],
  [">", ">"],
  ["=", "="],
  ["低于", "<"],
  ["小于", "<"],
  ["少于", "<"],
  ["不足", "<"],
  ["高于", ">"],
  ["大于", ">"],
  ["超过", ">"],
  ["等于", "="],
];

/** 柯桥 3-2<4, 满意度<90, 缺盖章件, each with or without a district; undefined if it is none of them. */
export function readAsked(text: string, known: Known): Asked | undefined {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\s。,，]+/gu, " ")
    .trim();
  const { district, rest } = withoutDistrict(plain, known.districts);
  const scope = district === undefined ? {} : { district };
  const named = Object.entries(known.topics).find(([, words]) => words.includes(rest));
  // The keys of a record of topics.
  if (named) return { ...scope, kind: "topic", topic: named[0] as Topic };
  const found = SIGNS.find(([sign]) => rest.includes(sign));
  if (!found) return undefined;
  const [what = "", figure = "", ...more] = rest.split(found[0]).map((part) => part.trim());
  const value = /^(?<value>\d{1,3}(?:\.\d{1,2})?)\s*[分%]?$/u.exec(figure)?.groups?.value;
  if (value === undefined || more.length > 0) return undefined;
  const bound = { sign: found[1], value: Number(value) };
  if (what === known.satisfaction) return { ...scope, kind: "satisfaction", ...bound };
  const row = what.replace(/^第?(?<id>\d+-\d+)\s*条?(?:得分)?$/u, "$<id>");
  return known.rows.includes(row) ? { ...scope, kind: "row", row, ...bound } : undefined;
}

/** A district stands first, or last; 柯桥 is 柯桥区. */
function withoutDistrict(text: string, districts: Known["districts"]): { district?: string; rest: string } {
  for (const { id, name } of districts) {
    for (const called of [name, name.slice(0, -1)]) {
      if (called.length < 2) continue;
      if (text.startsWith(called)) return { district: id, rest: text.slice(called.length).trim() };
      if (text.endsWith(` ${called}`)) return { district: id, rest: text.slice(0, -called.length).trim() };
    }
  }
  return { rest: text };
}

/** @param given in the units of the bound */
export function meets(given: number, { sign, value }: Bound): boolean {
  if (sign === "<") return given < value;
  if (sign === "≤") return given <= value;
  if (sign === ">") return given > value;
  return sign === "≥" ? given >= value : given === value;
}
