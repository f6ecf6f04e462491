import { dayOf } from "../../shared/civil-date.ts";
import { applicationsOf } from "../application/store.ts";
import { districtsOn, districtsWithin } from "../definition/districts.ts";
import type { District } from "../definition/purposes.ts";
import { recommendingToCity } from "../directory/expected-districts.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { listsInForce } from "../recommendation/store.ts";
import { expectedDistrictsNamed } from "./events.ts";
import { expectedDistrictsTable, namedDistricts } from "./store.ts";

/** Expected and confirmed lists, by district id, in the definition's order. */
export interface Awaited {
  expected: readonly string[];
  confirmed: readonly string[];
  missing: readonly string[];
  /** True if set by the organizer, false if derived from the applications. */
  named: boolean;
}

/** Districts of today with lists addressed to the city. */
export const expectable = ({ campaign, now }: Pick<Context, "campaign" | "now">): readonly District[] =>
  recommendingToCity(districtsOn(campaign.definition, dayOf(now)));

/** Expects lists from the districts set by the organizer, else from districts with a participating application. */
export async function awaitedLists(context: Context): Promise<Awaited> {
  const { tx, campaign } = context;
  const ids = expectable(context).map(({ id }) => id);
  const named = await namedDistricts(tx, campaign.id);
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const lists = await listsInForce(tx, campaign.id);
  const expected = ids.filter((id) => {
    if (named.length > 0) return named.includes(id);
    const own = [id, ...districtsWithin(campaign.definition, id).map((below) => below.id)];
    return taking.some(({ district }) => own.includes(district));
  });
  return {
    expected,
    confirmed: expected.filter((id) => lists.has(id)),
    missing: expected.filter((id) => !lists.has(id)),
    named: named.length > 0,
  };
}

/** Stores the expected districts. An empty list resets to districts with an application. */
export async function nameExpected(context: PersonContext, districts: readonly string[]): Promise<void> {
  const { tx, campaign, now, person } = context;
  const rows = [expectedDistrictsTable.row({ campaign_id: campaign.id })];
  await context.withJournal({ action: "ranking.expected-named", rows }, async () => {
    await tx.expectedDistricts.deleteMany({ where: { campaignId: campaign.id } });
    if (districts.length === 0) return;
    const data = { campaignId: campaign.id, districts: [...districts], namedBy: person.staffId, namedAt: now };
    await tx.expectedDistricts.create({ data });
  });
  context.emit(expectedDistrictsNamed, {});
}
