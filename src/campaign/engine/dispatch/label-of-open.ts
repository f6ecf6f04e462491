import type { PersonContext } from "../context.ts";
import { namesOne } from "./extension-points.ts";
import type { Matched } from "./match-command.ts";

/** In characters: more is no name of a case. */
const MAX_NAME = 20;
const SENTENCE = /[,，。;；!！?？\n]|\S\s+\S/u;

/**
 * 材料 小区绿化率…, 材料：… while a form with such a field is open: the answer with the label written out. `isPlain`: it
 * says more than a name, or stands behind a colon. Undefined where what stands behind is the name of a case.
 */
export async function answerBehindLabel(
  context: PersonContext,
  { gap, verbatim }: Matched,
  label: string | undefined,
): Promise<{ typed: string; isPlain: boolean } | undefined> {
  const text = verbatim.trim();
  if (label === undefined || gap === "none" || text === "") return undefined;
  const isKnown = await context.contributions(namesOne, { text, asker: context });
  if (isKnown.length > 0) return undefined;
  const isPlain = gap === "sign" || text.length > MAX_NAME || SENTENCE.test(text);
  return { typed: `${label}：${text}`, isPlain };
}
