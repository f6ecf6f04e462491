import type { RunningCampaign } from "../../definition/running-campaign.ts";
import { districtOfficers, membersWith } from "../../directory/member.ts";
import { tourPhrases } from "./phrases.ts";

export interface TourStep {
  userId: string;
  say: string;
  why: string;
}

/** First steps for somebody who has never seen the bot, in the campaign's own roles. */
export function tourOf({ definition }: RunningCampaign): TourStep[] {
  const official = districtOfficers(definition)[0]?.member;
  const organizer = membersWith(definition, "organizer")[0];
  return [
    ...(official ? tourPhrases.official(official.name).map((step) => ({ userId: official.staffId, ...step })) : []),
    ...(organizer ? tourPhrases.organizer(organizer.name).map((step) => ({ userId: organizer.staffId, ...step })) : []),
  ];
}
