import type { Block } from "../../../platform/chat/view.ts";
import type { Context } from "../../engine/context.ts";
import { chainBlocks } from "../chain/chain.ts";
import { decisionsOn } from "../decisions.ts";
import { actsOf, historyLines } from "../history.ts";
import { casePhrases as phrases } from "../phrases.ts";
import type { Seen } from "../seen.ts";

/** Lines on one card. */
const MOST = 20;

/** 经过: 一事一链 in five lines; then who handed in, changed and decided, and when. */
export async function historyFace(context: Context, seen: Seen): Promise<Block[]> {
  const all = [...(await actsOf(context, seen)), ...(await decisionsOn(context, seen))];
  const lines = await historyLines(context, seen, all);
  if (lines.length === 0) return [{ kind: "text", text: phrases.nothing() }];
  return [
    ...(await chainBlocks(context, seen)),
    { kind: "heading", text: phrases.doneHeading() },
    { kind: "list", items: lines.slice(0, MOST) },
    ...(lines.length > MOST ? [{ kind: "text" as const, text: phrases.earlier(lines.length - MOST) }] : []),
  ];
}
