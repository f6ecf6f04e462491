import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type EmulatorClient, emulatorClient } from "../client/client.ts";
import { createEmulator, type EmulatorOptions } from "../create-emulator.ts";
import { extendExpect } from "./matchers.ts";

/** A running emulator and the client on it. */
export interface TestEmulator extends EmulatorClient {
  /** What a bot needs in its environment. */
  env: Record<string, string>;
}

export interface UseOptions extends Partial<EmulatorOptions> {
  seed: EmulatorOptions["seed"];
  /** Connects the bot under test; the returned function is called at the end. */
  bot?(emulator: TestEmulator): Promise<() => unknown>;
}

const FIRST_MORNING = new Date("2023-08-09T09:00:00+08:00");

/**
 * An emulator for the tests of a file or a `describe`: started before them on its own port, reset after each of them,
 * closed after the last. Its members may be read from the first hook on. Adds the matchers.
 */
export function useEmulator({ bot, ...options }: UseOptions): TestEmulator {
  let running: TestEmulator | undefined;
  let end: () => Promise<void> = async () => {};
  extendExpect(expect);
  beforeAll(async () => {
    const emulator = await createEmulator({ port: 0, now: FIRST_MORNING, ...options });
    let disconnect: (() => unknown) | undefined;
    end = async () => {
      try {
        await disconnect?.();
      } finally {
        await emulator.close();
      }
    };
    running = { ...emulatorClient(emulator.url), env: emulator.env };
    disconnect = await bot?.(running);
  });
  afterEach(() => running?.reset());
  afterAll(() => end());
  return new Proxy({} as TestEmulator, {
    get: (_, name) => {
      if (running === undefined) throw new Error("the emulator is not running before the first hook of a test file");
      return Reflect.get(running, name);
    },
  });
}
