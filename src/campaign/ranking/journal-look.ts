import type { PersonContext } from "../engine/context.ts";

/** Records a look by an auditor. @param action of the journal: what was looked at */
export async function journalLook(context: PersonContext, action: string): Promise<void> {
  if (!context.person.roles.some(({ role }) => role === "auditor")) return;
  await context.withJournal({ action, whenClosed: true }, async () => undefined);
}
