import { type Signal, signal } from "@preact/signals";
import type { EmulatorClient } from "../../src/client/client.ts";
import { makePlayer, type Player } from "../../src/scenario/player.ts";
import { type PlacedStep, type Problem, type Scenario, ScenarioError } from "../../src/scenario/scenario.ts";
import { PACES, type PaceName } from "./pace.ts";
import { showStep } from "./show-step.ts";
import type { StepPresenter } from "./step-presenter.ts";

export interface Playback {
  scenario: Scenario;
  /** Index of the step that is running or comes next. */
  at: number;
  phase: "playing" | "paused" | "done" | "failed";
  /** The caption shown. */
  caption: string | undefined;
  problems: readonly Problem[];
}

export interface PlaybackStore {
  current: Signal<Playback | undefined>;
  pace: Signal<PaceName>;
  /** @param fresh whether to reset everything before */
  start(scenario: Scenario, fresh: boolean): Promise<void>;
  pause(): void;
  resume(): Promise<void>;
  /** The next step alone. */
  next(): Promise<void>;
  stop(): void;
}

export interface PlaybackDeps {
  client: EmulatorClient;
  presenter: StepPresenter;
  readFile(path: string): Promise<Uint8Array>;
  /** Fetches what changed. */
  catchUp(): Promise<void>;
}

export function makePlaybackStore(deps: PlaybackDeps): PlaybackStore {
  const current = signal<Playback | undefined>(undefined);
  const pace = signal<PaceName>("medium");
  let ready: Promise<Player> | undefined;
  let running: Promise<void> | undefined;
  let isFresh = false;
  /** Ends early when playing is paused or stopped. */
  const { wait, end } = interruptibleWait();
  const change = (part: Partial<Playback>) => {
    if (current.value !== undefined) current.value = { ...current.value, ...part };
  };
  const isPlaying = () => current.value?.phase === "playing";

  async function prepare(scenario: Scenario): Promise<Player> {
    if (isFresh) await deps.client.reset();
    const player = await makePlayer(scenario, deps);
    deps.presenter.showPeople(scenario.people.map(player.names.userId));
    await player.begin();
    await deps.catchUp();
    return player;
  }
  async function step(player: Player, placed: PlacedStep): Promise<void> {
    if (placed.step.kind === "caption") change({ caption: placed.step.text });
    const timing = { pace: PACES[pace.value], wait, isPlaying };
    await showStep(placed.step, { names: player.names, presenter: deps.presenter, timing });
    if (!isPlaying()) return;
    await player.perform(placed);
    await deps.catchUp();
    change({ at: (current.value?.at ?? 0) + 1 });
  }
  async function perform(scenario: Scenario, steps: number): Promise<void> {
    change({ phase: "playing", problems: [] });
    try {
      ready ??= prepare(scenario).catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
      const player = await ready;
      for (let done = 0; done < steps && isPlaying(); done++) {
        const placed = scenario.steps[current.value?.at ?? 0];
        if (placed !== undefined) await step(player, placed);
        if (current.value?.at === scenario.steps.length) change({ phase: "done" });
        else if (done + 1 < steps && isPlaying()) await wait(PACES[pace.value].afterMs);
      }
      if (isPlaying()) change({ phase: "paused" });
    } catch (error) {
      change({ phase: "failed", problems: problemsOf(error) });
    }
    deps.presenter.highlight.value = undefined;
  }
  /** After a pause the current step finishes first. */
  async function run(steps: number): Promise<void> {
    if (running !== undefined && isPlaying()) return;
    await running;
    const { scenario } = current.value ?? {};
    if (running !== undefined || scenario === undefined) return;
    running = perform(scenario, steps);
    await running;
    running = undefined;
  }
  const halt = () => {
    end();
    deps.presenter.highlight.value = undefined;
  };
  return {
    current,
    pace,
    start: async (scenario, fresh) => {
      current.value = undefined;
      halt();
      await running;
      [ready, isFresh] = [undefined, fresh];
      current.value = { scenario, at: 0, phase: "playing", caption: scenario.about, problems: [] };
      await run(Number.POSITIVE_INFINITY);
    },
    pause: () => {
      change({ phase: "paused" });
      halt();
    },
    resume: () => run(Number.POSITIVE_INFINITY),
    next: () => run(1),
    stop: () => {
      current.value = undefined;
      halt();
    },
  };
}

const problemsOf = (error: unknown): readonly Problem[] => {
  if (error instanceof ScenarioError) return error.problems;
  return [{ line: 1, message: error instanceof Error ? error.message : String(error) }];
};

/** A timer of which one runs at a time; it can be ended early. */
interface InterruptibleWait {
  wait(ms: number): Promise<void>;
  /** Does nothing when nobody waits. */
  end(): void;
}

function interruptibleWait(): InterruptibleWait {
  let end = () => {};
  return {
    wait: (ms) =>
      new Promise<void>((done) => {
        const timer = setTimeout(done, ms);
        end = () => {
          clearTimeout(timer);
          done();
        };
      }),
    end: () => end(),
  };
}
