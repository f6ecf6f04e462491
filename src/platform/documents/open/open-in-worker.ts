import { RefusalError } from "../../../shared/refusal-error.ts";
import { inThread, type ThreadLimits } from "../in-thread.ts";
import { documentPhrases } from "../phrases.ts";
import type { OpenedFile } from "./opened-file.ts";

export interface WorkerInput {
  kind: "word" | "workbook" | "picture" | "pdf";
  bytes: Uint8Array;
}

type Opened = Extract<OpenedFile, { kind: "word" | "workbook" | "scan" }>;

export type WorkerOutput = { ok: true; opened: Opened } | { ok: false; code: string; sentence: string };

const LIMITS: ThreadLimits = { memoryMb: 192, timeMs: 8_000 };
const SCRIPT = new URL("./worker.ts", import.meta.url);

/**
 * Reads a file in a thread of its own: a file that was made to be expensive costs one person a sentence.
 * @throws RefusalError when it cannot be read, or not within the limits
 */
export async function openInWorker(input: WorkerInput, limits: ThreadLimits = LIMITS): Promise<Opened> {
  const output = await inThread<WorkerOutput>(SCRIPT, input, limits);
  if (!output) throw new RefusalError("documents.took-too-long", documentPhrases.tookTooLong());
  if (!output.ok) throw new RefusalError(output.code, output.sentence);
  return output.opened;
}
