import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { applicationById } from "../application/store.ts";
import { attach } from "../attachment/attach.ts";
import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type FileMessage, filesCollected, wordsAboutFiles } from "../engine/dispatch/file-places.ts";
import { droppedFile } from "../engine/dispatch/offered-files.ts";
import { extend } from "../engine/feature.ts";
import { speaksOfPoints } from "../scoring/answer.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import { memberCase, openMemberSheet, type SheetName } from "./member-sheet.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { isRest, rowAlone, rowsIn, siteAtHead } from "./said-of-site.ts";
import { placeOfPicture } from "./sent-order.ts";
import { inHand, keepSent, sentBy } from "./sent-store.ts";
import { sheetInHand } from "./unanswered.ts";
import type { CityCase } from "./verification.ts";

/** Of the places of pictures taken on site, one a row: `visit-row:3-5`. */
const PLACES = "visit-row:";
export const photoPlace = (row: string): string => `${PLACES}${row}`;

/** A picture taken on site. */
export interface SitePhoto extends Attachment {
  caseId: string;
  row: string;
  /** The member whose visit it belongs to. */
  entered: string;
}

/** Of a case, row by row. */
export const photosOf = (context: Pick<Context, "tx" | "campaign">, caseId: string): Promise<SitePhoto[]> =>
  photosIn(context, [caseId]);

/** Of every case. */
export const allPhotos = (context: Pick<Context, "tx" | "campaign">): Promise<SitePhoto[]> => photosIn(context);

async function photosIn(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseIds?: readonly string[],
): Promise<SitePhoto[]> {
  const all = await attachmentsAt(tx, { campaignId: campaign.id, prefix: PLACES, ...(caseIds ? { caseIds } : {}) });
  return all.map((one) => ({
    ...one,
    caseId: one.caseId ?? "",
    row: one.place.slice(PLACES.length),
    entered: one.responsible ?? one.addedBy,
  }));
}

/** What a person may see of a case: the own, and those of members whose points are final. */
export const photosFor = async (
  context: Pick<Context, "tx" | "campaign">,
  { caseId, finalized }: Pick<CityCase, "caseId" | "finalized">,
  viewer: string,
): Promise<SitePhoto[]> =>
  (await photosOf(context, caseId)).filter(({ addedBy, entered }) => addedBy === viewer || finalized.includes(entered));

/** How many pictures a person took of each row: those of a colleague would show that the colleague scores. */
export async function photosByRow(
  context: Context,
  { caseId, by }: { caseId: string; by: string },
): Promise<ReadonlyMap<string, number>> {
  const all = (await photosOf(context, caseId)).filter(({ addedBy }) => addedBy === by);
  return new Map([...Map.groupBy(all, ({ row }) => row)].map(([row, files]) => [row, files.length]));
}

interface Filing {
  row: string;
  files: readonly ReceivedFile[];
  /** Sent before messages that are worked on already: nothing else moves, and points may be final by now. */
  overtaken?: boolean;
  /** The row was said beside the pictures, and is the one to go on with. */
  said?: boolean;
}

/** Files pictures under a row of the visit. @throws {RefusalError} like {@link openMemberSheet}, or for another kind */
async function filePhotos(context: PersonContext, name: SheetName, { row, files, ...how }: Filing): Promise<void> {
  const { caseId } = name;
  const member = how.overtaken ? undefined : await openMemberSheet(context, name);
  const { compoundName } = member?.application ?? (await memberCase(context, name));
  for (const file of files)
    await attach(context, {
      ...{ place: photoPlace(row), caseId, file, accepts: ["picture", "film"] },
      ...(name.memberId === context.person.staffId ? {} : { responsible: name.memberId }),
    });
  if (member && how.said) await moveTo(context, member, row);
  const count = (await photosByRow(context, { caseId, by: context.person.staffId })).get(row) ?? 0;
  const next = how.said ? row : member?.at;
  await context.reply(phrases.photosFiled(compoundName, { row, count, next }));
}

/** 3-5 beside pictures. What was asked when a message came is kept for pictures that arrive after it. */
const besideWords = extend(wordsAboutFiles, async (_, { context, text, files, received, isCommand }) => {
  await keepSent(context, { text, received });
  const name = files.length > 0 ? await sheetInHand(context) : undefined;
  if (!name) return undefined;
  const row = rowAlone(context, text);
  if (row === undefined) return isCommand ? undefined : withCaption(context, { text, files, received });
  await filePhotos(context, name, { row, files, said: true });
  return true;
});

/** Words beside pictures that are no points: the pictures are filed, and it is said that the words are not. */
async function withCaption(
  context: PersonContext,
  { text, files, received }: Pick<FileMessage, "text" | "files" | "received">,
): Promise<true | undefined> {
  const place = placeOfPicture(await sentBy(context), received.order, await inHand(context));
  const isWhole = files.every(({ kind, opened }) => kind !== "file" && opened?.kind !== "refused");
  if (!place || place.row === undefined || !isWhole) return undefined;
  const { rest } = await siteAtHead(context, text, place.sheet);
  if (rowsIn(context, rest).length > 0 || isRest(context, rest) || speaksOfPoints(context, rest)) return undefined;
  const { sheet, row, overtaken } = place;
  await filePhotos(context, sheet, { row, files, overtaken });
  await context.reply(phrases.captionNotKept(text, row));
  return true;
}

/** Pictures without words go to the row that was said or asked when they were sent; papers with a code elsewhere. */
const withoutWords = extend(filesCollected, async (_, { context, file, draftId, received }) => {
  const isPicture = file.kind === "picture" || file.kind === "video";
  const hasCode = file.opened?.kind === "scan" && file.opened.codes.length > 0;
  if (!isPicture || hasCode) return undefined;
  const place = placeOfPicture(await sentBy(context), received.order, await inHand(context));
  if (!place) return undefined;
  const { sheet, row, overtaken } = place;
  if (row === undefined) {
    const application = await applicationById(context.tx, sheet.caseId);
    await context.reply(phrases.whichRowForPhoto(application?.compoundName ?? ""));
    return true;
  }
  const kept = await droppedFile(context, draftId, { take: true });
  if (kept) {
    const { codes, ...rest } = kept;
    await filePhotos(context, sheet, { row, files: [{ ...rest, opened: { kind: "scan", codes } }], overtaken });
  }
  return true;
});

export const photoExtensions = [besideWords, withoutWords];
