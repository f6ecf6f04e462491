import { lackingOf } from "../../application/lacking.ts";
import { reportedCases } from "../../application/opinions/visible.ts";
import { applicationsOf } from "../../application/store.ts";
import { districtsOf } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { evidenceStrips } from "../../evidence/coverage.ts";
import type { CampaignState, CaseState } from "../../tasks/campaign-state.ts";

/** What stands beside the state of a case, by case. */
export interface Beside {
  /** Those that the asker sees. */
  seen: readonly string[];
  /** What has proof. */
  strips: ReadonlyMap<string, string>;
  /** What it lacks besides its form and 初评: requirements, opinions. */
  lacking: ReadonlyMap<string, readonly string[]>;
}

/** Of the asker's districts, and for the city of the cases that were reported to it. */
export async function besideCases(
  context: Context,
  { person }: Pick<PersonContext, "person">,
  { cases, isPublished }: CampaignState,
): Promise<Beside> {
  const { tx, campaign } = context;
  const mine = districtsOf(campaign.definition, person);
  const [reported, applications] = await Promise.all([
    cases.every(({ district }) => mine.includes(district)) ? [] : reportedCases(context),
    isPublished ? [] : applicationsOf(tx, campaign.id, { states: ["submitted"] }),
  ]);
  const isSeen = ({ id, district }: Pick<CaseState, "id" | "district">) =>
    mine.includes(district) || reported.some((one) => one.id === id);
  const seen = cases.filter(isSeen).map(({ id }) => id);
  const [strips, lacking] = await Promise.all([
    isPublished ? new Map<string, string>() : evidenceStrips(context, seen),
    lackingOf(
      context,
      applications.filter(({ id }) => seen.includes(id)),
    ),
  ]);
  return { seen, strips, lacking };
}
