import type { Option } from "../field.ts";
import { readWhole } from "../numerals.ts";
import { compactAnswer } from "../plain.ts";

export type OptionMatch =
  | { kind: "one"; option: Option }
  | { kind: "several"; options: readonly Option[] }
  | { kind: "none" };

const ORDINAL = /^(?:选|第)*(.+?)(?:个|项|号|种)?$/;

/** `1.物业服务企业`: people can answer with the number. */
export const numbered = (options: readonly Option[]): string[] => options.map(({ text }, at) => `${at + 1}.${text}`);

function byNumber(options: readonly Option[], plain: string): Option | undefined {
  const [, core = plain] = ORDINAL.exec(plain) ?? [];
  const number = readWhole(core);
  return number === undefined ? undefined : options[number - 1];
}

/** Finds an option by its text, value or number, else by an unambiguous part of its text. */
export function matchOption(options: readonly Option[], typed: string): OptionMatch {
  const plain = compactAnswer(typed);
  if (plain === "") return { kind: "none" };
  const text = (option: Option): string => compactAnswer(option.text);
  const exact =
    options.find((option) => text(option) === plain || option.value === plain) ??
    byNumber(options, plain) ??
    options.find((option, at) => new RegExp(`^${at + 1}[.、:)]`).test(plain) && plain.endsWith(text(option)));
  if (exact) return { kind: "one", option: exact };
  for (const fits of [
    (option: Option) => text(option).startsWith(plain),
    (option: Option) => plain.length > 1 && text(option).includes(plain),
  ]) {
    const [first, ...more] = options.filter(fits);
    if (first)
      return more.length === 0 ? { kind: "one", option: first } : { kind: "several", options: [first, ...more] };
  }
  return { kind: "none" };
}
