import { loadavg } from "node:os";
import { describeMachine, headLine, type Machine } from "../machine.ts";
import { median } from "../percentiles.ts";
import type { TurnFigure } from "../turns/figure.ts";
import { loadsOf } from "../turns/loads.ts";
import { openPlace } from "../turns/place.ts";
import type { TurnSettings } from "./turns.ts";

export interface Against {
  machine: Machine;
  settings: TurnSettings;
  /** Of each load the rounds here and there. */
  loads: { name: string; here: TurnFigure[]; there: TurnFigure[] }[];
}

const ROUNDS = 3;

/** The same loads on this version of the bot and on another, in turn; emulator and people are this version's. */
export async function measuresAgainst(
  checkout: string,
  settings: TurnSettings,
  say: (line: string) => void,
): Promise<Against> {
  const machine = describeMachine();
  const here = await openPlace(settings, say);
  try {
    const there = await openPlace({ ...settings, checkout }, say);
    try {
      const loads = loadsOf(settings).map((load) => ({ load, here: [] as TurnFigure[], there: [] as TurnFigure[] }));
      for (let round = 1; round <= ROUNDS; round++)
        for (const { load, ...found } of loads) {
          say(`${load.name}, round ${round}`);
          // Who goes first has the quieter machine, or the colder: each does in turn.
          const order = round % 2 === 1 ? (["here", "there"] as const) : (["there", "here"] as const);
          for (const which of order) found[which].push(await load.run(which === "here" ? here : there));
        }
      const found = loads.map(({ load, ...rounds }) => ({ name: load.name, ...rounds }));
      return { machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, settings, loads: found };
    } finally {
      await there.close();
    }
  } finally {
    await here.close();
  }
}

const FIGURES: readonly (readonly [name: string, of: (figure: TurnFigure) => number, unit: string])[] = [
  ["p50", ({ times }) => times.p50, "ms"],
  ["p99", ({ times }) => times.p99, "ms"],
  ["over 2 s", ({ over }) => over, ""],
  ["bot", ({ botMs }) => botMs, "ms"],
  ["database", ({ databaseMs }) => databaseMs, "ms"],
  ["statements", ({ statements }) => statements, ""],
  ["round trips", ({ roundTrips }) => roundTrips, ""],
  ["memory", ({ megabytes }) => megabytes, "MB"],
];

/** For a terminal. */
export function againstTable({ machine, settings, loads }: Against): string {
  return [
    `${headLine(machine)}; ${settings.districts} districts, ${settings.seconds} s each; medians of ${ROUNDS}, here and there`,
    ...loads.map(({ name, here, there }) => {
      const pairs = FIGURES.map(([what, of, unit]) => {
        const [one, other] = [median(here.map(of)), median(there.map(of))];
        return `${what} ${one.toFixed(1)} and ${other.toFixed(1)} ${unit}`.trim();
      });
      return `${name}: ${pairs.join(", ")}`;
    }),
  ].join("\n");
}
