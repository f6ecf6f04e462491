import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { applicationsOf } from "../application/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { recusalKey, recusedFrom } from "../evaluation-team/store.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetOf } from "../scoring/store.ts";
import { citySheet } from "./member-sheet.ts";
import { photoRefusals as refusals } from "./photo-phrases.ts";
import { allPhotos, type SitePhoto } from "./photos.ts";
import type { NamedPhoto } from "./read-photo.ts";
import { sheetInHand } from "./unanswered.ts";
import { siteAmong } from "./which-site.ts";

/** A picture that the person filed at a visit, which may still be changed. */
export interface OwnPhoto {
  application: Application;
  photo: SitePhoto;
  /** From 1 among the person's own of the row: of colleagues' pictures nothing is told. */
  position: number;
}

/**
 * The named picture: of the named site, else of the sheet in hand; without a position the only one of the row.
 * @throws {RefusalError} if it cannot be told which is meant, or the points that it belongs to are final or set aside
 */
export async function ownPhoto(context: PersonContext, { name, row, position }: NamedPhoto): Promise<OwnPhoto> {
  const own = (await allPhotos(context)).filter(({ addedBy }) => addedBy === context.person.staffId);
  if (own.length === 0) throw new RefusalError("verification.no-own-photo", refusals.noneOwn());
  const application = await siteOf(context, own, name);
  const { compoundName } = application;
  const ofRow = own.filter((one) => one.caseId === application.id && one.row === row);
  const at = position ?? (ofRow.length === 1 ? 1 : 0);
  const photo = ofRow[at - 1];
  if (!photo && at === 0 && ofRow.length > 0)
    throw new RefusalError("verification.which-photo", refusals.which(compoundName, row, ofRow.length));
  if (!photo)
    throw new RefusalError("verification.no-such-photo", refusals.noSuch(compoundName, row, { at, of: ofRow.length }));
  await requireOpen(context, application, photo);
  return { application, photo, position: at };
}

async function siteOf(context: PersonContext, own: readonly SitePhoto[], name: string): Promise<Application> {
  const ids = own.map(({ caseId }) => caseId);
  const sites = (await applicationsOf(context.tx, context.campaign.id)).filter(({ id }) => ids.includes(id));
  const inHand = name === "" ? await sheetInHand(context) : undefined;
  return sites.find(({ id }) => id === inHand?.caseId) ?? siteAmong(context, name, { sites });
}

/** @throws {RefusalError} if the points of the visit are final, or whoever gave them keeps out of the case */
async function requireOpen(
  context: PersonContext,
  { id: caseId, compoundName }: Application,
  { entered: memberId }: SitePhoto,
): Promise<void> {
  const { tx, campaign } = context;
  if ((await recusedFrom(tx, campaign.id)).has(recusalKey({ caseId, memberId })))
    throw new RefusalError("verification.photo-set-aside", refusals.setAside(compoundName));
  if (isFinalized(await sheetOf(tx, citySheet({ caseId, memberId }))))
    throw new RefusalError("verification.photo-final", refusals.final(compoundName));
}
