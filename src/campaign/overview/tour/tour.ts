import type { Definition } from "../../definition/definition.ts";
import { districtOfficers, membersWith, type People } from "../../directory/member.ts";
import { examplesOf } from "../citation/examples.ts";
import { tourPhrases } from "./phrases.ts";

export interface TourStep {
  userId: string;
  say: string;
  why: string;
}

/** First steps for a new user, by role of the campaign's people. */
export function tourOf(definition: Definition, people: People): TourStep[] {
  const { line } = examplesOf(definition);
  const official = districtOfficers(people)[0]?.member;
  const organizer = membersWith(people, "organizer")[0];
  return [
    ...(official
      ? tourPhrases
          .official(definition, { name: official.name, line })
          .map((step) => ({ userId: official.staffId, ...step }))
      : []),
    ...(organizer
      ? tourPhrases.organizer(definition, organizer.name).map((step) => ({ userId: organizer.staffId, ...step }))
      : []),
  ];
}
