import { districtOfficers } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";
import { may, type Turn } from "./turn.ts";

/** The city answers; then the district closes it. */
export const supportTurns = (state: CampaignState): Turn[] =>
  (state.supports ?? []).map(({ number, district, isAnswered, at }) => {
    const officers = districtOfficers(state.people, district).map(({ member }) => member.staffId);
    const about = { district, version: number };
    return isAnswered
      ? {
          ...{ what: "support.close" as const, about, since: at, doers: officers, awaitedBy: [] },
          waitsFor: { role: "districtOfficer" as const, district },
        }
      : {
          ...{ what: "support.answer" as const, about, since: at, doers: may(state, "application.return") },
          ...{ awaitedBy: officers, waitsFor: { role: "organizer" as const } },
        };
  });
