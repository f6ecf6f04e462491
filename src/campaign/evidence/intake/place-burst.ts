import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { attachmentById } from "../../attachment/store.ts";
import type { PersonContext } from "../../engine/context.ts";
import { droppedFile } from "../../engine/dispatch/offered-files.ts";
import { liveCases, usualCase } from "../cases.ts";
import { moveAttachment } from "../move.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import { rowOfPlace, rowPlace } from "../place.ts";
import type { Burst, BurstFile } from "./burst.ts";
import { burstChanged } from "./events.ts";
import { fileInto } from "./file-into.ts";
import { filesOf, lockBurst, saveBurst, saveFile } from "./store.ts";

export interface Placing {
  row?: string;
  caseId?: string;
  label?: PersonalRef | undefined;
}

/**
 * Answers the question of a burst: for which case, under which row. Files whose case and row are known are filed; those
 * that are moved go to the row.
 * @throws {RefusalError} if there is no such question any more, or the case was withdrawn
 */
export async function placeBurst(context: PersonContext, { id }: Pick<Burst, "id">, placing: Placing): Promise<Burst> {
  const { tx } = context;
  const burst = await lockBurst(tx, id);
  const isOwn = burst?.person === context.person.staffId && burst.campaignId === context.campaign.id;
  if (!isOwn || (burst.state !== "asking" && burst.state !== "moving")) {
    throw new RefusalError("evidence.nothing-asked", phrases.nothingAsked());
  }
  const change = burst.state === "moving" ? await move(context, burst, placing) : await file(context, burst, placing);
  await saveBurst(tx, burst, change);
  context.emit(burstChanged, { id });
  return { ...burst, ...change };
}

async function file(
  context: PersonContext,
  burst: Burst,
  { row, label, caseId = burst.caseId ?? undefined }: Placing,
): Promise<Pick<Burst, "state" | "caseId">> {
  const live = await liveCases(context);
  const application = caseId === undefined ? await usualCase(context, live) : live.find((one) => one.id === caseId);
  if (caseId !== undefined && !application) throw new RefusalError("evidence.not-live", phrases.notLive());
  const files = await stillThere(context, await filesOf(context.tx, burst));
  if (files.length === 0) throw new RefusalError("evidence.gone", phrases.gone());
  const placed = files.map((one) => ({ file: one, row: one.row ?? row, label: one.label ?? label ?? null }));
  const waiting = placed.filter((one) => !application || one.row === undefined);
  if (application) {
    await fileInto(
      context,
      application,
      placed.flatMap(({ row: at, ...one }) => (at === undefined ? [] : [{ ...one, row: at }])),
    );
  } else {
    for (const one of placed) await saveFile(context.tx, one.file, { row: one.row ?? null });
  }
  return { state: waiting.length > 0 ? "asking" : "filed", caseId: application?.id ?? null };
}

/** Of the files that are ready those that have not gone somewhere else. */
export async function stillThere(context: PersonContext, files: readonly BurstFile[]): Promise<BurstFile[]> {
  const there: BurstFile[] = [];
  for (const file of files.filter(({ state }) => state === "ready")) {
    if (await droppedFile(context, file.draftId)) there.push(file);
    else await saveFile(context.tx, file, { state: "gone" });
  }
  return there;
}

async function move(
  context: PersonContext,
  burst: Burst,
  { row }: Placing,
): Promise<Pick<Burst, "state" | "movingRow">> {
  if (row === undefined) throw new RefusalError("evidence.nothing-asked", phrases.nothingAsked());
  const live = (await liveCases(context)).map(({ id }) => id);
  for (const { attachmentId } of await filesOf(context.tx, burst)) {
    const attachment = attachmentId === null ? undefined : await attachmentById(context.tx, attachmentId);
    const isMeant = burst.movingRow === null || (attachment && rowOfPlace(attachment) === burst.movingRow);
    if (attachment?.state !== "filed" || !isMeant) continue;
    if (!live.includes(attachment.caseId ?? "")) throw new RefusalError("evidence.not-live", phrases.notLive());
    await moveAttachment(context, attachment, rowPlace(row));
  }
  return { state: "filed", movingRow: null };
}
