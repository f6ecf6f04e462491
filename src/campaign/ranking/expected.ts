import { recorded } from "../../platform/journal/record.ts";
import { applicationsOf } from "../application/store.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { listsInForce } from "../recommendation/store.ts";

/** Which districts' lists the city waits for, and which have come. District ids in the definition's order. */
export interface Awaited {
  expected: readonly string[];
  confirmed: readonly string[];
  missing: readonly string[];
  /** Named by the organizer, not taken from the applications. */
  named: boolean;
}

/** Expected are the districts the organizer named, else those with an application that takes part. */
export async function awaitedLists({ tx, campaign }: Turn): Promise<Awaited> {
  const ids = campaign.definition.campaign.districts.map(({ id }) => id);
  const row = await tx.expectedDistricts.findUnique({ where: { campaignId: campaign.id } });
  const named = Array.isArray(row?.districts) ? row.districts.map(String) : [];
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const lists = await listsInForce(tx, campaign.id);
  const expected = ids.filter((id) =>
    named.length > 0 ? named.includes(id) : taking.some(({ district }) => district === id),
  );
  return {
    expected,
    confirmed: expected.filter((id) => lists.has(id)),
    missing: expected.filter((id) => !lists.has(id)),
    named: named.length > 0,
  };
}

/** Names the districts whose lists the city waits for; none: back to those with an application. */
export async function nameExpected(turn: PersonTurn, districts: readonly string[]): Promise<void> {
  const { tx, campaign, now, person } = turn;
  const rows = [{ table: "expected_districts" as const, key: { campaign_id: campaign.id } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "ranking.expected-named", rows };
  await recorded(tx, act, async () => {
    await tx.expectedDistricts.deleteMany({ where: { campaignId: campaign.id } });
    if (districts.length === 0) return;
    const data = { campaignId: campaign.id, districts: [...districts], namedBy: person.staffId, namedAt: now };
    await tx.expectedDistricts.create({ data });
  });
}
