import type { PersonContext } from "../engine/context.ts";
import { isWatched } from "./rules.ts";
import type { Seen } from "./seen.ts";

/** An inspector's look at a case, and one in a district's place, is journaled. @param what was looked at */
export async function journalSeen(
  context: PersonContext,
  { application, sight }: Pick<Seen, "application" | "sight">,
  what: string,
): Promise<void> {
  const isForOthers = context.onBehalf !== undefined;
  if (!(isForOthers || isWatched(context.campaign.definition, context.person, sight))) return;
  const work = async () => undefined;
  await context.withJournal({ action: "case.seen", caseId: application.id, reason: what, whenClosed: true }, work);
}
