import type { StaffId } from "../../shared/brand.ts";
import type { Context } from "../engine/context.ts";
import { FACES, type Face, facesOf } from "./rules.ts";

/** The face that the person turned to last; the first of the campaign's before that. */
export async function faceOf({ tx, campaign }: Context, person: StaffId, caseId: string): Promise<Face> {
  const row = await tx.caseFace.findUnique({
    where: { campaignId_person_caseId: { campaignId: campaign.id, person, caseId } },
  });
  const faces = facesOf(campaign.definition);
  return faces.find((face) => face === row?.face) ?? "overview";
}

export async function turnTo(
  { tx, campaign }: Context,
  person: StaffId,
  to: { caseId: string; face: Face },
): Promise<void> {
  const key = { campaignId: campaign.id, person, caseId: to.caseId };
  await tx.caseFace.upsert({
    where: { campaignId_person_caseId: key },
    create: { ...key, face: to.face },
    update: { face: to.face },
  });
}

/** As it stands in a button's subject. */
export const readFace = (text: string): Face | undefined => FACES.find((face) => face === text);
