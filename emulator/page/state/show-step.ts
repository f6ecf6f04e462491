import type { ResolvedNames } from "../../src/scenario/resolve-names.ts";
import type { Step } from "../../src/scenario/scenario.ts";
import type { Pace } from "./pace.ts";
import type { Scene } from "./step-presenter.ts";

export interface Beat {
  pace: Pace;
  /** Ends early when the play is paused or stopped. */
  wait(ms: number): Promise<void>;
  isPlaying(): boolean;
}

interface Shown {
  cast: ResolvedNames;
  scene: Scene;
  beat: Beat;
}

/** Brings forward who acts or looks, and lets people see what is about to happen. Does nothing to the emulator. */
export async function showStep(step: Step, { cast, scene, beat }: Shown): Promise<void> {
  const { pace, wait } = beat;
  if (step.kind === "caption") return wait(pace.beforeMs + step.text.length * pace.readMs);
  if (!("who" in step)) return wait(pace.beforeMs);
  const userId = cast.userId(step.who);
  scene.forward(userId, step.in === undefined ? undefined : cast.conversationId(step.in));
  if (step.kind === "see") return wait(pace.beforeMs / 2);
  if (step.kind === "say") await type(userId, cast.withoutMention(step.text).text, { scene, beat });
  scene.pointing.value = step.kind === "press" ? { userId, label: step.label } : undefined;
  await wait(pace.beforeMs);
  scene.pointing.value = undefined;
  if (step.kind === "say") scene.write(userId, "");
}

async function type(userId: string, text: string, { scene, beat }: Omit<Shown, "cast">): Promise<void> {
  const { letterMs } = beat.pace;
  const letters = [...text];
  for (let shown = letterMs === 0 ? letters.length : 1; shown <= letters.length && beat.isPlaying(); shown++) {
    scene.write(userId, letters.slice(0, shown).join(""));
    await beat.wait(letterMs);
  }
}
