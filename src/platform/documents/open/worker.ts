import { parentPort, workerData } from "node:worker_threads";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { readWorkbook } from "../read-workbook.ts";
import { readWord } from "../word/read-word.ts";
import type { WorkerInput, WorkerOutput } from "./open-in-worker.ts";

/** Opens one file and ends. */
async function open({ kind, bytes }: WorkerInput): Promise<WorkerOutput> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return kind === "word"
      ? { ok: true, opened: { kind, document: readWord(file) } }
      : { ok: true, opened: { kind, workbook: await readWorkbook(file) } };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ok: false, code: error.code, sentence: error.message };
  }
}

parentPort?.postMessage(await open(workerData as WorkerInput));
