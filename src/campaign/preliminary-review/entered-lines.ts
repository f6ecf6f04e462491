import type { Block } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import { onBehalfLine } from "../engine/on-behalf.ts";
import { onBehalfPhrases } from "../engine/on-behalf-phrases.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { reviewPhrases as phrases } from "./phrases.ts";

/** Who gave points, or finalized them, for the district without being of it. */
export async function enteredLines(context: Context, { scores, finalizedFor }: ScoreSheet): Promise<Block[]> {
  const given = [...scores.values()].flatMap(({ givenFor }) => givenFor ?? []);
  const lines: string[] = [];
  for (const [first, ...more] of Map.groupBy(given, ({ by, responsible }) => `${by} ${responsible}`).values())
    lines.push(onBehalfPhrases.rows(more.length + 1, (await onBehalfLine(context, first)) ?? ""));
  const finalized = await onBehalfLine(context, finalizedFor);
  return [...lines, ...(finalized === undefined ? [] : [phrases.finalizedFor(finalized)])].map(
    (words): Block => ({ kind: "text", text: words }),
  );
}
