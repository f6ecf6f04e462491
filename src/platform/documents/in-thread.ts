import { Worker } from "node:worker_threads";

export interface ThreadLimits {
  /** Of the objects made in the thread. */
  memoryMb: number;
  /** Machine time. */
  timeMs: number;
}

/**
 * Runs a script in a thread of its own, which ends with its work, at the latest when a limit is reached.
 * @returns the one message that the script posts; undefined if it failed or reached a limit
 */
export async function inThread<Output>(
  script: URL,
  input: unknown,
  { memoryMb, timeMs }: ThreadLimits,
): Promise<Output | undefined> {
  const worker = new Worker(script, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
    // Flags of the program are for its main thread.
    execArgv: [],
    // What libraries print is not for the log.
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), timeMs);
  try {
    return await new Promise<Output | undefined>((resolve) => {
      worker.once("message", resolve);
      worker.once("error", () => resolve(undefined));
      worker.once("exit", () => resolve(undefined));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
