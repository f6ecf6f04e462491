import { simplified } from "../../../platform/conversation/simplified.ts";
import type { Definition } from "../../definition/definition.ts";
import { figureWords } from "./figure-words.ts";
import { restAt, standingAt } from "./standing-words.ts";
import { itemsAt } from "./whole-items.ts";

/** Where the name of the case ends and the answers begin: at the latest with the line. */
export function answersStart(definition: Definition, typed: string): number {
  const text = typed.replaceAll(/[^\n]/gu, oneSign);
  const figures = figureWords(definition);
  const startsAt = (at: number): boolean => {
    const rest = text.slice(at);
    if (restAt(rest) !== undefined || standingAt(rest) || figures.some(({ word }) => rest.startsWith(word)))
      return true;
    if (itemsAt(rest)) return true;
    const isApart = at > 0 && /[\s:,;、。]/u.test(text[at - 1] ?? "");
    return (isApart || FOLLOWED.test(rest)) && CLAUSE.test(rest);
  };
  const line = text.indexOf("\n");
  const end = line < 0 ? text.length : line;
  for (let at = 0; at < end; at += 1) if (startsAt(at)) return at;
  return end;
}

const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const CLAUSE = new RegExp(
  `^(?:附件|要求)?第?${NUMBER}(?:\\s*(?:[-－‐‑‒–—−]|之|杠|减|点|\\.)\\s*|[项条]\\s*第?)${NUMBER}`,
  "u",
);
/** Without a blank before it, a clause is one with its standing. */
const FOLLOWED = /^[^\s,;。]{0,12}?(?:[不没未]|符合|待|尚|达标)/u;

/** In half width where that is one sign, so that places stay what they are. */
function oneSign(sign: string): string {
  const plain = sign.normalize("NFKC");
  return plain.length === sign.length ? simplified(plain) : sign;
}
