import { dayOf } from "../../shared/civil-date.ts";
import type { Application } from "../application/application.ts";
import { type Attachment, endingOf } from "../attachment/attachment.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Context } from "../engine/context.ts";
import type { Criterion } from "../scoring/rubric.ts";
import { ROWS, rowOfPlace } from "./place.ts";
import { evidenceFileName, evidenceRows } from "./rules.ts";

/** A file in force, with its place among the others and its name. */
export interface EvidenceItem {
  attachment: Attachment;
  row: Criterion;
  /** From 1 among those of the row. */
  position: number;
  /** 说明 */
  label: string | undefined;
  /** `3-5_环境卫生_翠苑三区_东门_20230912_01.jpg`; the day it was taken on, else the day it was filed on. */
  name: string;
}

/** What proves a case, in the plan's order and within a row as it was filed. The caller checks who may see it. */
export async function evidenceOf(
  { tx, campaign, personal }: Pick<Context, "tx" | "campaign" | "personal">,
  { id, compoundName: compound }: Application,
): Promise<EvidenceItem[]> {
  const filed = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [id], prefix: ROWS });
  const labels = await personal.read(filed.map(({ label }) => label));
  const byRow = Map.groupBy(filed, rowOfPlace);
  return evidenceRows(campaign.definition.rubric).flatMap((row) =>
    (byRow.get(row.id) ?? []).map((attachment, at) => {
      const label = attachment.label ? labels.get(attachment.label.personal) : undefined;
      const day = attachment.takenOn ?? dayOf(attachment.addedAt);
      const position = at + 1;
      const name = evidenceFileName({ row, compound, label, day, position, ending: endingOf(attachment.type) });
      return { attachment, row, position, label, name };
    }),
  );
}
