import { type Lateness, latenessOf } from "../definition/deadlines.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { EventType } from "../engine/events.ts";
import { type Listener, on } from "../engine/feature.ts";
import { rulingEffectsChanged } from "./events.ts";

/** After the event, answers that wait to one of the decisions may have other effects. */
export const followEffects = <Payload>(type: EventType<Payload>, decisions: readonly Decision[]): Listener =>
  on(type, async ({ emit }) => emit(rulingEffectsChanged, { decisions }));

/** Something handed in, with the mark it got then. */
export interface Marked {
  name: string;
  at: Date;
  lateness: Lateness;
}

/** What would be marked otherwise under the deadline. Marks are facts of the day of handing in, and stay. */
export const marksThatStay = (
  marked: readonly Marked[],
  deadline: Parameters<typeof latenessOf>[0],
): readonly Marked[] => marked.filter(({ at, lateness }) => latenessOf(deadline, at) !== lateness);
