import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { answerTexts } from "./answer-texts.ts";
import type { Application, ApplicationState } from "./application.ts";
import { noteCaseInHand } from "./case-in-hand.ts";
import { findApplication } from "./find-application.ts";
import { notSubmitted } from "./not-submitted.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";
import { ownDistricts } from "./work-district.ts";

/**
 * Finds the requested application in the person's districts: by id after a press, by name if typed. Of applications with
 * the same name those in the wanted states come first: a compound that was applied with anew is the one that is meant.
 */
export async function ownApplication(
  context: PersonContext,
  request: CommandRequest,
  among: Among = {},
): Promise<Application> {
  const application = await findOwn(context, request, among);
  await noteCaseInHand(context, application);
  return application;
}

interface Among {
  states?: readonly ApplicationState[];
  /** Ids of those that it can be done with: where no name is said, no others are offered, unless there is none. */
  fitting?: readonly string[];
}

async function findOwn(
  context: PersonContext,
  { subject, words }: CommandRequest,
  { states = ["submitted", "excluded"], fitting = [] }: Among,
): Promise<Application> {
  const own = (await applicationsOf(context.tx, context.campaign.id)).filter(({ district }) =>
    ownDistricts(context).includes(district),
  );
  if (subject !== undefined) {
    const application = own.find(({ id }) => id === subject);
    if (application) return application;
    throw new RefusalError("application.unknown", phrases.noSuch());
  }
  const nouns = nounsOf(context.campaign.definition);
  const addresses = await answerTexts(context, own, "address");
  const find = (among: readonly Application[]) => findApplication(among, words, { noun: nouns.case, addresses });
  const fit = words === "" ? own.filter(({ id }) => fitting.includes(id)) : [];
  const wanted = fit.length > 0 ? find(fit) : find(own.filter(({ state }) => states.includes(state)));
  const found = wanted.kind === "none" || (wanted.kind === "several" && wanted.names.length === 0) ? find(own) : wanted;
  if (found.kind === "one") return found.application;
  if (found.kind === "none") {
    const unsent = await notSubmitted(context, words);
    if (unsent !== undefined) throw new RefusalError("application.not-submitted", unsent);
    const { nearest: choices } = found;
    throw new RefusalError("application.unknown", phrases.noSuchName(words, found), { choices, said: words });
  }
  throw new RefusalError("application.which", phrases.whichName(found.names, nouns), {
    choices: found.names,
    said: words,
  });
}
