import type { StaffId } from "../../shared/brand.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { mayMember, memberOf } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";

export type Districts = "all" | readonly string[];

/** How much of the state is read. */
export interface Reach {
  /** Districts whose lists and reports are read. */
  handedIn: Districts;
  /** Districts whose cases and forms are read. */
  cases: Districts;
  /** Answers to rulings, proposals of expected districts, and 择优. */
  city: boolean;
  /** What decisions rest on. */
  decisions: boolean;
  /** 评选工作组 and 回避. */
  team: boolean;
  /** 征求意见. */
  consultation: boolean;
}

export const EVERYTHING: Reach = {
  ...{ handedIn: "all", cases: "all" },
  ...{ city: true, decisions: true, team: true, consultation: true },
};

/** How far every district is, without the city's own work. */
export const ALL_DISTRICTS: Reach = {
  ...{ handedIn: "all", cases: "all" },
  ...{ city: false, decisions: false, team: false, consultation: false },
};

/** What every district has handed in as a whole. */
export const ALL_HANDED_IN: Reach = { ...ALL_DISTRICTS, cases: [] };

const NOTHING: Reach = {
  ...{ handedIn: [], cases: [] },
  ...{ city: false, decisions: false, team: false, consultation: false },
};

/** How far these districts are, with the cases of those below, which they recommend from. */
export const reachOfDistricts = (definition: Definition, districts: readonly string[]): Reach => ({
  ...NOTHING,
  handedIn: districts,
  cases: districts.flatMap((id) => [id, ...districtsWithin(definition, id).map((below) => below.id)]),
});

/** Who waits for what every district hands in. */
const FOR_ALL_LISTS: readonly Capability[] = ["reminder.send", "selection.propose"];
const FOR_CITY: readonly Capability[] = [
  "ruling.answer",
  "ruling.record",
  "publication.approve",
  "publication.publish",
  "selection.propose",
  "selection.approve",
];
const FOR_TEAM: readonly Capability[] = [
  ...(["team.propose", "team.approve", "recusal.decide"] as const),
  ...(["verification.assign", "verification.score"] as const),
];

/** What the person's tasks follow from: of officials only the own districts and those below. */
export function reachOf({ campaign, people }: Pick<CampaignState, "campaign" | "people">, person: StaffId): Reach {
  const { definition } = campaign;
  const member = memberOf(people, person);
  if (!member) return NOTHING;
  const may = (capability: Capability): boolean => mayMember(definition, member, capability);
  const own = member.roles.flatMap(({ role, district }) =>
    role === "districtOfficer" && district !== undefined ? [district] : [],
  );
  return {
    ...reachOfDistricts(definition, own),
    ...(FOR_ALL_LISTS.some(may) ? { handedIn: "all" } : {}),
    city: FOR_CITY.some(may),
    decisions: may("ruling.record"),
    team: FOR_TEAM.some(may),
    consultation: may("consultation.record") || may("consultation.decide"),
  };
}
