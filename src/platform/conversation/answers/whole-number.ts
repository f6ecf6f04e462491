import type { Question } from "../field.ts";
import { readWhole } from "../numerals.ts";
import { findPhones, withDigits } from "./find-phones.ts";

const DIGITS = /^[\d〇零○一二三四五六七八九幺]{2,8}$/u;

/** …零零二不对应该是零零三: the end of the number said before. */
export function wholeNumber({ kind }: Question, said: string, meant: string): string {
  const last = meant.replace(/[。.\s]+$/u, "");
  const [phone] = kind === "phone" && DIGITS.test(last) ? findPhones(withDigits(said)) : [];
  if (!phone || !/^1\d{10}$/.test(phone.number)) return meant;
  const digits = last.replaceAll(/[〇零○]/gu, "0").replaceAll("幺", "1");
  const end = [...digits].map((sign) => readWhole(sign) ?? sign).join("");
  return `${phone.number.slice(0, -end.length)}${end}`;
}
