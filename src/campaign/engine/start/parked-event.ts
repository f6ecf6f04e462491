import type { Parked } from "../../../platform/chat/chat.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Clock } from "../../../shared/clock.ts";
import { memberOf, peopleOn } from "../../directory/member.ts";
import { openOf } from "../campaigns.ts";
import { inContext, type Services } from "../make-context.ts";
import { startPhrases } from "./phrases.ts";
import { caretakers } from "./report-broken.ts";

/**
 * Tells the administrators of the person's running campaigns that something was not worked on, once an hour for each
 * person; of all running campaigns where the person is in none.
 */
export async function tellParked(
  tx: Transaction,
  { services, clock }: { services: Services; clock: Clock },
  { person, reference }: Parked,
): Promise<void> {
  const now = clock.now();
  const hour = now.toISOString().slice(0, 13);
  const open = openOf(services.campaigns);
  const known = open.filter(
    ({ id }) => person && memberOf(peopleOn(services.campaigns.membershipsOf(id), dayOf(now)), person),
  );
  for (const campaign of known.length > 0 ? known : open)
    await inContext(tx, { campaign, now }, services, async ({ people, outbox }) => {
      const name = person && memberOf(people, person)?.name;
      const view = person ? startPhrases.parked(name, reference) : startPhrases.parkedOfNobody(reference);
      for (const { staffId } of caretakers(people))
        await outbox.say(staffId, view, `inbox.parked ${person ?? ""} ${hour} ${staffId}`);
    });
}
