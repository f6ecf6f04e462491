import { loadavg } from "node:os";
import { commitTimes } from "../floors/commit.ts";
import { type StreamFloors, streamFloors } from "../floors/stream.ts";
import { describeMachine, headLine, type Machine } from "../machine.ts";
import type { Spread } from "../percentiles.ts";
import { figureLine, spreadWords, type TurnFigure } from "../turns/figure.ts";
import { type LoadSettings, loadsOf } from "../turns/loads.ts";
import { openPlace, type PlaceSettings } from "../turns/place.ts";

export type TurnSettings = PlaceSettings & LoadSettings;

export interface Turns {
  machine: Machine;
  settings: TurnSettings;
  /** The least that a peer on the stream and a stored row take, in the same run. */
  floors: { stream: StreamFloors; commit: Spread };
  figures: TurnFigure[];
}

/** Clerks of many districts save pages of 初评 and ask, one after the other and all at a pace. */
export async function measuresTurns(settings: TurnSettings, say: (line: string) => void): Promise<Turns> {
  const machine = describeMachine();
  const place = await openPlace(settings, say);
  try {
    say("floors");
    const floors = await floorsBeside(place.databaseUrl, settings);
    const figures: TurnFigure[] = [];
    for (const load of loadsOf(settings)) {
      const figure = await load.run(place);
      figures.push(figure);
      say(figureLine(figure));
    }
    return { machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, settings, floors, figures };
  } finally {
    await place.close();
  }
}

async function floorsBeside(databaseUrl: string, { messages, seconds }: LoadSettings): Promise<Turns["floors"]> {
  const pace = { perSecond: fastestOf(messages), seconds: Math.min(5, seconds) };
  return {
    commit: await commitTimes(databaseUrl),
    stream: await streamFloors({ databaseUrl, rounds: 1, roundMs: 300, pace }),
  };
}

/** Of the floors; the slowest that is measured where no messages at a pace are. */
const fastestOf = (messages: readonly number[]): number => Math.max(15, ...messages);

const AIMS = { press: 100, call: 150, ack: 20, ackTimesFloor: 5, botMs: 6, megabytes: 200 };

/** For a terminal. */
export function turnsTable({ machine, settings, floors, figures }: Turns): string {
  const { pacedAck, pacedDurableAck } = floors.stream;
  return [
    `${headLine(machine)}; ${settings.districts} districts, ${settings.seconds} s each`,
    `floor: a row stored and committed in PostgreSQL: ${spreadWords(floors.commit)}`,
    `floor: a frame acknowledged, ${fastestOf(settings.messages)}/s: ${spreadWords(pacedAck)}; stored before: ${spreadWords(pacedDurableAck)}`,
    ...figures.map(figureLine),
    ...judged(figures, pacedDurableAck),
  ].join("\n");
}

function judged(figures: readonly TurnFigure[], floor: Spread): string[] {
  const most = (of: (figure: TurnFigure) => number | undefined): number =>
    Math.max(...figures.flatMap((figure) => of(figure) ?? []));
  const presses = figures.filter(({ name, perSecond }) => name.startsWith("press") && perSecond !== undefined);
  const fastest = presses.toSorted((one, other) => (other.perSecond ?? 0) - (one.perSecond ?? 0))[0];
  const ackAim = Math.max(AIMS.ack, AIMS.ackTimesFloor * floor.p99);
  const line = (what: string, value: number, aim: number, unit: string) =>
    `${what}: ${value.toFixed(1)} ${unit}, aim ≤ ${aim.toFixed(0)} ${unit}: ${value <= aim ? "met" : "MISSED"}`;
  return [
    ...(fastest
      ? [
          line(`press at ${fastest.perSecond}/s, p99`, fastest.times.p99, AIMS.press, "ms"),
          line(`press at ${fastest.perSecond}/s, over 2 s`, fastest.over, 0, ""),
          line("bot's processor a press", fastest.botMs, AIMS.botMs, "ms"),
        ]
      : []),
    ...(figures.some(({ toAck }) => toAck)
      ? [
          line(
            "first call, p99",
            most(({ toAck, times }) => toAck && times.p99),
            AIMS.call,
            "ms",
          ),
          line(
            "acknowledgement, p99",
            most(({ toAck }) => toAck?.p99),
            ackAim,
            "ms",
          ),
        ]
      : []),
    line(
      "memory",
      most(({ megabytes }) => megabytes),
      AIMS.megabytes,
      "MB",
    ),
  ];
}
