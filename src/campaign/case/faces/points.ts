import type { Block } from "../../../platform/chat/view.ts";
import { rulingDeciding } from "../../definition/purposes.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context } from "../../engine/context.ts";
import { HUNDREDTHS, isFinalized } from "../../scoring/points.ts";
import type { Criterion } from "../../scoring/rubric.ts";
import { DISTRICT_SCORER, type Score, type ScoreSheet } from "../../scoring/score-sheet.ts";
import { sheetOf } from "../../scoring/store.ts";
import { totalBySection } from "../../scoring/views.ts";
import { casePhrases as phrases } from "../phrases.ts";
import { seesPoints } from "../points-kept.ts";
import type { Seen } from "../seen.ts";

const text = (words: string): Block => ({ kind: "text", text: words });

/** 评分: the district's final points, row by row. While they are given they are seen on their own card. */
export async function pointsFace(context: Context, seen: Seen): Promise<Block[]> {
  const { tx, campaign } = context;
  const { id: caseId } = seen.application;
  const viewer = memberOf(context.people, seen.viewer);
  if (!viewer || !(await seesPoints(context, viewer, { caseId, sight: seen.sight }))) {
    return [text(phrases.blind(rulingDeciding(campaign.definition, "blindScoring")?.id))];
  }
  const sheet = await sheetOf(tx, { caseId, ledger: "district", scorer: DISTRICT_SCORER });
  if (!sheet || !isFinalized(sheet)) return [text(phrases.notFinal())];
  return [...totalBySection(context, sheet), ...(await rowBlocks(context, sheet))];
}

async function rowBlocks({ campaign, personal }: Context, { scores }: ScoreSheet): Promise<Block[]> {
  const texts = await personal.read([...scores.values()].flatMap(({ reason, remark }) => [reason, remark]));
  const said = (score: Score | undefined, part: "reason" | "remark") => texts.get(score?.[part]?.personal ?? "");
  return campaign.definition.rubric.sections.flatMap((section): Block[] => [
    { kind: "heading", text: phrases.section(section) },
    {
      kind: "list",
      items: section.criteria.map((row) => {
        const score = scores.get(row.id);
        return phrases.row(row, pointsOf(row, score), { reason: said(score, "reason"), remark: said(score, "remark") });
      }),
    },
  ]);
}

function pointsOf({ knockOut }: Criterion, score: Score | undefined): string {
  if (!score) return phrases.unscored();
  if (knockOut) return score.state === "requirementNotMet" ? phrases.knockedOut() : phrases.passed();
  const points = score.hundredths / HUNDREDTHS;
  return score.state === "notApplicable" ? phrases.notApplicable(points) : phrases.given(points);
}
