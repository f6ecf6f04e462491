import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Member } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin, reachesSite } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { answerTexts } from "../answer-texts.ts";
import type { Application } from "../application.ts";
import { findApplication, nearTo } from "../find-application.ts";
import { notSubmitted } from "../not-submitted.ts";
import { applicationPhrases as phrases } from "../phrases.ts";
import { applicationsOf } from "../store.ts";

/**
 * The application that a person may look at, of the districts in sight or assigned for 核验: by id after a press, by name if typed; of several with the name those that
 * were not withdrawn come first.
 * @throws {RefusalError} if none or more than one matches
 */
export async function seenApplication(
  context: PersonContext,
  { subject, name }: { subject: string | undefined; name: string },
): Promise<Application> {
  const { tx, campaign, person } = context;
  const seen = (await applicationsOf(tx, campaign.id)).filter((one) => isSeenBy(context, person, one));
  if (subject !== undefined) {
    const application = seen.find(({ id }) => id === subject);
    if (application) return application;
    throw new RefusalError("application.unknown", phrases.noSuch());
  }
  const nouns = nounsOf(campaign.definition);
  const addresses = await answerTexts(context, seen, "address");
  const found = findApplication(seen, name, { noun: nouns.case, addresses });
  if (found.kind === "one") return found.application;
  if (found.kind === "none") {
    const unsent = await notSubmitted(context, name);
    if (unsent !== undefined) throw new RefusalError("application.not-submitted", unsent);
    throw new RefusalError("application.unknown", phrases.noSuchName(name, found), {
      choices: nearTo(found.nearest, name, nouns.case),
      said: name,
    });
  }
  throw new RefusalError("application.which", phrases.whichName(found.names, nouns), {
    choices: found.names,
    said: name,
  });
}

/** Whether the case is of the districts in the person's sight, or assigned to them for 核验. */
export const isSeenBy = (
  { campaign: { definition } }: Pick<PersonContext, "campaign">,
  person: Member,
  { id: caseId, district }: Pick<Application, "id" | "district">,
): boolean =>
  isWithin(districtScope(definition, person, "application.see"), district) ||
  reachesSite(definition, person, { capability: "application.see", caseId });
