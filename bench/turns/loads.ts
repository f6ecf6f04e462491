import { underLoad } from "../measures/load.ts";
import { atPace } from "../pace.ts";
import { type Act, savesPage, says } from "./acts.ts";
import { measured, type TurnFigure } from "./figure.ts";
import type { Place } from "./place.ts";

export interface LoadSettings {
  /** Of each load at a pace. */
  seconds: number;
  /** How often one after the other. */
  rounds: number;
  /** Loads of presses, a second. */
  presses: readonly number[];
  /** Loads of messages, a second. */
  messages: readonly number[];
}

export interface Load {
  name: string;
  run(place: Place): Promise<TurnFigure>;
}

/** What people do, from the quietest to the most. */
export function loadsOf({ seconds, rounds, presses, messages }: LoadSettings): Load[] {
  const press = (place: Place, at: number) => savesPage(place, clerkAt(place, at));
  const typed = (words: (at: number) => string) => (place: Place, at: number) =>
    says(place.client, clerkAt(place, at), words(at));
  return [
    oneByOne(
      "进度",
      rounds,
      typed(() => "进度"),
    ),
    oneByOne(
      "a typed answer of 初评",
      rounds,
      typed((at) => `1-1 ${at % 2 === 0 ? "3" : "4"}`),
    ),
    oneByOne(PRESS, rounds, press),
    ...messages.map((perSecond) => messagesAt({ perSecond, seconds })),
    ...presses.map((perSecond) => pressesAt({ perSecond, seconds })),
  ];
}

const PRESS = "press to new face, a page of 初评";
const MESSAGE = "帮助 to first call";

const clerkAt = ({ clerks }: Place, at: number): string => clerks[at % clerks.length] ?? "";

/** The first of them belong to nobody's figure: code and statements are as in a bot that has run for a while. */
const BEFORE = 20;

const oneByOne = (name: string, rounds: number, act: (place: Place, at: number) => Promise<Act>): Load => ({
  name,
  async run(place) {
    for (let at = 0; at < BEFORE; at++) await act(place, at);
    return measured(place, { name }, async () => {
      const acts: Act[] = [];
      for (let at = 0; at < rounds; at++) acts.push(await act(place, at));
      return workOf(acts);
    });
  },
});

/** What is pressed before presses at a pace are measured: V8 goes on making code of it faster for several hundred. */
const PRESSES_BEFORE = { perSecond: 40, seconds: 15 };
const warm = new WeakSet<Place>();

async function pressesOf(place: Place, pace: { perSecond: number; seconds: number }): Promise<Act[]> {
  const acts: Act[] = [];
  await atPace(pace, async (at) => void acts.push(await savesPage(place, clerkAt(place, at))));
  return acts;
}

export const pressesAt = (pace: { perSecond: number; seconds: number }): Load => ({
  name: `${PRESS}, ${pace.perSecond}/s`,
  async run(place) {
    if (!warm.has(place)) await pressesOf(place, PRESSES_BEFORE);
    warm.add(place);
    return measured(place, { name: PRESS, perSecond: pace.perSecond }, async () =>
      workOf(await pressesOf(place, pace)),
    );
  },
});

const workOf = (acts: readonly Act[]) => ({
  times: acts.map(({ ms }) => ms),
  failed: acts.filter(({ done }) => !done).length,
});

const messagesAt = (pace: { perSecond: number; seconds: number }): Load => ({
  name: `${MESSAGE}, ${pace.perSecond}/s`,
  run: (place) =>
    measured(place, { name: MESSAGE, perSecond: pace.perSecond }, async () => {
      const { town, bots, clerks: people } = place;
      const [resident] = bots;
      if (!resident) throw new Error("a bot runs");
      const { pushed, calls, toAck } = await underLoad({ town, resident, pace, people, untilAnswered: true });
      return { times: calls, toAck, failed: pushed - calls.length };
    }),
});
