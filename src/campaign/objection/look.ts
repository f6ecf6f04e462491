import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Objection } from "./objection.ts";
import { objectionRefusals as refusals } from "./phrases.ts";

/** Journals that somebody who neither handles nor decides looked at objections. */
export const journalList = (context: PersonContext): Promise<void> =>
  context.withJournal({ action: "objection.list-looked-at", whenClosed: true }, async () => undefined);

/** Journals the look at who said something, with why. @throws {RefusalError} without a reason */
export async function journalObjector(
  context: PersonContext,
  { number }: Pick<Objection, "number">,
  typed: string,
): Promise<void> {
  const reason = typed.replace(/^理由\s*[:：]?\s*/u, "").trim();
  if (reason === "") throw new RefusalError("objection.who-reason", refusals.whoReason());
  const why = JSON.stringify({ number, ...(await context.personal.store(reason)) });
  const entry = { action: "objection.objector-looked-at", rows: [], reason: why, whenClosed: true };
  await context.withJournal(entry, async () => undefined);
}
