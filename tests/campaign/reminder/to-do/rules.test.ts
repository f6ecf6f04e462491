import { expect, test } from "vitest";
import { remindersDue } from "../../../../src/campaign/reminder/due.ts";
import { dueAtOf, goesToList, isLastDay } from "../../../../src/campaign/reminder/to-do/rules.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { dayOf } from "../../../../src/shared/civil-date.ts";
import { at, nothing } from "../../tasks/support/state.ts";

const CLERK = staffId("keqiao-1");

/** How the clerk is reminded at 09:00 of the day, who has handed in nothing. */
function remindedOn(day: string) {
  const now = at(`${day}T09:00:00`);
  const state = nothing();
  const reminder = remindersDue(state, { now, told: new Map() }).find(({ person }) => person === CLERK);
  if (!reminder) throw new Error(`nobody is reminded on ${day}`);
  return { state, reminder, today: dayOf(now) };
}

test.each([
  // Not of the day that binds nobody, and not of an earlier reminder.
  ["09-15", false],
  ["09-19", false],
  ["09-25", false],
  // The last working day before 9月30日; the one of the report.
  ["09-28", true],
  // Late: a card that urges.
  ["10-08", false],
  ["10-20", false],
] as const)("the reminder of %s goes to the to-do list: %s", (day, expected) => {
  const { state, reminder, today } = remindedOn(day);

  expect(goesToList(state, reminder, today)).toBe(expected);
});

test("of the report's last day too, once the list is in; it is due at 24:00 of the stated day", () => {
  const now = at("10-20T09:00:00");
  const state = { ...nothing(), isPublished: true };
  const [reminder] = remindersDue(state, { now, told: new Map() }).filter(({ person }) => person === CLERK);

  expect(reminder && goesToList(state, reminder, dayOf(now))).toBe(true);
  expect(reminder && dueAtOf(state, reminder.tasks, dayOf(now))).toEqual(at("10-21T00:00:00"));
});

test("an entry of the list's last day is about the list, due at 24:00 of 9月30日", () => {
  const { state, reminder, today } = remindedOn("09-28");

  expect(reminder.tasks.filter((task) => isLastDay(state, task, today)).map(({ what }) => what)).toEqual([
    "list.submit",
  ]);
  expect(dueAtOf(state, reminder.tasks, today)).toEqual(at("10-01T00:00:00"));
});
