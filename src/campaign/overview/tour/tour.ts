import { districtOfficers, membersWith, type People } from "../../directory/member.ts";
import { tourPhrases } from "./phrases.ts";

export interface TourStep {
  userId: string;
  say: string;
  why: string;
}

/** First steps for somebody who has never used the bot, in the roles of the campaign's people. */
export function tourOf(people: People): TourStep[] {
  const official = districtOfficers(people)[0]?.member;
  const organizer = membersWith(people, "organizer")[0];
  return [
    ...(official ? tourPhrases.official(official.name).map((step) => ({ userId: official.staffId, ...step })) : []),
    ...(organizer ? tourPhrases.organizer(organizer.name).map((step) => ({ userId: organizer.staffId, ...step })) : []),
  ];
}
