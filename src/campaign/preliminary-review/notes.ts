import type { Block } from "../../platform/chat/view.ts";
import type { Application } from "../application/application.ts";
import { deliverableFor, offers, rulingDeciding } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { differenceSentences } from "../scoring/beside-rows.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { reviewPhrases as phrases, reopeningPhrases } from "./phrases.ts";

/** When and why the sheet was opened again after it had been final. */
export async function reopenedBlocks(
  { personal }: Pick<Context, "personal">,
  { reopened }: Pick<ScoreSheet, "reopened">,
): Promise<Block[]> {
  if (!reopened) return [];
  const { at, reason } = reopened;
  const words = reason && (await personal.read([reason])).get(reason.personal);
  return [{ kind: "text", text: reopeningPhrases.reopenedLine(momentWords(at), words) }];
}

/** Where others about the same body are scored otherwise. */
export async function differenceBlocks(
  context: Context,
  of: { application: Application; sheet: ScoreSheet },
): Promise<Block[]> {
  const items = await differenceSentences(context, of);
  return items.length === 0
    ? []
    : [
        { kind: "text", text: phrases.differencesLead() },
        { kind: "list", items },
      ];
}

/** Last line of every card of a sheet. */
export function footnote({ campaign: { definition } }: Context): string {
  const lines = [...definition.rubric.line, ...(deliverableFor(definition, "review")?.line ?? [])];
  const ruling = offers(definition, "ranking") ? rulingDeciding(definition, "earlyDisclosure")?.id : undefined;
  return phrases.footnote(sourceWords(definition, lines), ruling, nounsOf(definition));
}
