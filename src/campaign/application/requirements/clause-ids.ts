import { readWhole } from "../../../platform/conversation/numerals.ts";
import type { Definition } from "../../definition/definition.ts";
import { clausesOf } from "./requirements.ts";
import { writeItems } from "./whole-items.ts";

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const OF = "(?:附件[一1]的?)?(?:要求)?";
/** 8-2, 八之二, 八杠二 */
const WRITTEN = new RegExp(
  `${OF}第?\\s*(?<![\\d.-])(${NUMBER})[项条]?\\s*(?:[-－‐‑‒–—−]|之|杠|减)\\s*第?(${NUMBER})(?![\\d-])\\s*[项条款]?`,
  "gu",
);
/** 第八项第二条 */
const SPOKEN = new RegExp(`${OF}第?\\s*(${NUMBER})\\s*[项条]\\s*[的中里]?\\s*第\\s*(${NUMBER})\\s*[项条款点小]+`, "gu");
/** 八点二 is a clause only where it is one. */
const DOTTED = new RegExp(`(?<![\\d.])(${NUMBER})\\s*[点.]\\s*(${NUMBER})(?![\\d.点万亿元%])[项条]?`, "gu");
/** 第八项 */
const ITEM = new RegExp(`${OF}第(${NUMBER})[项条]`, "gu");
const RANGE = /(?<first>\d{1,2}-\d{1,2})\s*(?:至|到|~)\s*(?<last>\d{1,2}-\d{1,2})/gu;

/** Writes the numbers of clauses as the plan does: 八之二 and 第八项第二条 as 8-2, 8-1至8-3 one by one. @param text in half width */
export function writeIds(definition: Definition, text: string): string {
  const known = clausesOf(definition).map(({ id }) => id);
  const id = (item: string, part: string): string => `${readWhole(item)}-${readWhole(part)}`;
  const whole = text
    .replaceAll(SPOKEN, (_, item: string, part: string) => ` ${id(item, part)} `)
    .replaceAll(WRITTEN, (_, item: string, part: string) => ` ${id(item, part)} `);
  return writeItems(definition, whole)
    .replaceAll(ITEM, (_, item: string) => ` 第${readWhole(item)}项`)
    .replaceAll(RANGE, (whole, first: string, last: string) => {
      const [from, to] = [known.indexOf(first), known.indexOf(last)];
      return from < 0 || to < from ? whole : known.slice(from, to + 1).join("、");
    });
}

/** 八点二 and 8.2, where only clauses can stand. */
export function writeDottedIds(definition: Definition, text: string): string {
  const known = clausesOf(definition).map(({ id }) => id);
  return text.replaceAll(DOTTED, (whole, item: string, part: string) => {
    const id = `${readWhole(item)}-${readWhole(part)}`;
    return known.includes(id) ? ` ${id} ` : whole;
  });
}

/** Leaves out the wording behind a clause's number, as copied from 附件1. */
export function withoutWording(definition: Definition, text: string): string {
  const wordings = new Map(
    definition.requirements.requirements.flatMap(({ short, clauses }) =>
      clauses.map(({ id, text: wording }) => [id, [wording, short].map((one) => one.normalize("NFKC"))] as const),
    ),
  );
  let written = text;
  for (const [id, all] of wordings)
    for (const wording of all)
      written = written.replaceAll(new RegExp(`(?<![\\d-])${id}[\\s.、:]*${escaped(wording)}[。;,]?`, "gu"), ` ${id} `);
  return written;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
