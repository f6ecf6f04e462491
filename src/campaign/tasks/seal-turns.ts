import { districtOfficers } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";
import type { Turn } from "./turn.ts";

/** 盖章件待补 of the lists in force. No day is set for it, and nobody waits: 报送 does not hang on it. */
export const sealTurns = ({ lists, people }: CampaignState): Turn[] =>
  [...(lists.unsealed ?? [])].map(([district, { version, at }]) => ({
    what: "list.seal",
    about: { district, version },
    since: at,
    doers: districtOfficers(people, district).map(({ member }) => member.staffId),
    awaitedBy: [],
    waitsFor: { role: "districtOfficer", district },
  }));
