import type { Context, PersonContext } from "../../../engine/context.ts";
import type { Application } from "../../application.ts";
import { numbersInQr, revisionWithNumber, shownCheckNumber } from "../../check-number.ts";
import { applicationById } from "../../store.ts";
import { changedSince } from "../rules.ts";
import { opinionFacts } from "../standing.ts";
import { recordsFor } from "../visible.ts";
import type { ScannedPaper } from "./phrases.ts";

/** The submission that a paper shows. */
export interface KnownPaper {
  application: Application;
  revision: number;
  number: string;
}

/** The first form's check number among the texts of the QR codes. */
export const numberAmong = (codes: readonly string[]): string | undefined =>
  codes.flatMap((text) => numbersInQr("form", text))[0];

/** The paper with this number, if the person records opinions of its district. */
export async function paperWithNumber(
  context: Context & Pick<PersonContext, "person">,
  number: string,
): Promise<KnownPaper | undefined> {
  const { tx, campaign, person } = context;
  const found = await revisionWithNumber(tx, campaign.id, number);
  const application = found && (await applicationById(tx, found.caseId));
  if (!found || !application || !recordsFor(campaign, person, application.district)) return undefined;
  return { application, revision: found.revision, number };
}

/** What is said of a paper of this submission. */
export async function scannedPaper(
  context: Context,
  application: Application,
  { revision, number }: { revision: number; number?: string },
): Promise<ScannedPaper> {
  const facts = (await opinionFacts(context, [application])).get(application.id);
  return {
    name: application.compoundName,
    revision,
    current: application.revision,
    changed: facts ? changedSince(facts, revision) : [],
    ...(number === undefined ? {} : { number: shownCheckNumber(number) }),
  };
}
