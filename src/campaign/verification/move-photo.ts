import { attach } from "../attachment/attach.ts";
import { withdrawAttachment } from "../attachment/withdraw.ts";
import type { PersonContext } from "../engine/context.ts";
import { openMemberSheet } from "./member-sheet.ts";
import type { OwnPhoto } from "./own-photo.ts";
import { photoPlace } from "./photos.ts";

/**
 * Moves a picture of a visit to another row, or to another site of the same member: withdrawn with the reason where it
 * was, and filed as of the same moment where it belongs, so that each site's record tells its part.
 * @throws {RefusalError} like {@link openMemberSheet} of the site that it is moved to
 */
export async function movePhoto(
  context: PersonContext,
  { photo }: OwnPhoto,
  { caseId, row, reason }: { caseId: string; row: string; reason: string },
): Promise<void> {
  const { id, entered: memberId, receivedHash, keptHash, type, size, takenOn, looks, addedAt, responsible } = photo;
  await openMemberSheet(context, { caseId, memberId });
  await withdrawAttachment(context, { id, reason });
  await attach(context, {
    ...{ place: photoPlace(row), caseId, accepts: ["picture", "film"] as const, addedAt },
    file: { kind: "picture", name: `${id}.${type}`, hash: receivedHash, size },
    kept: { keptHash, type, size, takenOn, looks },
    ...(responsible === null ? {} : { responsible }),
  });
}
