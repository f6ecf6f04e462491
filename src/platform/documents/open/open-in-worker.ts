import { Worker } from "node:worker_threads";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { documentPhrases } from "../phrases.ts";
import type { OpenedFile } from "./opened-file.ts";

export interface WorkerInput {
  kind: "word" | "workbook" | "picture" | "pdf";
  bytes: Uint8Array;
}

type Opened = Extract<OpenedFile, { kind: "word" | "workbook" | "scan" }>;

export type WorkerOutput = { ok: true; opened: Opened } | { ok: false; code: string; sentence: string };

export interface WorkerLimits {
  /** Of the objects made while reading. */
  memoryMb: number;
  /** Machine time. */
  timeMs: number;
}

const LIMITS: WorkerLimits = { memoryMb: 192, timeMs: 8_000 };

/**
 * Reads a file in a thread of its own, which ends with it, at the latest when a limit is reached: a file that was made to
 * be expensive costs one person a sentence.
 * @throws RefusalError when it cannot be read, or not within the limits
 */
export async function openInWorker(input: WorkerInput, { memoryMb, timeMs }: WorkerLimits = LIMITS): Promise<Opened> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
    // Flags of the program are for its main thread.
    execArgv: [],
  });
  const timer = setTimeout(() => void worker.terminate(), timeMs);
  try {
    const output = await new Promise<WorkerOutput | undefined>((resolve) => {
      worker.once("message", resolve);
      worker.once("error", () => resolve(undefined));
      worker.once("exit", () => resolve(undefined));
    });
    if (!output) throw new RefusalError("documents.took-too-long", documentPhrases.tookTooLong());
    if (!output.ok) throw new RefusalError(output.code, output.sentence);
    return output.opened;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
