import { districtOfficers } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";

/** Opinions that wait to be confirmed after a change of the form. The plan names no day for it. */
export const opinionTurns = ({ cases, people, isPublished }: CampaignState) =>
  cases
    .filter(({ opinionsWait, state }) => opinionsWait && state !== "withdrawn" && !isPublished)
    .map(({ id, name, district, submittedAt }) => ({
      what: "opinion.confirm" as const,
      about: { caseId: id, name, district },
      since: submittedAt,
      doers: districtOfficers(people, district).map(({ member }) => member.staffId),
      awaitedBy: [],
      waitsFor: { role: "districtOfficer" as const, district },
    }));
