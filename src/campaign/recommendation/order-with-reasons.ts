import { type LabelledReason, readLabelledReasons } from "./labelled-reasons.ts";
import { readOrder } from "./order.ts";
import type { Reasons } from "./reasons.ts";
import { anyPart, OF_REASON } from "./short-name.ts";

/** 理由：…, on a line below the order. */
const UNDER_REASON = /\n[^\S\n]*(?=(?:推荐)?(?:理由|原因)\s*[:：])/u;

/**
 * 名苑，锦绣，锦绣不符合理由同上次: an order, and behind it the reasons of cases that are in it. Undefined: no reason of a
 * case stands behind an order.
 */
export function reasonsApart(text: string, names: readonly string[]): { order: string; reasons: string } | undefined {
  const any = anyPart(names);
  if (any === "") return undefined;
  const [above = "", below] = text.split(UNDER_REASON, 2);
  const ordered = below === undefined ? undefined : readOrder(above, names);
  if (below !== undefined && ordered?.kind === "places" && !ordered.reasons)
    return { order: above, reasons: text.slice(above.length).trim() };
  const found = new RegExp(`[\\s，,；;。]+(?=(${any})${OF_REASON})`, "u").exec(text);
  const order = found ? text.slice(0, found.index) : "";
  const read = order.trim() === "" ? undefined : readOrder(order, names);
  const at = names.findIndex((name) => name.includes(found?.[1] ?? "\n"));
  if (!found || read?.kind !== "places" || read.reasons || !read.places.includes(at)) return undefined;
  return { order, reasons: text.slice(found.index).replace(/^[\s，,；;。]+/u, "") };
}

/** The reasons behind an order, each with its field; undefined where one of them has none. */
export function reasonsOf(
  { form }: Reasons,
  reasons: string,
  names: readonly string[],
): readonly LabelledReason[] | undefined {
  const led = reasons.replaceAll(
    new RegExp(`((?:^|[；;\\n])\\s*(?:${anyPart(names)})${OF_REASON})(?![:：是为改应就\\s])`, "gu"),
    "$1：",
  );
  const read = readLabelledReasons(form, undefined, { typed: led, names });
  return read?.kind === "given" && read.reasons.every(({ text }) => text !== "") ? read.reasons : undefined;
}
