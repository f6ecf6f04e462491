import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { CommandOutcome } from "../../engine/feature.ts";
import { evidencePhrases as phrases } from "../phrases.ts";
import type { Burst } from "./burst.ts";
import { burstChanged } from "./events.ts";
import { burstsOf, lockBurst, saveBurst } from "./store.ts";
import { BURST_CARD } from "./views.ts";

/**
 * The person's burst that is meant: of the pressed card, or the newest in one of the states; locked.
 * @param what is to be done, for the refusal
 * @throws {RefusalError} if there is none
 */
export async function ownBurst(
  context: PersonContext,
  subject: string | undefined,
  { states, what }: { states: readonly Burst["state"][]; what: string },
): Promise<Burst> {
  const { tx, campaign, person } = context;
  const [id = ""] = (subject ?? "").split("/");
  const [newest] =
    subject === undefined ? await burstsOf(tx, { campaignId: campaign.id, person: person.staffId }, states) : [];
  const burst = await lockBurst(tx, newest?.id ?? id);
  const isOwn = burst?.person === person.staffId && burst.campaignId === campaign.id;
  if (!burst || !isOwn || !states.includes(burst.state)) {
    throw new RefusalError("evidence.no-burst", phrases.none(what));
  }
  return burst;
}

/** The pressed card changes; who typed gets the card again, below. */
export async function shown(
  context: PersonContext,
  { id }: Pick<Burst, "id">,
  { subject, toast }: { subject: string | undefined; toast?: string },
): Promise<CommandOutcome> {
  if (subject !== undefined) return { changed: true, ...(toast === undefined ? {} : { toast }) };
  await context.cards.show(context.person.staffId, { kind: BURST_CARD, subject: id });
  return {};
}

export async function changeBurst(
  context: PersonContext,
  burst: Burst,
  change: Parameters<typeof saveBurst>[2],
): Promise<void> {
  await saveBurst(context.tx, burst, change);
  context.emit(burstChanged, { id: burst.id });
}
