import { RefusalError } from "../../shared/refusal-error.ts";
import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import { isAssigned, type Member } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { cityPhrases as phrases } from "./city-phrases.ts";
import { cityLedger, type VerifiedCase } from "./ledger.ts";
import { verificationRefusals } from "./phrases.ts";
import { siteAmong } from "./which-site.ts";

/** Of every command on the city's ledger. */
export const ON_LEDGER = {
  step: "verification",
  offeredWhen: ({ rubric }: Definition) => hasRubric(rubric),
} as const;

/** Whether the person sees the city's ledger of the case: who oversees all of it, and who verifies the case. */
export function seesCase(definition: Definition, member: Member, caseId: string): boolean {
  const scopes = member.roles.map(({ role }) => scopeOf(definition, role, "verification.see"));
  return scopes.includes("all") || (scopes.includes("assigned") && isAssigned(member, caseId));
}

/**
 * The verified case that is asked for: the pressed card's, or the named one.
 * @throws {RefusalError} if the person sees none of that name, or nobody verifies it
 */
export async function cityCase(
  context: PersonContext,
  { subject, words }: { subject?: string | undefined; words: string },
): Promise<VerifiedCase> {
  const { definition } = context.campaign;
  const all = [...(await cityLedger(context)).values()].filter(({ caseId }) =>
    seesCase(definition, context.person, caseId),
  );
  const pressed = all.find(({ caseId }) => caseId === subject);
  if (pressed) return pressed;
  if (subject !== undefined)
    throw new RefusalError("verification.unknown", verificationRefusals.noCase(nounsOf(definition)));
  if (all.length === 0) throw new RefusalError("verification.no-cases", phrases.noCases());
  const { id } = await siteAmong(context, words, { sites: all.map(({ application }) => application) });
  const found = all.find(({ caseId }) => caseId === id);
  if (!found) throw new RefusalError("verification.unknown", verificationRefusals.noCase(nounsOf(definition)));
  return found;
}
