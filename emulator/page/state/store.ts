import { type Signal, signal } from "@preact/signals";
import { emulatorClient } from "../../src/client/client.ts";
import type { EmulatedMessage, EmulatorState } from "../../src/contract/control.ts";
import type { Control } from "../api/control.ts";
import type { FeedLink } from "../api/feed.ts";
import { type ClockStore, makeClockStore } from "./clock-store.ts";
import { type ColumnStore, makeColumns } from "./columns.ts";
import { errorMessage } from "./error-message.ts";
import { type FaultStore, makeFaultStore } from "./faults.ts";
import { type FidelityStore, makeFidelity } from "./fidelity.ts";
import { type InboxStore, makeInboxes } from "./inboxes.ts";
import { listen } from "./listen.ts";
import { makePlaybackStore, type PlaybackStore } from "./playback.ts";
import { makePreferences, type PreferenceStore } from "./preferences.ts";
import { recordedControl } from "./recorded-control.ts";
import { makeRecording, type RecordingStore } from "./recording.ts";
import { makeScenarioLibrary, type ScenarioLibrary } from "./scenario-library.ts";
import { makeSeen, type SeenStore } from "./seen.ts";
import { type Draft, makeStepPresenter, type StepPresenter } from "./step-presenter.ts";
import { makeTemplateStore, type TemplateStore } from "./templates.ts";
import { makeToasts, type ToastStore } from "./toasts.ts";
import { makeTrafficStore, type TrafficStore } from "./traffic.ts";

/** A file, or a picture with the others of its chat. */
export type Preview =
  | { kind: "file"; file: NonNullable<EmulatedMessage["file"]> }
  | { kind: "picture"; userId: string; conversationId: string; address: string };

/** The state of the page. Components read the signals and call the functions; no other state is persisted. */
export interface Store {
  control: Control;
  world: Signal<EmulatorState | undefined>;
  link: Signal<FeedLink>;
  time: ClockStore;
  inboxes: InboxStore;
  columns: ColumnStore;
  preferences: PreferenceStore;
  seen: SeenStore;
  fidelity: FidelityStore;
  traffic: TrafficStore;
  faults: FaultStore;
  toasts: ToastStore;
  templates: TemplateStore;
  library: ScenarioLibrary;
  presenter: StepPresenter;
  playback: PlaybackStore;
  recording: RecordingStore;
  /** Text put into a person's input box from outside (guided steps, suggestions). */
  draft: Signal<Draft | undefined>;
  /** The opened preview. */
  preview: Signal<Preview | undefined>;
  /** Unsent text of the input boxes, by person and chat. */
  unsent: Map<string, string>;
  /** What was last sent, for the guided steps. */
  sent: Signal<{ userId: string; text: string } | undefined>;
  /** Runs work that calls the emulator; an error becomes a toast. @returns undefined when it failed */
  attempt<Result>(work: () => Promise<Result>, userId?: string): Promise<Result | undefined>;
  catchUp(): Promise<void>;
  retryNow(): void;
}

export function makeStore({ control: plain, storage }: { control: Control; storage: Storage }): Store {
  const toasts = makeToasts();
  const onTrouble = (error: unknown, userId?: string) =>
    toasts.say(errorMessage(error), { tone: "trouble", ...(userId === undefined ? {} : { userId }) });
  const control = recordedControl(plain, () => recording);
  const known = {
    control,
    toasts,
    world: signal<EmulatorState | undefined>(undefined),
    link: signal<FeedLink>({ kind: "connecting" }),
    time: makeClockStore(control, onTrouble),
    inboxes: makeInboxes(control),
    columns: makeColumns({ storage, address: location }),
    fidelity: makeFidelity(control),
    traffic: makeTrafficStore(control),
    faults: makeFaultStore(control),
    templates: makeTemplateStore(control),
  };
  const recording = makeRecording({
    ...known,
    now: () => known.time.clock.value?.now,
    onUnrecordable: (userId) =>
      toasts.say("此操作无法录制。", { tone: "trouble", ...(userId === undefined ? {} : { userId }) }),
  });
  const draft = signal<Draft | undefined>(undefined);
  async function attempt<Result>(work: () => Promise<Result>, userId?: string): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      onTrouble(error, userId);
      return undefined;
    }
  }
  const listening = listen(known);
  const client = emulatorClient(location.origin, { idleMs: 60_000 });
  const library = makeScenarioLibrary(client);
  const presenter = makeStepPresenter({ ...known, draft });
  const { catchUp } = listening;
  return {
    ...known,
    ...listening,
    library,
    presenter,
    playback: makePlaybackStore({ client, presenter, catchUp, readFile: library.readFile }),
    recording,
    preferences: makePreferences(storage),
    seen: makeSeen(storage),
    preview: signal(undefined),
    unsent: new Map(),
    draft,
    sent: signal(undefined),
    attempt,
  };
}
