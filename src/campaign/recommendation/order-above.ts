import { TURNED } from "./counted-order.ts";
import { readOrder } from "./order.ts";
import { namesOf } from "./reasons.ts";
import type { Asked } from "./said-of-several.ts";

/** 算了还是锦绣江南第一, 等下 名苑第一 锦绣第二 */
export const RECONSIDERS = /^(?:[嗯呃额哦啊哎先，,。\s]|算了|还是|等一?下|等等|等一等|等会儿?|稍等|慢着)+(?=\S{3})/u;
export const WAITS_FIRST = /^(?:[嗯呃额哦啊哎先，,\s])*(?:等一?下|等等|等一等|等会儿?|稍等|慢着)/u;
export const NUMBERS_ONLY = /^[\d\s,，、.。;；:：\-～~]+$/u;

/** Another order that is said for sure, and the words beside it: 反过来 of two, or numbers on a line of their own. */
export function otherOrder(
  { candidates, order }: Asked,
  text: string,
): { places: readonly number[]; text: string } | undefined {
  const ids = candidates.map(({ application }) => application.id);
  const saved = order.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
  if (TURNED.test(text.trim()) && saved.length === 2) return { places: saved.toReversed(), text: "" };
  const names = namesOf(candidates, ids);
  const turned = saved.length === 2 ? saved.toReversed() : [];
  if (turned.length === 2 && saysTurned(names, turned, text)) return { places: turned, text: "" };
  return orderAbove(names, text);
}

/** In characters. */
const MOST = 40;

/** 次序反过来吧鉴湖雅苑第一: the other way round, and said once more by a name that fits. */
function saysTurned(names: readonly string[], turned: readonly number[], text: string): boolean {
  const said = text.trim();
  return Array.from({ length: Math.min(said.length, MOST) }, (_, at) => at).some((at) => {
    if (!TURNED.test(said.slice(0, at))) return false;
    const read = readOrder(said.slice(at).replace(/^[，,。\s]+/u, ""), names);
    return read.kind === "places" && !read.reasons && read.places.every((place, one) => turned[one] === place);
  });
}

/** 2 1, on a line of its own above or below the words. */
function orderAbove(names: readonly string[], text: string): { places: readonly number[]; text: string } | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const at = lines.findIndex((line) => NUMBERS_ONLY.test(line.normalize("NFKC")));
  const rest = lines.filter((_, one) => one !== at).join("\n");
  const read = at < 0 || !/\p{Script=Han}/u.test(rest) ? undefined : readOrder(lines[at] ?? "", names);
  return read?.kind === "places" && read.places.length > 1 ? { places: read.places, text: rest } : undefined;
}
