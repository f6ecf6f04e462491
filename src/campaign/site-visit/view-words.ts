import { answerTexts } from "../application/answer-texts.ts";
import { districtName } from "../definition/districts.ts";
import type { Context } from "../engine/context.ts";
import type { VisitWords } from "./phrases.ts";
import type { Site } from "./sites.ts";
import { visitsOf } from "./store.ts";
import type { SiteVisit } from "./visit.ts";

/** Sites in words, by application id. @param viewer left out of the members */
export async function wordsOf(
  context: Context,
  sites: readonly Site[],
  viewer?: string,
): Promise<ReadonlyMap<string, VisitWords>> {
  const { definition, id: campaignId } = context.campaign;
  const addresses = await answerTexts(
    context,
    sites.map(({ application }) => application),
    "address",
  );
  const all = await visitsOf(context.tx, campaignId);
  const escorts = await context.personal.read(sites.map(({ visit }) => visit?.escort));
  return new Map(
    sites.map(({ application, visit, members }): [string, VisitWords] => [
      application.id,
      {
        name: application.compoundName,
        district: districtName(definition, application.district),
        day: visit?.day,
        car: visit?.car,
        unannounced: visit?.unannounced,
        isMade: visit?.state === "made",
        escort: escorts.get(visit?.escort?.personal ?? ""),
        address: addresses.get(application.id),
        members: members.filter(({ id }) => id !== viewer).map(({ name }) => name),
        insteadOf: visit && announcedBefore(all, visit)?.day,
      },
    ]),
  );
}

/** The announced arrangement of another day that was cancelled when this one was made. */
const announcedBefore = (all: readonly SiteVisit[], visit: SiteVisit): SiteVisit | undefined =>
  visit.state !== "arranged"
    ? undefined
    : all.find(
        (one) =>
          one.caseId === visit.caseId &&
          one.number === visit.number - 1 &&
          one.state === "cancelled" &&
          !one.unannounced &&
          one.day !== visit.day &&
          one.endedAt?.getTime() === visit.arrangedAt.getTime(),
      );
