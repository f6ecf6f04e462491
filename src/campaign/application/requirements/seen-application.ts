import { RefusalError } from "../../../shared/refusal-error.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { answerTexts } from "../answer-texts.ts";
import type { Application } from "../application.ts";
import { findApplication } from "../find-application.ts";
import { applicationPhrases as phrases } from "../phrases.ts";
import { applicationsOf } from "../store.ts";

/**
 * The application that a person may look at: by id after a press, by name if typed; of several with the name those that
 * were not withdrawn come first.
 * @throws {RefusalError} if none or more than one matches
 */
export async function seenApplication(
  context: PersonContext,
  { subject, name }: { subject: string | undefined; name: string },
): Promise<Application> {
  const { tx, campaign, person } = context;
  const scope = districtScope(campaign.definition, person, "application.see");
  const seen = (await applicationsOf(tx, campaign.id)).filter(({ district }) => isWithin(scope, district));
  if (subject !== undefined) {
    const application = seen.find(({ id }) => id === subject);
    if (application) return application;
    throw new RefusalError("application.unknown", phrases.noSuch());
  }
  const nouns = nounsOf(campaign.definition);
  const addresses = await answerTexts(context, seen, "address");
  const found = findApplication(seen, name, { noun: nouns.case, addresses });
  if (found.kind === "one") return found.application;
  if (found.kind === "none")
    throw new RefusalError("application.unknown", phrases.noSuchName(name, found), {
      choices: found.nearest,
      said: name,
    });
  throw new RefusalError("application.which", phrases.whichName(found.names, nouns), {
    choices: found.names,
    said: name,
  });
}
