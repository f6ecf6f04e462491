import type { Action } from "../../platform/chat/view.ts";
import type { Context } from "../engine/context.ts";
import { photoPhrases as phrases } from "./photo-phrases.ts";
import { photosOf } from "./photos.ts";
import type { CityCase } from "./verification.ts";

export const SEE_PHOTOS = "verification.photos";

/** How many pictures each row of a case has of members whose points are final, in the order of the rows. */
export async function finalPhotosByRow(
  context: Pick<Context, "tx" | "campaign">,
  { caseId, finalized }: Pick<CityCase, "caseId" | "finalized">,
): Promise<ReadonlyMap<string, number>> {
  const shown = (await photosOf(context, caseId)).filter(({ entered }) => finalized.includes(entered));
  return new Map([...Map.groupBy(shown, ({ row }) => row)].map(([row, of]) => [row, of.length]));
}

/** Sends the pictures of a case. */
export const photosAction = ({ caseId, name }: { caseId: string; name: string }): Action => ({
  ...{ id: SEE_PHOTOS, label: phrases.word(), typed: `${phrases.word()} ${name}`, look: "default", subject: caseId },
});
