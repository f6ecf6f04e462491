import { parentPort, workerData } from "node:worker_threads";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { WorkerInput, WorkerOutput } from "./open-in-worker.ts";

type Opened = Extract<WorkerOutput, { ok: true }>["opened"];

/** Loads the reader of the one kind only: each is large, and the thread ends with the file. */
async function read(kind: WorkerInput["kind"], file: Buffer): Promise<Opened> {
  switch (kind) {
    case "word":
      return { kind, document: (await import("../word/read-word.ts")).readWord(file) };
    case "workbook":
      return { kind, workbook: await (await import("../read-workbook.ts")).readWorkbook(file) };
    case "picture":
      return { kind: "scan", codes: await (await import("../scan/read-codes.ts")).codesOnPicture(file) };
    case "pdf":
      return { kind: "scan", codes: await (await import("../scan/read-codes.ts")).codesInPdf(file) };
  }
}

/** Opens one file and ends. */
async function open({ kind, bytes }: WorkerInput): Promise<WorkerOutput> {
  try {
    return { ok: true, opened: await read(kind, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ok: false, code: error.code, sentence: error.message };
  }
}

parentPort?.postMessage(await open(workerData as WorkerInput));
