import { textView } from "../../../platform/chat/view.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { addDays, type CivilDate, civilDate, dayOf, momentOf } from "../../../shared/civil-date.ts";
import { deliverableById } from "../../definition/deadlines.ts";
import type { Context } from "../../engine/context.ts";
import { noteSent } from "../../receipt/note-sent.ts";
import { receiptsOf } from "../../receipt/store.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { ownLines } from "../../tasks/lines.ts";
import { readState } from "../../tasks/read-state.ts";
import { type Reminder, remindable } from "../due.ts";
import { todoPhrases as phrases } from "./phrases.ts";
import { dueAtOf, isLastDay, READABLE_DAYS } from "./rules.ts";

/** Kind of the receipts of what went to people's to-do lists. */
export const TODO_KIND = "todo";

const sourceOf = ({ campaign }: Context, person: StaffId, day: CivilDate): string => `${campaign.id}/${person}/${day}`;

/** An entry for each in the platform's to-do list, in the place of a card. */
export async function addTodos(context: Context, state: CampaignState, due: readonly Reminder[]): Promise<void> {
  const { now, outbox, pageOf } = context;
  if (!pageOf) return;
  const today = dayOf(now);
  for (const { person, tasks } of due) {
    const lastToday = tasks.filter((task) => isLastDay(state, task, today));
    const page = pageOf(person, momentOf(addDays(today, READABLE_DAYS)));
    const todo = {
      ...{ source: sourceOf(context, person, today), page },
      ...{ subject: phrases.subject(namesOf(state, lastToday)), dueAt: dueAtOf(state, tasks, today) },
    };
    const otherwise = textView(phrases.otherwiseTitle(), phrases.otherwise());
    const lines = ownLines(state, tasks, now);
    await outbox.addTodo(person, todo, { ...otherwise, body: [{ kind: "list", items: lines }, ...otherwise.body] });
  }
  const to = due.map(({ person }) => ({ person }));
  await noteSent(context, { message: `${TODO_KIND}/${today}`, kind: TODO_KIND, to });
}

const namesOf = ({ campaign }: CampaignState, tasks: Reminder["tasks"]): string[] => [
  ...new Set(
    tasks.map(({ about: { deliverable, name } }) =>
      deliverable === undefined ? (name ?? "") : deliverableById(campaign.definition, deliverable).name,
    ),
  ),
];

/** Ends the entries of which nothing is left to do: it is in, put off, or not asked for any more. */
export async function endTodos(context: Context, among?: readonly StaffId[]): Promise<void> {
  const { tx, campaign, now, outbox } = context;
  const open = (await receiptsOf(tx, campaign.id, { kinds: [TODO_KIND] })).filter(
    ({ person }) => among === undefined || among.includes(person),
  );
  if (open.length === 0) return;
  const state = await readState(context);
  const tasks = campaign.closedAt ? [] : remindable(state, now);
  for (const { person, message } of open) {
    const day = civilDate(message.slice(TODO_KIND.length + 1));
    if (tasks.some((task) => task.person === person && isLastDay(state, task, day))) continue;
    await outbox.endTodo(person, sourceOf(context, person, day));
  }
}
