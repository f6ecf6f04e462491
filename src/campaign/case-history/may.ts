import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { isWatched } from "../case/rules.ts";
import { askedCase, type Seen, seenBy } from "../case/seen.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { historyPhrases as phrases } from "./phrases.ts";

/**
 * The named case as the person sees it today.
 * @throws {RefusalError} for a case that the person does not see, or a name that several have
 */
export async function namedCase(context: PersonContext, name: string): Promise<Seen> {
  const asked = await askedCase(context, { subject: undefined, name });
  const seen = asked.kind === "one" && (await seenBy(context, context.person.staffId, asked.application));
  if (seen) return seen;
  const { campaign } = context;
  const among = asked.kind === "which" ? asked.among.map((one) => one.name) : [];
  throw among.length > 0
    ? new RefusalError("case.which", applicationPhrases.whichName(among, nounsOf(campaign.definition)), {
        choices: among,
        said: name,
      })
    : new RefusalError("case.unknown", phrases.nothing(nounsOf(campaign.definition)));
}

/** Every look of who inspects the campaign is journaled. */
export async function journalLook(
  context: PersonContext,
  { application, sight }: Pick<Seen, "sight"> & { application: Pick<Application, "id"> },
  looked: { act: string; at: string },
): Promise<void> {
  if (!isWatched(context.campaign.definition, context.person, sight)) return;
  const { act: action, at: reason } = looked;
  await context.withJournal({ action, caseId: application.id, reason, whenClosed: true }, async () => undefined);
}
