import type { View } from "../../platform/chat/view.ts";
import { type CivilDate, isCivilDate } from "../../shared/civil-date.ts";
import { namedCases, seeCases } from "../application/see-case.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { inOrder } from "./own-view.ts";
import { visitPhrases as phrases } from "./phrases.ts";
import { prepareItems } from "./prepare.ts";
import { type Site, sitesToVisit } from "./sites.ts";
import { wordsOf } from "./view-words.ts";
import { isKnownToDistrict } from "./visit.ts";

/** Subject: `<district>/<day>`. */
export const DISTRICT_DAY = "site-visit.district-day";

export const districtDay = (district: string, day: CivilDate): string => `${district}/${day}`;

export function districtDayIn(subject: string): { district: string; day: CivilDate } {
  const [district = "", day = ""] = subject.split("/");
  if (!isCivilDate(day)) throw new Error(`card of no day: ${subject}`);
  return { district, day };
}

async function knownSites(context: Context, districts: readonly string[]): Promise<Site[]> {
  const sites = (await sitesToVisit(context)).filter(({ application }) => districts.includes(application.district));
  return sites
    .map((site) => (site.visit && isKnownToDistrict(site.visit) ? site : { ...site, visit: undefined }))
    .toSorted(inOrder);
}

/** What a district is told of a day: its sites, and what to prepare. Never who comes with which points. */
export async function districtDayView(context: Context, subject: string): Promise<View> {
  const { definition } = context.campaign;
  const { district, day } = districtDayIn(subject);
  const { case: noun } = nounsOf(definition);
  const sites = (await knownSites(context, [district])).filter(({ visit }) => visit?.day === day);
  const title = phrases.districtTitle(day);
  if (sites.length === 0) {
    const body = [{ kind: "text" as const, text: phrases.districtCancelled() }];
    return { title, tone: "closed", status: phrases.districtStatus.cancelled, body, actions: [] };
  }
  const isMade = sites.every(({ visit }) => visit?.state === "made");
  const words = await wordsOf(context, sites);
  const items = sites.flatMap(({ application: { id } }) => {
    const one = words.get(id);
    return one ? [phrases.districtLine(one)] : [];
  });
  return {
    title,
    tone: isMade ? "done" : "running",
    status: isMade ? phrases.districtStatus.made : phrases.districtStatus.arranged,
    body: [
      { kind: "text", text: isMade ? phrases.districtMade(noun) : phrases.districtLead(noun) },
      { kind: "list", ordered: true, items },
      ...(isMade
        ? []
        : [
            { kind: "heading" as const, text: phrases.prepareHeading() },
            { kind: "list" as const, items: prepareItems(context) },
          ]),
    ],
    actions: seeCases(definition, namedCases(sites.map(({ application }) => application))),
    ...(isMade ? {} : { footnote: phrases.prepareFootnote() }),
  };
}

/** All that districts know of visits to their sites, as an answer. */
export async function districtOverview(context: Context, districts: readonly string[]): Promise<View> {
  const sites = (await knownSites(context, districts)).filter(({ visit }) => visit);
  const title = phrases.title();
  if (sites.length === 0) {
    return { title, tone: "running", body: [{ kind: "text", text: phrases.districtNone() }], actions: [] };
  }
  const words = await wordsOf(context, sites);
  const items = sites.flatMap(({ application: { id } }) => {
    const one = words.get(id);
    return one ? [phrases.districtOverviewLine(one)] : [];
  });
  return {
    title,
    tone: "running",
    body: [
      { kind: "text", text: phrases.districtOverviewLead() },
      { kind: "list", items },
    ],
    actions: [],
  };
}
