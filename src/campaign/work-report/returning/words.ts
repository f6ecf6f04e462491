import { dayWordsIn } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import type { ReportReturn } from "../work-report.ts";
import { returnPhrases as phrases } from "./phrases.ts";

/** What the city wants changed, and by when. */
export async function returnWords(context: Context, { dueOn, remarks }: ReportReturn): Promise<string> {
  const said = remarks && (await context.personal.read([remarks])).get(remarks.personal);
  return phrases.words(dayWordsIn(context.campaign.definition, dueOn), said ?? phrases.erased());
}
