import { cleanLine } from "../plain.ts";
import { findPhones, withDigits } from "./find-phones.ts";
import { beginsAsName } from "./surnames.ts";

/** In characters: a longer text is one. */
const LONGEST = 30;
/** 12栋580户, 560户 580户, 更正 98%: figures, each with what it counts. */
const FIGURES =
  /^(?:(?:改|更正|应?是|不对|[共约原现])*[\s,，]*\d[\d.,]*\s*(?:[%％]|\p{Script=Han}{1,2}(?=[\d\s,，、/]|$))?[\s,，、/]*)+$/u;
const NAME = /^\p{Script=Han}{2,4}$/u;

/** Nothing but figures: no name, no address and no text. */
export const isFigures = (text: string): boolean => [...text].length <= LONGEST && FIGURES.test(text);

/** 王建国13805751122, 13805751122 王建国: a person with a number and nothing else. */
export function personIn(typed: string): { name: string; number: string } | undefined {
  const text = cleanLine(typed);
  const [phone, second] = [...text].length > LONGEST ? [] : findPhones(withDigits(text));
  if (!phone || second) return undefined;
  const name = `${text.slice(0, phone.from)}${text.slice(phone.to)}`.replace(/[\s,，:：]+|电话|手机/gu, "");
  return NAME.test(name) && beginsAsName(name) ? { name, number: phone.number } : undefined;
}
