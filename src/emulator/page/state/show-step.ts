import type { Cast } from "../../scenario/cast.ts";
import type { Step } from "../../scenario/scenario.ts";
import type { Pace } from "./pace.ts";
import type { Stage } from "./stage.ts";

export interface Beat {
  pace: Pace;
  /** Ends early when the play is paused or stopped. */
  wait(ms: number): Promise<void>;
  isPlaying(): boolean;
}

interface Scene {
  cast: Cast;
  stage: Stage;
  beat: Beat;
}

/** Brings forward who acts or looks, and lets people see what is about to happen. Does nothing to the emulator. */
export async function showStep(step: Step, { cast, stage, beat }: Scene): Promise<void> {
  const { pace, wait } = beat;
  if (step.kind === "caption") return wait(pace.beforeMs + step.text.length * pace.readMs);
  if (!("who" in step)) return wait(pace.beforeMs);
  const userId = cast.userId(step.who);
  stage.forward(userId, step.in === undefined ? undefined : cast.conversationId(step.in));
  if (step.kind === "see") return wait(pace.beforeMs / 2);
  if (step.kind === "say") await type(userId, cast.addressed(step.text).text, { stage, beat });
  stage.pointing.value = step.kind === "press" ? { userId, label: step.label } : undefined;
  await wait(pace.beforeMs);
  stage.pointing.value = undefined;
  if (step.kind === "say") stage.write(userId, "");
}

async function type(userId: string, text: string, { stage, beat }: Omit<Scene, "cast">): Promise<void> {
  const { letterMs } = beat.pace;
  const letters = [...text];
  for (let shown = letterMs === 0 ? letters.length : 1; shown <= letters.length && beat.isPlaying(); shown++) {
    stage.write(userId, letters.slice(0, shown).join(""));
    await beat.wait(letterMs);
  }
}
