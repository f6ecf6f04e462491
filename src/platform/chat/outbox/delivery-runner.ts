import type { Log } from "../../../shared/log.ts";
import type { Database } from "../../storage/database.ts";
import { makeLaneRunner } from "../inbox/lane-runner.ts";
import { makeSemaphore } from "../inbox/semaphore.ts";
import { chatsToSend, releaseSending } from "./outbox-rows.ts";
import { isOnlyInstance } from "./presence.ts";

/** Finds what no commit of this process announced: items of other processes, of dead ones and of before the start. */
const SWEEP_MS = 1_000;
/** A delivery that takes longer at the end of the process is left to the next one. */
const STOP_WITHIN_MS = 8_000;

export interface DeliveryRunner {
  /** Sends what waits in the chat, now or after a pause. Never concurrently for one chat. */
  deliver(chat: string, afterMs?: number): void;
  /** Number of chats being delivered to. */
  readonly busy: number;
  /** @param drain sends the chat's waiting items */
  start(drain: (chat: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export interface DeliveryRunnerDeps {
  database: Database;
  log: Log;
  /** Identifies this process on the rows it is sending. */
  instance: string;
}

/**
 * Decides which chats are delivered to when. A commit names its chats at once; a sweep finds the rest. Between processes
 * the rows decide: whoever claims the oldest item of a chat sends it (`outbox-rows.ts`).
 * @param maxChats how many chats this process delivers to concurrently
 */
export function makeDeliveryRunner(deps: DeliveryRunnerDeps, maxChats: number): DeliveryRunner {
  let stopped = false;
  let drain: ((chat: string) => Promise<void>) | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  const semaphore = makeSemaphore(() => maxChats);
  const chats = makeLaneRunner(
    (chat) => semaphore(async () => drain?.(chat)),
    (chat, error) => deps.log.warn({ chat, error: String(error) }, "delivery interrupted, the next sweep resumes it"),
  );

  async function sweep(): Promise<void> {
    try {
      for (const chat of await chatsToSend(deps.database, deps.instance)) chats.run(chat);
    } catch (error) {
      deps.log.warn({ error: String(error) }, "could not look for waiting messages, trying again");
    }
    if (!stopped) sweeping = setTimeout(() => void sweep(), SWEEP_MS).unref();
  }

  return {
    deliver(chat, afterMs = 0) {
      if (afterMs > 0) setTimeout(() => chats.run(chat), afterMs).unref();
      else chats.run(chat);
    },
    get busy() {
      return chats.busy;
    },
    async start(sendWaiting) {
      // Nobody else can be sending: what a killed process had claimed need not wait for its lease to end.
      if (await isOnlyInstance(deps.database)) await releaseSending(deps.database);
      drain = sendWaiting;
      await sweep();
    },
    async stop() {
      stopped = true;
      clearTimeout(sweeping);
      const timeout = new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
      await Promise.race([chats.stop(), timeout]);
    },
  };
}
