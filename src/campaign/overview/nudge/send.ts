import type { Draft } from "../../../platform/conversation/drafts.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { broadcastTable } from "../../broadcast/store.ts";
import type { PersonContext } from "../../engine/context.ts";
import { noteSent } from "../../receipt/note-sent.ts";
import { remindersRun } from "../../reminder/events.ts";
import { remind } from "../../reminder/send.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { currentNudges, leftOf, type Nudge, nudgeOf, settleNudge } from "./nudge.ts";
import { nudgePhrases as phrases } from "./phrases.ts";
import type { Nudges } from "./rules.ts";
import { wordsView } from "./views.ts";

/**
 * Nudges those of the preview who are left, in the transaction that marks the draft done.
 * @throws {RefusalError} if nobody is left
 */
export async function sendNudge(context: PersonContext, draft: Draft): Promise<NonNullable<Nudge["sent"]>> {
  const nudge = nudgeOf(draft);
  const { state, nudges } = await currentNudges(context, nudge);
  const to = leftOf(nudge, nudges);
  if (to.length === 0) throw new RefusalError("nudge.nobody-left", phrases.gone());
  if (nudge.text === undefined)
    await remind(
      context,
      to.map(({ reminder }) => reminder),
    );
  else await sendWords(context, draft, { state, to, text: nudge.text });
  const districts = new Set(to.flatMap(({ about }) => about.map(({ district }) => district))).size;
  const sent = { districts, people: to.length };
  await settleNudge(context, draft, { state: "done", body: { ...nudge, sent } });
  context.emit(remindersRun, { day: dayOf(context.now) });
  return sent;
}

/** A message each, with the organizer's words above what is owed; it counts as the reminder of the day. */
async function sendWords(
  context: PersonContext,
  { id }: Draft,
  { state, to, text }: { state: CampaignState; to: Nudges["to"]; text: string },
): Promise<void> {
  const { tx, campaign, now, person, outbox } = context;
  await context.withJournal({ action: "nudge.words-sent", rows: [broadcastTable.row({ id })] }, async () => {
    const stored = await context.personal.store(text);
    const data = { campaignId: campaign.id, text: { ...stored }, sentBy: person.staffId, sentAt: now };
    await tx.broadcast.create({ data: { id, receivers: to.length, ...data } });
  });
  for (const [level, all] of Map.groupBy(to, ({ reminder }) => reminder.level)) {
    const noted = [];
    for (const one of all) {
      const outboxKey = `nudge/${id}/${one.reminder.person}`;
      await outbox.say(one.reminder.person, wordsView(context, state, { ...one, text }), outboxKey);
      noted.push({ person: one.reminder.person, outboxKey });
    }
    await noteSent(context, { message: `${level}/${dayOf(now)}`, kind: level, to: noted });
  }
}
