import { z } from "zod";
import type { Draft } from "../../../platform/conversation/drafts.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { pendingConfirmations } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { agreedDays, notedCalls } from "../../reminder/agreed.ts";
import { remindersSent, toldDays } from "../../reminder/send.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { readState } from "../../tasks/read-state.ts";
import type { Seen } from "./outstanding.ts";
import { nudgePhrases as phrases } from "./phrases.ts";
import { isNudgingTime, type Named, type Nudges, nudgesFor } from "./rules.ts";

/** Kind of drafts (subject: who nudges) and of their cards (subject: the draft). */
export const NUDGE = "nudge.preview";

const nudge = z.object({
  districts: z.array(z.string()).exactOptional(),
  deliverable: z.string().exactOptional(),
  /** What is said in words of one's own; left out: the card of what is owed says it. */
  text: z.string().exactOptional(),
  /** When it was previewed, in campaign time: its card shows that moment, and is confirmed on the same day. */
  at: z.string(),
  /** Who was shown in the preview: nobody else gets it. */
  persons: z.array(z.string()),
  /** What became of it. */
  sent: z.object({ districts: z.number(), people: z.number() }).exactOptional(),
});
export type Nudge = z.infer<typeof nudge>;

export const nudgeOf = ({ body }: Draft): Nudge => nudge.parse(body);

/** What is known of reminders and promises. */
export async function readSeen(context: Context): Promise<Seen> {
  const receipts = await remindersSent(context);
  return {
    ...{ now: context.now, receipts, told: toldDays(receipts), countedTo: dayOf(context.now) },
    agreed: await agreedDays(context.tx, context.campaign.id),
    called: await notedCalls(context.tx, context.campaign.id),
  };
}

/** Who would be nudged now. */
export async function currentNudges(
  context: Context,
  named: Named,
): Promise<{ state: CampaignState; nudges: Nudges; seen: Seen }> {
  const state = await readState(context);
  const seen = await readSeen(context);
  return { state, seen, nudges: nudgesFor(state, seen, named) };
}

/** Of those in the preview, who is left now. */
export function leftOf({ persons }: Nudge, { to }: Nudges): Nudges["to"] {
  return to.filter(({ reminder }) => persons.includes(reminder.person));
}

/** Why nothing can be sent now, in a sentence; undefined: it can. */
export function whyNotNow({ campaign, now }: Context, nudge?: Nudge): string | undefined {
  if (!isNudgingTime(campaign.calendar, now)) return phrases.notNow();
  return nudge && dayOf(new Date(nudge.at)) !== dayOf(now) ? phrases.dayOver() : undefined;
}

/** Starts a draft; drops the person's unsent ones. */
export async function startNudge(context: PersonContext, body: Nudge): Promise<Draft> {
  const { staffId } = context.person;
  for (const draft of await context.drafts.unfinished({ kind: NUDGE, subject: staffId }))
    await settleNudge(context, draft, { state: "dropped" });
  return context.drafts.start({ kind: NUDGE, subject: staffId, startedBy: staffId, body });
}

export async function settleNudge(
  { drafts, cards }: Pick<Context, "drafts" | "cards">,
  draft: Draft,
  change: { state: "dropped" } | { state: "done"; body: Nudge },
): Promise<void> {
  await drafts.save(draft, change);
  await cards.refresh({ kind: NUDGE, subject: draft.id });
}

/**
 * The named draft, or the newest that waits. Row lock until the transaction ends.
 * @throws {RefusalError} if it was sent or dropped, or none waits
 */
export async function waitingNudge(context: PersonContext, named: string | undefined): Promise<Draft> {
  const { staffId } = context.person;
  const [newest] = named === undefined ? await context.drafts.unfinished({ kind: NUDGE, subject: staffId }) : [];
  const id = named ?? newest?.id;
  const draft = id === undefined ? undefined : await context.drafts.read(id);
  if (!draft || draft.kind !== NUDGE || draft.startedBy !== staffId)
    throw new RefusalError("nudge.nothing-waiting", phrases.nothingWaiting());
  if (draft.state === "done") throw new RefusalError("nudge.already-sent", phrases.alreadySent());
  if (draft.state === "dropped") throw new RefusalError("nudge.dropped", phrases.alreadyDropped());
  return draft;
}

/** What was previewed waits for 确认催办; 取消 drops it. */
export const unsentNudge = extend(pendingConfirmations, async (context, { person }) =>
  (await context.drafts.unfinished({ kind: NUDGE, subject: person })).map((draft) => ({
    name: phrases.sending(),
    typed: phrases.confirmWord(),
    disarm: () => settleNudge(context, draft, { state: "dropped" }),
  })),
);
