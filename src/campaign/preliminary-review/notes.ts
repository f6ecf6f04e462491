import type { Block } from "../../platform/chat/view.ts";
import type { Application } from "../application/application.ts";
import { requirementPhrases } from "../application/requirements/phrases.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import { deliverableFor, offers, rulingDeciding } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { contradictionsIn } from "../scoring/beside-requirements.ts";
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

/** What 附件1 says otherwise than the points. */
export async function contradictionBlocks(
  context: Context,
  { application, sheet }: { application: Application; sheet: ScoreSheet },
): Promise<Block[]> {
  const standing = (await standingsOf(context, [application])).get(application.id);
  const found = contradictionsIn(context.campaign.definition, standing, sheet);
  if (found.length === 0) return [];
  const nouns = nounsOf(context.campaign.definition);
  const items = found.map((one) => requirementPhrases.contradiction(one, nouns));
  return [
    { kind: "text", text: requirementPhrases.contradictionsLead() },
    { kind: "list", items },
  ];
}
