import { RefusalError } from "../../../shared/refusal-error.ts";
import { fileKind } from "../file-kind.ts";
import { openInWorker } from "./open-in-worker.ts";
import type { OpenedFile } from "./opened-file.ts";

/** Reasons for leaving a file closed that do not speak against keeping it, e.g. as a work report with many photos. */
const TOO_LARGE = ["documents.too-large", "documents.too-many-cells", "documents.too-much-text"];
const DANGEROUS = ["documents.bomb", "documents.took-too-long"];

const READERS = { docx: "word", xlsx: "workbook", picture: "picture", pdf: "pdf" } as const;

export type OpenFile = (bytes: Buffer, name: string) => Promise<OpenedFile>;

/** Opens received files, at most `atOnce` at a time. */
export function makeOpenFile(atOnce: number): OpenFile {
  const waiting: (() => void)[] = [];
  let running = 0;
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }
  return async (bytes, name) => {
    const found = fileKind(bytes, name);
    if (found.kind === "other")
      return found.dangerous ? { kind: "refused", sentence: found.sentence } : { kind: "unread", why: "format" };
    if (found.kind === "film") return { kind: "unread", why: "format" };
    try {
      return await inTurn(() => openInWorker({ kind: READERS[found.kind], bytes }));
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      // A scan is kept as it is; only its code is not read.
      if (found.kind === "pdf" || found.kind === "picture") return { kind: "scan", codes: [] };
      if (DANGEROUS.includes(error.code)) return { kind: "refused", sentence: error.message };
      return { kind: "unread", why: TOO_LARGE.includes(error.code) ? "size" : "format" };
    }
  };
}
