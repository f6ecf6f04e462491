import type { View } from "../../../platform/chat/view.ts";
import type { PersonContext } from "../../engine/context.ts";
import { closedBecause } from "../../engine/open-parts.ts";
import { liveCases, usualCase } from "../cases.ts";
import { evidencePhrases as phrases } from "../phrases.ts";

/** What is said where the row of the case that is meant takes no evidence now; undefined if it does, or no case is known. */
export async function closedRow(
  context: PersonContext,
  { row, caseId }: { row?: string | undefined; caseId?: string | undefined },
  files: number,
): Promise<View | undefined> {
  if (row === undefined) return undefined;
  const id = caseId ?? (await usualCase(context, await liveCases(context)))?.id;
  const sentence = id === undefined ? undefined : await closedBecause(context, id, [`evidence:${row}`]);
  return sentence === undefined ? undefined : phrases.closedRow(row, sentence, files);
}
