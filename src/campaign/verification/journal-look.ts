import type { PersonContext } from "../engine/context.ts";

/**
 * Records a look by an auditor, also after the campaign's end.
 * @param action of the journal: what was looked at
 * @param caseId where it is one case
 */
export async function journalLook(context: PersonContext, action: string, caseId?: string): Promise<void> {
  if (!context.person.roles.some(({ role }) => role === "auditor")) return;
  const entry = { action, whenClosed: true, ...(caseId === undefined ? {} : { caseId }) };
  await context.withJournal(entry, async () => undefined);
}
