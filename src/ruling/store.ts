import type { RulingValue } from "../campaign/definition/rulings.ts";
import type { RulingAnswer, RulingsInForce } from "../campaign/rulings-in-force.ts";
import type { Transaction } from "../storage/database.ts";

/** The confirmed answers in force at this campaign time: of each ruling the newest that has taken effect. */
export async function rulingsInForce(tx: Transaction, campaignId: string, now: Date): Promise<RulingsInForce> {
  const rows = await tx.rulingAnswer.findMany({
    where: { campaignId, state: "confirmed", effectiveAt: { lte: now } },
    orderBy: [{ ruling: "asc" }, { version: "asc" }],
  });
  return new Map(
    rows.map(({ ruling, text, value, version }): [string, RulingAnswer] => [
      ruling,
      { text, version, ...(value === null ? {} : { value: value as RulingValue }) },
    ]),
  );
}
