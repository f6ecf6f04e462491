import { type Signal, signal } from "@preact/signals";
import type { EmulatorClient } from "../../client/client.ts";
import { makePlayer, type Player } from "../../scenario/player.ts";
import { type Problem, type Scenario, ScenarioTrouble } from "../../scenario/scenario.ts";
import { PACES, type PaceName } from "./pace.ts";
import { showStep } from "./show-step.ts";
import type { Stage } from "./stage.ts";

export interface Performance {
  scenario: Scenario;
  /** The step that is done or comes next, counted from 0. */
  at: number;
  phase: "playing" | "paused" | "done" | "failed";
  /** What is explained at the moment. */
  caption: string | undefined;
  problems: readonly Problem[];
}

export interface PlayingStore {
  current: Signal<Performance | undefined>;
  pace: Signal<PaceName>;
  /** @param fresh everything as at first start before */
  start(scenario: Scenario, fresh: boolean): Promise<void>;
  pause(): void;
  goOn(): Promise<void>;
  /** The next step alone. */
  next(): Promise<void>;
  stop(): void;
}

export interface PlayingDeps {
  client: EmulatorClient;
  stage: Stage;
  readFile(path: string): Promise<Uint8Array>;
  /** Fetches what changed. */
  catchUp(): Promise<void>;
}

export function makePlaying(deps: PlayingDeps): PlayingStore {
  const current = signal<Performance | undefined>(undefined);
  const pace = signal<PaceName>("medium");
  let player: Player | undefined;
  let running = false;
  let wake = () => {};
  const change = (part: Partial<Performance>) => {
    if (current.value !== undefined) current.value = { ...current.value, ...part };
  };
  const isPlaying = () => current.value?.phase === "playing";
  /** Ends early when the play is paused or stopped. */
  const wait = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  async function step(scenario: Scenario, at: number): Promise<void> {
    const placed = scenario.steps[at];
    if (placed === undefined || player === undefined) return;
    if (placed.step.kind === "caption") change({ caption: placed.step.text });
    const beat = { pace: PACES[pace.value], wait, isPlaying };
    await showStep(placed.step, { cast: player.cast, stage: deps.stage, beat });
    if (!isPlaying()) return;
    await player.perform(placed);
    await deps.catchUp();
    change({ at: at + 1 });
  }
  async function run(steps: number): Promise<void> {
    const { scenario } = current.value ?? {};
    if (running || scenario === undefined) return;
    running = true;
    change({ phase: "playing" });
    try {
      for (let done = 0; done < steps && isPlaying(); done++) {
        await step(scenario, current.value?.at ?? 0);
        if (current.value?.at === scenario.steps.length) change({ phase: "done" });
        else if (done + 1 < steps && isPlaying()) await wait(PACES[pace.value].afterMs);
      }
      if (isPlaying()) change({ phase: "paused" });
    } catch (error) {
      change({ phase: "failed", problems: problemsOf(error) });
    } finally {
      running = false;
      deps.stage.pointing.value = undefined;
    }
  }
  const halt = () => {
    wake();
    deps.stage.pointing.value = undefined;
  };
  return {
    current,
    pace,
    start: async (scenario, fresh) => {
      current.value = { scenario, at: 0, phase: "playing", caption: scenario.about, problems: [] };
      try {
        if (fresh) await deps.client.reset();
        player = await makePlayer(scenario, deps);
        deps.stage.seat(scenario.people.map(player.cast.userId));
        await player.begin();
        await deps.catchUp();
      } catch (error) {
        change({ phase: "failed", problems: problemsOf(error) });
        return;
      }
      await run(Number.POSITIVE_INFINITY);
    },
    pause: () => {
      change({ phase: "paused" });
      halt();
    },
    goOn: () => run(Number.POSITIVE_INFINITY),
    next: () => run(1),
    stop: () => {
      current.value = undefined;
      halt();
    },
  };
}

const problemsOf = (error: unknown): readonly Problem[] => {
  if (error instanceof ScenarioTrouble) return error.problems;
  return [{ line: 1, message: error instanceof Error ? error.message : String(error) }];
};
