import type { Option } from "../field.ts";

const TICK = "[☑✅✓✔√■●◉☒]";
const BOX = "[□☐○◯◻]";
const MARK = new RegExp(`${TICK}|${BOX}`, "u");
const BEFORE = new RegExp(`(${TICK}|${BOX})[ \\u3000]*$`, "u");
const BEHIND = new RegExp(`^[ \\u3000]*(${TICK}|${BOX})`, "u");
/** （√）, [x] */
const TICK_IN_BRACKETS = /[（([【]\s*[☑✓✔√vVxX]\s*[)）\]】]/gu;
const EMPTY_BRACKETS = /[（([【]\s*[)）\]】]/gu;
const NUMBERING = /\d{1,2}\s*[.．、)）]|[、，,;；/\s]/gu;
const IS_TICK = new RegExp(TICK, "u");

/** □有 ☑无, 有□ 无☑: the option that is ticked; undefined where none or several are, or none is left open. */
export function ticked(options: readonly Option[], typed: string): Option | undefined {
  const text = typed.replaceAll(TICK_IN_BRACKETS, "☑").replaceAll(EMPTY_BRACKETS, "□");
  if (!MARK.test(text)) return undefined;
  const isBefore = MARK.test(text.trim().replace(/^\d{1,2}[.．、]\s*/u, "")[0] ?? "");
  const places = options.flatMap((option) => {
    const at = placeOf(text, option, options);
    if (at < 0) return [];
    const sign = isBefore ? BEFORE.exec(text.slice(0, at))?.[1] : BEHIND.exec(text.slice(at + option.text.length))?.[1];
    return [{ option, isTicked: sign !== undefined && IS_TICK.test(sign) }];
  });
  const [only, second] = places.filter(({ isTicked }) => isTicked);
  const rest = text.replaceAll(MARK_ALL, " ");
  const over = options.reduce((left, option) => left.replace(option.text, " "), rest).replaceAll(NUMBERING, "");
  return only && !second && over === "" ? only.option : undefined;
}

const MARK_ALL = new RegExp(`${TICK}|${BOX}`, "gu");

/** Where the option stands as itself: 有 is no part of 没有. */
function placeOf(text: string, option: Option, options: readonly Option[]): number {
  const longer = options.filter((one) => one !== option && one.text.includes(option.text));
  for (let at = text.indexOf(option.text); at >= 0; at = text.indexOf(option.text, at + 1)) {
    const isWithin = longer.some((one) => {
      const from = text.indexOf(one.text);
      return from >= 0 && at >= from && at < from + one.text.length;
    });
    if (!isWithin) return at;
  }
  return -1;
}
