import { dayOf } from "../../shared/civil-date.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Application } from "./application.ts";

/** Remembers which case the person has before them: what they send next is for it. */
export async function noteCaseInHand(context: PersonContext, { id: caseId }: Pick<Application, "id">): Promise<void> {
  const { tx, campaign, person, now: openedAt, place } = context;
  if (place !== "direct") return;
  const key = { campaignId: campaign.id, person: person.staffId };
  await tx.caseInHand.upsert({
    where: { campaignId_person: key },
    create: { ...key, caseId, openedAt },
    update: { caseId, openedAt },
  });
}

/** The case that the person opened last, if that was today. */
export async function caseInHand({
  tx,
  campaign,
  person,
  now,
}: Pick<PersonContext, "tx" | "campaign" | "person" | "now">): Promise<string | undefined> {
  const key = { campaignId: campaign.id, person: person.staffId };
  const row = await tx.caseInHand.findUnique({ where: { campaignId_person: key } });
  return row && dayOf(row.openedAt) === dayOf(now) ? row.caseId : undefined;
}
