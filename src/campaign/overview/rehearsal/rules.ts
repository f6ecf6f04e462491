import type { StaffId } from "../../../shared/brand.ts";
import { addDays, type CivilDate, momentOf } from "../../../shared/civil-date.ts";
import type { RehearsedMessage } from "../../engine/rehearsal.ts";

/** A rehearsal further ahead would take too long, and say little. */
export const MOST_DAYS = 120;
/** Days of a rehearsal without a moment, where no day binds. */
const DAYS = 14;

const DAY_MS = 86_400_000;

/** Why nothing can be rehearsed until then. */
export function problemWith(until: Date, now: Date): "past" | "tooFar" | undefined {
  if (until <= now) return "past";
  return until.getTime() - now.getTime() > MOST_DAYS * DAY_MS ? "tooFar" : undefined;
}

/** Where no moment is named: the morning after the next day that binds, else two weeks ahead. */
export function untilByItself(days: readonly CivilDate[], today: CivilDate): Date {
  const [next = addDays(today, DAYS - 1)] = days.filter((day) => day >= today).toSorted();
  return momentOf(addDays(next, 1), "09:00");
}

/** Messages of one moment with the same title, together. */
export interface Gathered {
  at: Date;
  title: string;
  /** In direct chats. */
  people: readonly StaffId[];
  groups: number;
}

export function gathered(
  messages: readonly RehearsedMessage[],
  titleOf: (one: RehearsedMessage) => string,
): Gathered[] {
  const groups = Map.groupBy(messages, (one) => `${one.at.getTime()} ${titleOf(one)}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const people = all.flatMap(({ chat }) => (chat.kind === "direct" ? [chat.person] : []));
    const inGroups = all.filter(({ chat }) => chat.kind === "group").length;
    return [{ at: first.at, title: titleOf(first), people: [...new Set(people)], groups: inGroups }];
  });
}
