import type { EmulatorState } from "../contract/control.ts";
import type { FaultRuleInput } from "../contract/fault-rule.ts";
import type { TrafficEntry, Usage, Warning } from "../contract/instruments.ts";
import { type Call, makeCall } from "./call.ts";
import { type EmulatorClock, makeClock } from "./clock.ts";
import { findGroup } from "./find-chat.ts";
import { makePerson, type Person } from "./person.ts";

/** Operates an emulator over its control interface only, for tests and players. Runs in Node and in a page. */
export interface EmulatorClient {
  url: string;
  /** For calls of the control interface without a method here. */
  call: Call;
  /** A person of the organisation, by userId. */
  as(userId: string): Person;
  clock: EmulatorClock;
  /** Resolves when the emulator and the bots are idle. */
  idle(): Promise<void>;
  state(): Promise<EmulatorState>;
  /** The group's conversationId. @throws NotVisibleError listing the existing groups */
  group(title: string): Promise<string>;
  /** Injects faults until {@link clearFaults}. */
  injectFaults(rules: readonly FaultRuleInput[]): Promise<void>;
  clearFaults(): Promise<void>;
  /** Frames and calls both ways, oldest first. @param after the id of an entry */
  traffic(after?: number): Promise<readonly TrafficEntry[]>;
  usage(): Promise<Usage>;
  warnings(): Promise<readonly Warning[]>;
  /** Resets everything, including the data of the registered bots. */
  reset(): Promise<void>;
  /** The emulator's state, for {@link restore}; the state of bots is not part of it. */
  snapshot(): Promise<object>;
  restore(snapshot: object): Promise<void>;
}

export interface ClientOptions {
  /** Timeout for becoming idle, machine time; default 30 s. */
  idleMs?: number;
  /** Replaces plain calls; for a player that waits while a bot restarts. */
  call?: Call;
}

/** @param url where the emulator listens, for example `http://127.0.0.1:3100` */
export function emulatorClient(url: string, options: ClientOptions = {}): EmulatorClient {
  const { idleMs = 30_000, call = makeCall(url) } = options;
  const idle = async () => void (await call("/idle", { timeoutMs: idleMs }));
  return {
    url,
    call,
    as: (userId) => makePerson(userId, { call, idle }),
    clock: makeClock(call),
    idle,
    state: () => call("/state"),
    group: async (title) => (await findGroup(call, title)).conversationId,
    injectFaults: async (rules) => void (await call("/faults", { rules })),
    clearFaults: async () => void (await call("/faults", undefined, "DELETE")),
    traffic: async (after = 0) => (await call<{ entries: TrafficEntry[] }>(`/traffic?after=${after}`)).entries,
    usage: () => call("/usage"),
    warnings: async () => (await call<{ warnings: Warning[] }>("/warnings")).warnings,
    reset: async () => void (await call("/reset", {})),
    snapshot: async () => (await call<{ snapshot: object }>("/snapshot", {})).snapshot,
    restore: async (snapshot) => void (await call("/restore", { snapshot })),
  };
}
