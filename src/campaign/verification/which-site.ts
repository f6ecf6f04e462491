import { RefusalError } from "../../shared/refusal-error.ts";
import { answerTexts } from "../application/answer-texts.ts";
import type { Application } from "../application/application.ts";
import { findApplication } from "../application/find-application.ts";
import { applicationsOf } from "../application/store.ts";
import { allAssignments } from "../directory/assignments.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { verificationPhrases as phrases } from "./phrases.ts";

/** Sites that a member verifies now, in the order in which they were assigned; `ever`: also those of before. */
export async function sitesOf(
  { tx, campaign }: Pick<PersonContext, "tx" | "campaign">,
  memberId: string,
  { ever = false }: { ever?: boolean } = {},
): Promise<Application[]> {
  const assignments = (await allAssignments(tx, campaign.id)).filter((one) => one.memberId === memberId);
  const ids = [...new Set(assignments.flatMap(({ caseId, ended }) => (ended && !ever ? [] : [caseId])))];
  const all = await applicationsOf(tx, campaign.id);
  return ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
}

/**
 * The site that is named, among those that the member verifies or once did.
 * @throws {RefusalError} if none or several fit
 */
export async function siteNamed(
  context: PersonContext,
  { words }: Pick<CommandRequest, "words">,
  memberId: string,
): Promise<Application> {
  const sites = await sitesOf(context, memberId);
  return siteAmong(context, words, { sites, before: await sitesOf(context, memberId, { ever: true }) });
}

/** @param among `before`: where none of the sites fits */
export async function siteAmong(
  context: PersonContext,
  words: string,
  { sites, before = sites }: { sites: readonly Application[]; before?: readonly Application[] },
): Promise<Application> {
  const nouns = nounsOf(context.campaign.definition);
  const addresses = await answerTexts(context, sites, "address");
  const find = (among: readonly Application[]) => findApplication(among, words, { noun: nouns.case, addresses });
  const now = find(sites);
  const found = now.kind === "one" ? now : find(before);
  if (found.kind === "one") return found.application;
  if (sites.length === 0) throw new RefusalError("verification.no-sites", phrases.noSites(nouns));
  if (found.kind === "none")
    throw new RefusalError("application.unknown", phrases.noSuchSite(words, found.nearest), {
      choices: found.nearest,
      said: words,
    });
  throw new RefusalError("application.which", phrases.whichSite(found.names, nouns), {
    choices: found.names,
    said: words,
  });
}
