import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { rowIdOf } from "../../platform/conversation/score-rules.ts";
import { applicationById } from "../application/store.ts";
import { attach } from "../attachment/attach.ts";
import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { filesCollected, wordsAboutFiles } from "../engine/dispatch/file-places.ts";
import { droppedFile } from "../engine/dispatch/offered-files.ts";
import { extend } from "../engine/feature.ts";
import { criterionById } from "../scoring/rubric.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import { openMemberSheet, type SheetName } from "./member-sheet.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { sheetInHand } from "./unanswered.ts";

/** Of the places of pictures taken on site, one a row: `visit-row:3-5`. */
const PLACES = "visit-row:";

/** A picture taken on site. */
export interface SitePhoto extends Attachment {
  row: string;
  /** The member whose visit it belongs to. */
  entered: string;
}

/** Of a case, row by row. */
export async function photosOf({ tx, campaign }: Context, caseId: string): Promise<SitePhoto[]> {
  const all = await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: PLACES });
  return all.map((one) => ({ ...one, row: one.place.slice(PLACES.length), entered: one.responsible ?? one.addedBy }));
}

/** How many pictures a person took of each row: those of a colleague would show that the colleague scores. */
export async function photosByRow(
  context: Context,
  { caseId, by }: { caseId: string; by: string },
): Promise<ReadonlyMap<string, number>> {
  const all = (await photosOf(context, caseId)).filter(({ addedBy }) => addedBy === by);
  return new Map([...Map.groupBy(all, ({ row }) => row)].map(([row, files]) => [row, files.length]));
}

/** Files pictures under a row of the visit. @throws {RefusalError} like {@link openMemberSheet}, or for another kind */
async function filePhotos(
  context: PersonContext,
  name: SheetName,
  { row, files }: { row: string; files: readonly ReceivedFile[] },
): Promise<void> {
  const member = await openMemberSheet(context, name);
  for (const file of files)
    await attach(context, { place: `${PLACES}${row}`, caseId: name.caseId, file, accepts: ["picture", "film"] });
  await moveTo(context, member, row);
  const count = (await photosByRow(context, { caseId: name.caseId, by: context.person.staffId })).get(row) ?? 0;
  await context.reply(phrases.photosFiled(member.application.compoundName, row, count));
}

const ROW = /^\s*(?<row>\d{1,2}\s*[-－‐‑‒–—―−]\s*\d{1,2})\s*(?:现场)?(?:照片|图片)?\s*$/u;

/** 3-5 beside pictures. */
const besideWords = extend(wordsAboutFiles, async (_, { context, text, files }) => {
  const name = files.length > 0 ? await sheetInHand(context) : undefined;
  const row = rowIdOf(ROW.exec(text.normalize("NFKC"))?.groups?.row ?? "");
  if (!name || !criterionById(context.campaign.definition.rubric, row)) return undefined;
  await filePhotos(context, name, { row, files });
  return true;
});

/** Pictures without words go to the row that is asked for; papers with a code of ours elsewhere. */
const withoutWords = extend(filesCollected, async (_, { context, file, draftId }) => {
  const isPicture = file.kind === "picture" || file.kind === "video";
  const hasCode = file.opened?.kind === "scan" && file.opened.codes.length > 0;
  const name = isPicture && !hasCode ? await sheetInHand(context) : undefined;
  if (!name) return undefined;
  const { at } = await openMemberSheet(context, name);
  const application = await applicationById(context.tx, name.caseId);
  if (at === undefined) {
    await context.reply(phrases.whichRowForPhoto(application?.compoundName ?? ""));
    return true;
  }
  const kept = await droppedFile(context, draftId, { take: true });
  if (kept) {
    const { codes, ...rest } = kept;
    await filePhotos(context, name, { row: at, files: [{ ...rest, opened: { kind: "scan", codes } }] });
  }
  return true;
});

export const photoExtensions = [besideWords, withoutWords];
