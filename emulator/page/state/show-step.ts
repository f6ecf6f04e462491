import type { ResolvedNames } from "../../src/scenario/resolve-names.ts";
import type { Step } from "../../src/scenario/scenario.ts";
import type { Pace } from "./pace.ts";
import type { StepPresenter } from "./step-presenter.ts";

export interface StepTiming {
  pace: Pace;
  /** Ends early when playing is paused or stopped. */
  wait(ms: number): Promise<void>;
  isPlaying(): boolean;
}

interface Shown {
  names: ResolvedNames;
  presenter: StepPresenter;
  timing: StepTiming;
}

/** Shows the person of a step and what is about to happen. Does not change the emulator. */
export async function showStep(step: Step, { names, presenter, timing }: Shown): Promise<void> {
  const { pace, wait } = timing;
  if (step.kind === "caption") return wait(pace.beforeMs + step.text.length * pace.readMs);
  if (!("who" in step)) return wait(pace.beforeMs);
  const userId = names.userId(step.who);
  presenter.openChat(userId, step.in === undefined ? undefined : names.conversationId(step.in));
  if (step.kind === "see") return wait(pace.beforeMs / 2);
  if (step.kind === "say") await type(userId, names.withoutMention(step.text).text, { presenter, timing });
  presenter.highlight.value = step.kind === "press" ? { userId, label: step.label } : undefined;
  await wait(pace.beforeMs);
  presenter.highlight.value = undefined;
  if (step.kind === "say") presenter.typeText(userId, "");
}

async function type(userId: string, text: string, { presenter, timing }: Omit<Shown, "names">): Promise<void> {
  const { letterMs } = timing.pace;
  const letters = [...text];
  for (let shown = letterMs === 0 ? letters.length : 1; shown <= letters.length && timing.isPlaying(); shown++) {
    presenter.typeText(userId, letters.slice(0, shown).join(""));
    await timing.wait(letterMs);
  }
}
