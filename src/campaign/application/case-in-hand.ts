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

type Whose = Pick<PersonContext, "tx" | "campaign" | "person" | "now">;

/** So long after a case was opened what is sent without a name is for it. */
const JUST_MS = 10 * 60_000;

/** The case that the person opened last, if that was a moment ago. */
export const caseJustOpened = async (whose: Whose): Promise<string | undefined> => {
  const row = await lastOpened(whose);
  return row && whose.now.getTime() - row.openedAt.getTime() < JUST_MS ? row.caseId : undefined;
};

/** The case that the person opened last, if that was today. */
export async function caseInHand(whose: Whose): Promise<string | undefined> {
  const row = await lastOpened(whose);
  return row && dayOf(row.openedAt) === dayOf(whose.now) ? row.caseId : undefined;
}

async function lastOpened({ tx, campaign, person }: Whose) {
  const key = { campaignId: campaign.id, person: person.staffId };
  return tx.caseInHand.findUnique({ where: { campaignId_person: key } });
}
