import { type Signal, signal } from "@preact/signals";
import type { EmulatorState } from "../../src/contract/control.ts";
import type { ScenarioFile, Step } from "../../src/scenario/scenario.ts";
import { stepOfUserAction, type UserAction } from "../../src/scenario/step-of-user-action.ts";
import type { ColumnStore } from "./columns.ts";
import type { InboxStore } from "./inboxes.ts";

export interface Recording {
  /** Emulated time at the start. */
  start: string;
  people: readonly string[];
  steps: readonly Step[];
}

export interface RecordingStore {
  current: Signal<Recording | undefined>;
  begin(): void;
  /** @returns the scenario file; undefined when nothing was recorded */
  end(): Promise<string | undefined>;
  /** Runs a user action and records it as a step unless it fails. */
  record<Result>(action: UserAction, work: () => Promise<Result>): Promise<Result>;
}

interface RecordingDeps {
  world: Signal<EmulatorState | undefined>;
  /** The emulated time. */
  now(): string | undefined;
  inboxes: InboxStore;
  columns: Pick<ColumnStore, "current">;
  /** Called for an action that cannot be expressed as a step. */
  onUnrecordable(userId: string | undefined): void;
}

export function makeRecording({ world, now, inboxes, columns, onUnrecordable }: RecordingDeps): RecordingStore {
  const current = signal<Recording | undefined>(undefined);
  const updateSteps = (steps: (before: readonly Step[]) => readonly Step[]) => {
    if (current.value !== undefined) current.value = { ...current.value, steps: steps(current.value.steps) };
  };
  function stepOf(action: UserAction): Step | undefined {
    const state = world.value;
    if (current.value === undefined || state === undefined) return undefined;
    const inbox = "userId" in action ? inboxes.of(action.userId).value : undefined;
    return stepOfUserAction(action, { state, messages: [...(inbox?.chats.values() ?? [])].flat() });
  }
  return {
    current,
    begin: () => {
      const name = (userId: string) => world.value?.users.find((user) => user.userId === userId)?.name ?? userId;
      const people = columns.current.value.map(({ userId }) => name(userId));
      current.value = { start: now() ?? "", people, steps: [] };
    },
    end: async () => {
      const recording = current.value;
      current.value = undefined;
      if (recording === undefined || recording.steps.length === 0) return undefined;
      const { formatScenario } = await import("../scenarios/scenario-text.ts");
      return formatScenario({ title: "录制的场景", ...recording });
    },
    record: async (action, work) => {
      const step = stepOf(action);
      if (step === undefined) {
        if (current.value !== undefined) onUnrecordable("userId" in action ? action.userId : undefined);
        return work();
      }
      // Recorded at its start: a long action may end after later ones.
      updateSteps((steps) => [...steps, step]);
      try {
        return await work();
      } catch (error) {
        updateSteps((steps) => steps.filter((one) => one !== step));
        throw error;
      }
    },
  };
}

const MAX_INLINE_BYTES = 256 * 1024;

/** Small texts stay readable, other small files become base64; of a large one only the name is recorded. */
export async function fileOfScenario(file: File): Promise<ScenarioFile> {
  const { name } = file;
  if (file.size > MAX_INLINE_BYTES) return { name, path: name };
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return { name, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { name, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
  }
}
