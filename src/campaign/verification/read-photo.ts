import { readWhole } from "../../platform/conversation/numerals.ts";

/** A picture of a visit as it is named. */
export interface NamedPhoto {
  /** Of the site; empty: the one in hand. */
  name: string;
  /** Row id. */
  row: string;
  /** From 1 among the person's own of the row; undefined: not said. */
  position: number | undefined;
}

const NUMBER = "[一二三四五六七八九十]{1,3}";
/** 三杠五, 第三部分第五项 */
const SPOKEN_ROW = new RegExp(`第?(${NUMBER}|\\d{1,2})(?:横?杠|(?:部分|大项)的?第)(${NUMBER}|\\d{1,2})[项条]?`, "gu");
const SPOKEN_PLACE = new RegExp(`第(${NUMBER})(?=张|$|[\\s,，:：])`, "gu");
/** 3-5 2、3, 3-5 1-3张, 3-5、3-6: one picture at a time. */
const SEVERAL =
  /\d{1,2}-\d{1,2}(?:\s*的?\s*第?\s*\d{1,2}\s*张?\s*[、,，和及与到至~-]\s*第?\d{1,2}(?!\d|-|月|号|日)(?:张|(?=$|\s))|\s*[、,，和及与]\s*\d{1,2}-\d{1,2}|\s*的?(?:全部|所有|最后|前[\d一二三四五两]+张))/u;
const DASHES = /(?<=\d)\s*[-－‐‑‒–—―−]\s*(?=\d)/gu;
const plain = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/^\s*(?:请?把|将)\s*/u, "")
    .replaceAll(SPOKEN_ROW, (_, part: string, row: string) => `${readWhole(part)}-${readWhole(row)}`)
    .replaceAll(SPOKEN_PLACE, (_, number: string) => `第${readWhole(number)}`)
    .replaceAll(DASHES, "-")
    .trim();

const NAMED =
  /^(?<name>.*?)[\s,，、:：的]*(?<row>\d{1,2}-\d{1,2})(?:\s*的?\s*第?\s*(?<at>\d{1,2})(?!\d|-|月|号|日)\s*张?)?(?<rest>.*)$/su;
const REASON = /^[\s,，。;；:：]*(?:(?:理由|原因)(?:是|为)?[\s:：]*)?/u;
const TO = /\s*(?:改?放?[到至]|改为|移[到至]|→)\s*/u;

/** 锦绣花园 3-5 2 理由：拍错条目; undefined without a row, or with several pictures. */
export function readPhoto(typed: string): (NamedPhoto & { reason: string }) | undefined {
  const text = plain(typed);
  if (SEVERAL.test(text)) return undefined;
  const { name, row, at, rest } = NAMED.exec(text)?.groups ?? {};
  if (row === undefined) return undefined;
  return {
    name: (name ?? "").trim(),
    row,
    position: at === undefined ? undefined : Number(at),
    reason: (rest ?? "").replace(REASON, "").trim(),
  };
}

/** Where a picture is moved from and to. */
export interface ReadMove {
  from: NamedPhoto;
  /** Site and row; an empty name: the same site. */
  to: Omit<NamedPhoto, "position">;
  reason: string;
}

/** 锦绣花园 3-5 2 到 翠苑小区 3-6 理由：拍错条目; undefined if it does not say from where or to where. */
export function readMove(typed: string): ReadMove | undefined {
  const text = plain(typed);
  if (SEVERAL.test(text.split(TO)[0] ?? "")) return undefined;
  const first = NAMED.exec(text)?.groups?.row;
  if (first === undefined) return undefined;
  const behind = text.indexOf(first) + first.length;
  const at = text.slice(behind).search(TO);
  if (at < 0) return undefined;
  const from = readPhoto(text.slice(0, behind + at));
  const to = readTarget(text.slice(behind + at).replace(TO, ""));
  return from && to && { from: { name: from.name, row: from.row, position: from.position }, ...to };
}

/** Behind the row of the target only the reason stands. */
function readTarget(text: string): Pick<ReadMove, "to" | "reason"> | undefined {
  const { name, row, rest } =
    /^(?<name>.*?)[\s,，、:：的]*(?<row>\d{1,2}-\d{1,2})(?<rest>.*)$/su.exec(text)?.groups ?? {};
  if (row === undefined) return undefined;
  return { to: { name: (name ?? "").trim(), row }, reason: (rest ?? "").replace(REASON, "").trim() };
}
