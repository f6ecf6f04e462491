import type { StaffId } from "../../shared/brand.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { answerTexts } from "../application/answer-texts.ts";
import type { Application } from "../application/application.ts";
import { noteCaseInHand } from "../application/case-in-hand.ts";
import { findApplication, nameAmong } from "../application/find-application.ts";
import { notSubmitted } from "../application/not-submitted.ts";
import { isReported, reportedCases } from "../application/opinions/visible.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import { memberOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type Sight, sightOf } from "./rules.ts";

/** A case as one person sees it. */
export interface Seen {
  application: Application;
  viewer: StaffId;
  sight: Exclude<Sight, "none">;
  /** Of the past: the members whose points are final today; of others nothing is shown of any moment. */
  finalToday?: ReadonlySet<string>;
}

/** Undefined for who does not see the case, or not any more. */
export async function seenBy(context: Context, viewer: StaffId, application: Application): Promise<Seen | undefined> {
  const member = memberOf(context.people, viewer);
  const { id, district } = application;
  const whose = { id, district, reported: await isReported(context, id) };
  const sight = member ? sightOf(context.campaign.definition, member, whose) : "none";
  return sight === "none" ? undefined : { application, viewer, sight };
}

/** All that the person sees: first those of the own districts, then the others, district by district. */
async function allSeen(context: PersonContext): Promise<Application[]> {
  const { definition } = context.campaign;
  const sees = (wanted: Sight, { id, district }: Application) =>
    sightOf(definition, context.person, { id, district, reported: wanted === "reported" }) === wanted;
  const own = (await applicationsOf(context.tx, context.campaign.id)).filter((one) => sees("own", one));
  const reported = (await reportedCases(context)).filter((one) => sees("reported", one));
  return [
    ...own,
    ...definition.campaign.districts.flatMap(({ id }) => reported.filter(({ district }) => district === id)),
  ];
}

/** The case that is asked for, or the names of those among which it has to be chosen. */
export type Asked = { kind: "one"; application: Application } | { kind: "which"; among: readonly NamedCase[] };

export interface NamedCase {
  application: Application;
  /** With what tells it apart from others of its name. */
  name: string;
}

/**
 * @param request subject of the pressed button, or the name
 * @throws {RefusalError} for a case that the person does not see, which is told from one that does not exist by nothing
 */
export async function askedCase(
  context: PersonContext,
  { subject, name }: { subject: string | undefined; name: string },
): Promise<Asked> {
  if (subject !== undefined) {
    const application = await applicationById(context.tx, subject);
    const isOfCampaign = application?.campaignId === context.campaign.id;
    const seen = isOfCampaign && (await seenBy(context, context.person.staffId, application));
    if (!seen) throw new RefusalError("case.unknown", applicationPhrases.noSuch());
    return takenUp(context, seen);
  }
  const all = await allSeen(context);
  if (all.length === 0) {
    await requireSubmitted(context, name);
    return { kind: "which", among: [] };
  }
  const words = {
    noun: nounsOf(context.campaign.definition).case,
    addresses: await answerTexts(context, all, "address"),
  };
  const live = all.filter(({ state }) => state !== "withdrawn");
  const found = findApplication(name === "" && live.length > 0 ? live : all, name, words);
  if (found.kind === "one") {
    const seen = await seenBy(context, context.person.staffId, found.application);
    return seen ? takenUp(context, seen) : { kind: "which", among: [] };
  }
  if (found.kind === "several" && name === "")
    return {
      kind: "which",
      among: live.map((application) => ({ application, name: nameAmong(live, application, words) })),
    };
  if (found.kind === "none") await requireSubmitted(context, name);
  const sentence =
    found.kind === "none"
      ? applicationPhrases.noSuchName(name, found)
      : applicationPhrases.whichName(found.names, nounsOf(context.campaign.definition));
  const choices = found.kind === "none" ? found.nearest : found.names;
  throw new RefusalError(`case.${found.kind === "none" ? "unknown" : "which"}`, sentence, { choices, said: name });
}

/** @throws {RefusalError} if only a form that is not handed in has the name */
async function requireSubmitted(context: PersonContext, name: string): Promise<void> {
  const unsent = name === "" ? undefined : await notSubmitted(context, name);
  if (unsent !== undefined) throw new RefusalError("case.not-submitted", unsent);
}

/** What an own case's officer sends next is for it. */
async function takenUp(context: PersonContext, { application, sight }: Seen): Promise<Asked> {
  if (sight === "own") await noteCaseInHand(context, application);
  return { kind: "one", application };
}
