import { addDays, type CivilDate, momentOf } from "../../../shared/civil-date.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import type { Task } from "../../tasks/task.ts";
import { datedOf, type Reminder } from "../due.ts";

/** The day is the task's last working day in time: its last reminder before it is late. */
export function isLastDay(state: CampaignState, task: Task, day: CivilDate): boolean {
  const { binding, effectiveOn } = datedOf(state, task);
  return binding && effectiveOn === day;
}

/** A reminder of the last day goes to the person's to-do list; where something is late already, it stays a card. */
export const goesToList = (state: CampaignState, { level, tasks }: Reminder, today: CivilDate): boolean =>
  level === "remind" && tasks.some((task) => isLastDay(state, task, today));

/** When the first of them is late. */
export const dueAtOf = (state: CampaignState, tasks: readonly Task[], today: CivilDate): Date =>
  tasks
    .filter((task) => isLastDay(state, task, today))
    .map((task) => task.dueAt ?? momentOf(addDays(today, 1)))
    .reduce((first, at) => (at < first ? at : first));

/** A page can be read this long after the day that it is about. */
export const READABLE_DAYS = 30;
