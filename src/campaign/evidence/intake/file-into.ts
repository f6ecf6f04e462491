import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Application } from "../../application/application.ts";
import { type Attaching, attach } from "../../attachment/attach.ts";
import { attachmentById } from "../../attachment/store.ts";
import { withdrawAttachment } from "../../attachment/withdraw.ts";
import type { PersonContext } from "../../engine/context.ts";
import { droppedFile } from "../../engine/dispatch/offered-files.ts";
import { closedBecause } from "../../engine/open-parts.ts";
import { criterionById } from "../../scoring/rubric.ts";
import { likesOf } from "../likeness.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { rowPlace } from "../place.ts";
import type { BurstFile } from "./burst.ts";
import { saveFile } from "./store.ts";

const ACCEPTED: Attaching["accepts"] = ["picture", "film", "pdf", "docx", "xlsx"];

export interface Filing {
  file: BurstFile;
  row: string;
  label: PersonalRef | null;
  /** The attachment that it replaces. */
  replaces?: string | null;
}

/** Files what a job has made ready under rows of a case, in the given order. What has gone elsewhere meanwhile is left out. */
export async function fileInto(
  context: PersonContext,
  { id: caseId, district }: Pick<Application, "id" | "district">,
  filings: readonly Filing[],
): Promise<void> {
  const { tx, campaign } = context;
  for (const { file, row, label, replaces } of filings) {
    const closed = file.kept && (await closedBecause(context, caseId, [`evidence:${row}`]));
    if (closed) {
      await saveFile(tx, file, { state: "refused", refusal: closed });
      continue;
    }
    const dropped = file.kept && (await droppedFile(context, file.draftId, { take: true }));
    if (!file.kept || !dropped) {
      await saveFile(tx, file, { state: "gone" });
      continue;
    }
    const aboutOthers = criterionById(campaign.definition.rubric, row)?.aboutOthers ?? false;
    const { receivedHash, kept } = file;
    const place = rowPlace(row);
    const compared = { campaignId: campaign.id, caseId, place, aboutOthers, receivedHash, looks: kept.looks };
    const like = await likesOf(tx, compared);
    const { codes: _, ...received } = dropped;
    const { attachment } = await attach(context, {
      ...{ place, caseId, district, accepts: ACCEPTED, kept, file: received },
      ...(label ? { label } : {}),
    });
    await saveFile(tx, file, { state: "filed", row, attachmentId: attachment.id, like });
    const old = replaces ? await attachmentById(tx, replaces) : undefined;
    if (old?.state === "filed" && old.id !== attachment.id) {
      await withdrawAttachment(context, { id: old.id, reason: phrases.replaced() });
    }
  }
}
