import type { StaffId } from "../../shared/brand.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Context } from "../engine/context.ts";
import { noteSent } from "../receipt/note-sent.ts";
import { type Receipt, receiptsOf } from "../receipt/store.ts";
import { readState } from "../tasks/read-state.ts";
import { agreedDays } from "./agreed.ts";
import { type Reminder, remindersDue } from "./due.ts";
import { remindersRun } from "./events.ts";
import { goesToList } from "./to-do/rules.ts";
import { addTodos, endTodos, TODO_KIND } from "./to-do/send.ts";

/** A card for each person; subject: the person. */
export const REMINDER_CARD = "reminder.owed";

/** Kinds of receipts of what the bot reminds of: 提醒, 催办, 待办. */
export const REMINDER_KINDS: readonly string[] = ["remind", "urge", TODO_KIND];

/** Of one person, or of everybody. */
export const remindersSent = ({ tx, campaign }: Context, person?: StaffId): Promise<Receipt[]> =>
  receiptsOf(tx, campaign.id, { kinds: REMINDER_KINDS, person });

/** Days on which each person was reminded, ascending. */
export function toldDays(receipts: readonly Receipt[]): ReadonlyMap<StaffId, readonly CivilDate[]> {
  const byPerson = Map.groupBy(receipts, ({ person }) => person);
  return new Map([...byPerson].map(([person, all]) => [person, all.map(({ sentAt }) => dayOf(sentAt))]));
}

/** Reminds whoever is to be reminded now. @returns `done`, or why nobody is */
export async function sendReminders(context: Context): Promise<string> {
  const { tx, campaign, now, emit } = context;
  const told = toldDays(await remindersSent(context));
  const agreed = await agreedDays(tx, campaign.id);
  const since = await firstMorning(context);
  const state = await readState(context);
  const due = remindersDue(state, { now, told, agreed, since });
  const toList = context.pageOf ? due.filter((one) => goesToList(state, one, dayOf(now))) : [];
  await remind(
    context,
    due.filter((one) => !toList.includes(one)),
  );
  await addTodos(context, state, toList);
  await endTodos(context);
  emit(remindersRun, { day: dayOf(now) });
  return due.length > 0 ? "done" : "nobody";
}

/** The kinds of moments at which this part reminds. */
export const RUNG_MOMENT = "reminder.rung";
export const OTHER_MORNING = "reminder.morning";

/** The day on which this part first looked: a database of an earlier version has none, and sends nothing at its start. */
async function firstMorning({ tx, campaign, now }: Context): Promise<CivilDate> {
  const first = await tx.dueMoment.findFirst({
    where: { campaignId: campaign.id, kind: { in: [RUNG_MOMENT, OTHER_MORNING] }, firedAt: { not: null } },
    orderBy: { firedAt: "asc" },
  });
  return dayOf(first?.firedAt ?? now);
}

/** One card each, with a receipt. */
export async function remind(context: Context, due: readonly Reminder[]): Promise<void> {
  const { cards, now } = context;
  for (const [level, all] of Map.groupBy(due, (one) => one.level)) {
    const to = [];
    for (const { person } of all) {
      const card = await cards.show(person, { kind: REMINDER_CARD, subject: person });
      to.push({ person, cardId: card.id });
    }
    await noteSent(context, { message: `${level}/${dayOf(now)}`, kind: level, to });
  }
}
