import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { describeMachine, headLine, type Machine } from "../machine.ts";
import { atPace } from "../pace.ts";
import { processorTimeOf, processorTimeWithChildren } from "../program.ts";
import type { Entry } from "../town.ts";
import { figureLine, type TurnFigure } from "../turns/figure.ts";
import { pressesAt } from "../turns/loads.ts";
import { openPlace, type Place } from "../turns/place.ts";

export interface ScaleSettings {
  districts: number;
  /** Of each load. */
  seconds: number;
  /** Presses a second, load after load. */
  presses: readonly number[];
}

/** What so many bots on one database did. */
export interface ScaleFigure {
  bots: number;
  presses: TurnFigure[];
  /** Messages as fast as they are answered. */
  answeredPerSecond: number;
  /** Shares of one processor meanwhile. */
  processors: { bots: number; database: number; emulator: number };
  /** Answers that overtook one before them to the same person. */
  outOfOrder: number;
  unanswered: number;
}

export interface Scale {
  machine: Machine;
  settings: ScaleSettings;
  figures: ScaleFigure[];
}

const MOST_BOTS = 3;

/** One, two and three bots on one database and one ClientID, under the same loads. */
export async function measuresScale(settings: ScaleSettings, say: (line: string) => void): Promise<Scale> {
  const machine = describeMachine();
  const place = await openPlace(settings, say);
  try {
    const figures: ScaleFigure[] = [];
    for (let bots = 1; bots <= MOST_BOTS; bots++) {
      if (bots > 1) await place.addBot();
      const presses: TurnFigure[] = [];
      for (const perSecond of settings.presses)
        presses.push(await pressesAt({ perSecond, seconds: settings.seconds }).run(place));
      const figure = { bots, presses, ...(await messages(place, settings.seconds)) };
      figures.push(figure);
      say(figureLines(figure).join("\n  "));
    }
    return { machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, settings, figures };
  } finally {
    await place.close();
  }
}

/** How many messages of all people together are not answered yet, at most. */
const AT_ONCE = 48;
const FULL_PER_SECOND = 400;
const LOOK_MS = 50;
const SETTLES_MS = 60_000;

const sent = z.object({ body: z.object({ userIds: z.array(z.string()), msgParam: z.string() }) });

/** Everybody asks in turn, numbered: each answer says which message it answers. */
async function messages(place: Place, seconds: number): Promise<Omit<ScaleFigure, "bots" | "presses">> {
  const { town, client, clerks } = place;
  await client.idle();
  let { last } = await town.traffic(Number.MAX_SAFE_INTEGER);
  const before = await usedIn(place);
  const answered = new Map<string, number[]>();
  let asked = 0;
  let seen = 0;
  const look = async (): Promise<void> => {
    const news = await town.traffic(last);
    last = news.last;
    for (const [person, number] of answersIn(news.entries)) {
      answered.set(person, [...(answered.get(person) ?? []), number]);
      seen++;
    }
  };
  const began = performance.now();
  const until = began + seconds * 1_000;
  const looking = (async () => {
    while (performance.now() < until) {
      await look();
      await pause(LOOK_MS);
    }
  })();
  await atPace({ perSecond: FULL_PER_SECOND, seconds }, async () => {
    if (asked - seen >= AT_ONCE || performance.now() > until) return;
    const number = asked++;
    await town.say(clerks[number % clerks.length] ?? "", `导出 ${NUMBERED} ${number}`);
  });
  await looking;
  const inTime = seen;
  const took = (performance.now() - began) / 1_000;
  const after = await usedIn(place);
  for (const end = performance.now() + SETTLES_MS; seen < asked && performance.now() < end; ) {
    await pause(LOOK_MS);
    await look();
  }
  const share = (what: keyof typeof after): number => (after[what] - before[what]) / took;
  return {
    answeredPerSecond: inTime / took,
    processors: { bots: share("bots"), database: share("database"), emulator: share("emulator") },
    outOfOrder: [...answered.values()].reduce((sum, numbers) => sum + descents(numbers), 0),
    unanswered: asked - seen,
  };
}

/** An export that there is not is quoted in the answer. */
const NUMBERED = "压测编号";

function answersIn(entries: readonly Entry[]): [string, number][] {
  return entries.flatMap(({ name, status, request }): [string, number][] => {
    if (!name.endsWith("batchSend") || status !== 200) return [];
    const { body } = sent.parse(request);
    const number = new RegExp(`${NUMBERED}\\s*(\\d+)`, "u").exec(body.msgParam)?.[1];
    return number === undefined ? [] : [[body.userIds[0] ?? "", Number(number)]];
  });
}

const descents = (numbers: readonly number[]): number =>
  numbers.filter((number, at) => at > 0 && number < (numbers[at - 1] ?? 0)).length;

async function usedIn({ bots, postmaster, town }: Place) {
  const times = await Promise.all(bots.map(({ program }) => processorTimeOf(program.pid)));
  return {
    bots: times.reduce((sum, one) => sum + one, 0),
    database: await processorTimeWithChildren(postmaster),
    emulator: await processorTimeOf(town.program.pid),
  };
}

function figureLines({ bots, presses, answeredPerSecond, processors, outOfOrder, unanswered }: ScaleFigure): string[] {
  const share = (value: number): string => value.toFixed(2);
  return [
    ...presses.map((figure) => `${bots} bots: ${figureLine(figure)}`),
    `${bots} bots: ${answeredPerSecond.toFixed(0)} messages a second answered; ${outOfOrder} out of order, ` +
      `${unanswered} unanswered; processors: bots ${share(processors.bots)}, database ${share(processors.database)}, ` +
      `emulator ${share(processors.emulator)}`,
  ];
}

/** For a terminal. */
export function scaleTable({ machine, settings, figures }: Scale): string {
  return [
    `${headLine(machine)}; ${settings.districts} districts, ${settings.seconds} s each`,
    ...figures.flatMap(figureLines),
  ].join("\n");
}
