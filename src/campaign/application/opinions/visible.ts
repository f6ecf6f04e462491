import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import type { Member } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin, reachesSite } from "../../directory/scope.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { CommandRequest } from "../../engine/feature.ts";
import { answerTexts } from "../answer-texts.ts";
import type { Application } from "../application.ts";
import { CASE_STEPS } from "../consequences.ts";
import { stepOf, stepsOf } from "../extension-points.ts";
import { findApplication } from "../find-application.ts";
import { ownApplication } from "../own-application.ts";
import { applicationPhrases } from "../phrases.ts";
import { applicationsOf } from "../store.ts";
import { ownDistricts } from "../work-district.ts";
import { opinionRefusals as refusals } from "./phrases.ts";
import { isFormKept } from "./rules.ts";

const REPORTED = CASE_STEPS.indexOf("recommended");

/** Whether its district has reported the case to the city. */
export const isReported = async (context: Context, caseId: string): Promise<boolean> =>
  CASE_STEPS.indexOf(await stepOf(context, caseId)) >= REPORTED;

/** Whether the person records the opinions of this district. */
export const recordsFor = ({ definition }: Context["campaign"], member: Member, district: string): boolean =>
  isWithin(ownScope(definition, member), district);

/** Whether who has the card in their direct chat records the opinions of this district. */
export function viewerRecords(context: Context, chat: string, district: string): boolean {
  const place = chatOfKey(chat);
  const viewer = place.kind === "direct" ? context.people.find(({ staffId }) => staffId === place.person) : undefined;
  return viewer !== undefined && recordsFor(context.campaign, viewer, district);
}

/** Whether who has the card in their direct chat reads the form of the case. */
export async function viewerReads(context: Context, chat: string, { id, district }: Application): Promise<boolean> {
  const place = chatOfKey(chat);
  const viewer = place.kind === "direct" ? context.people.find(({ staffId }) => staffId === place.person) : undefined;
  const whose = { id, district, reported: await isReported(context, id) };
  return viewer !== undefined && !isFormKept(context.campaign.definition, viewer, whose);
}

const ownScope = (definition: Context["campaign"]["definition"], member: Member): readonly string[] => {
  const officer = { ...member, roles: member.roles.filter((role) => role.district !== undefined) };
  const scope = districtScope(definition, officer, "opinion.record");
  return scope === "all" ? [] : scope;
};

/** @throws {RefusalError} unless the person records the opinions of the case's district */
export function requireRecorder(context: PersonContext, { district }: Pick<Application, "district">): void {
  if (recordsFor(context.campaign, context.person, district)) return;
  const name = districtName(context.campaign.definition, district);
  throw new RefusalError("application.opinions-not-yours", refusals.districtRecords(name));
}

/**
 * Of all cases those of the person's own districts; of the reported ones all for those who oversee everything, and the
 * assigned ones for who verifies them.
 */
export const casesInSight = (context: PersonContext): Promise<Application[]> => casesSeenBy(context, context.person);

/** {@link casesInSight} of who has a card. */
export async function casesSeenBy(context: Context, person: Member): Promise<Application[]> {
  const { tx, campaign } = context;
  const own = ownDistricts({ campaign, person });
  const ofOwn = own.length === 0 ? [] : await applicationsOf(tx, campaign.id);
  const seesAll = districtScope(campaign.definition, person, "application.see") === "all";
  const isSite = ({ id }: Application) =>
    reachesSite(campaign.definition, person, { capability: "application.see", caseId: id });
  const reported = seesAll || hasSites(person) ? await reportedCases(context) : [];
  const mine = ofOwn.filter(({ district }) => own.includes(district));
  const others = reported.filter((one) => (seesAll || isSite(one)) && !mine.some(({ id }) => id === one.id));
  return [...mine, ...others];
}

/** Whether anything is assigned to the person for 核验. */
const hasSites = ({ sites = [] }: Member): boolean => sites.length > 0;

/** Of these cases those whose forms are kept from the person. */
export async function keptFrom(context: PersonContext, applications: readonly Application[]): Promise<Application[]> {
  const { definition } = context.campaign;
  const isKept = (reported: boolean, { id, district }: Application) =>
    isFormKept(definition, context.person, { id, district, reported });
  const unlessReported = applications.filter((one) => isKept(false, one));
  if (unlessReported.length === 0) return [];
  const reported = new Set((await reportedCases(context)).map(({ id }) => id));
  return unlessReported.filter((one) => isKept(reported.has(one.id), one));
}

/** Cases that their districts have reported. */
export async function reportedCases(context: Context): Promise<Application[]> {
  const all = await applicationsOf(context.tx, context.campaign.id);
  const steps = await stepsOf(
    context,
    all.map(({ id }) => id),
  );
  return all.filter(({ id }) => CASE_STEPS.indexOf(steps.get(id) ?? "submitted") >= REPORTED);
}

/**
 * The case whose opinions are asked for.
 * @throws {RefusalError} if no case in sight or more than one fits
 */
export async function caseInSight(context: PersonContext, request: CommandRequest): Promise<Application> {
  const { definition } = context.campaign;
  const seesAll = districtScope(definition, context.person, "application.see") === "all";
  if (!seesAll && !hasSites(context.person)) return ownApplication(context, request);
  const seen = await casesInSight(context);
  if (request.subject !== undefined) {
    const application = seen.find(({ id }) => id === request.subject);
    if (application) return application;
    throw new RefusalError("application.not-reported", applicationPhrases.noSuch());
  }
  const nouns = nounsOf(definition);
  // Who sees some cases only is told of these, not of what is reported.
  const isPart = !seesAll && seen.length > 0;
  const noSuch = isPart ? applicationPhrases.noSuchName : applicationPhrases.noSuchReported;
  const which = isPart ? applicationPhrases.whichName : applicationPhrases.whichReported;
  const addresses = await answerTexts(context, seen, "address");
  const found = findApplication(seen, request.words, { noun: nouns.case, addresses });
  if (found.kind === "one") return found.application;
  if (found.kind === "none") {
    throw new RefusalError("application.unknown", noSuch(request.words, found), {
      choices: found.nearest,
      said: request.words,
    });
  }
  throw new RefusalError("application.which", which(found.names, nouns), {
    choices: found.names,
    said: request.words,
  });
}
