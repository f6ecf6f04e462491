import { inThread, type ThreadLimits } from "../in-thread.ts";
import type { TemplateCopy } from "../word/fill-template.ts";
import type { WordSpec } from "../word/word-spec.ts";
import type { WorkbookSpec } from "../workbook-spec.ts";

export type DocumentJob =
  | { kind: "workbook"; spec: WorkbookSpec }
  | { kind: "word"; spec: WordSpec }
  | { kind: "forms"; template: Uint8Array; copies: readonly TemplateCopy[]; at: Date };

/** Several times what 5,000 rows of 30 columns, and 1,000 forms, take on a busy machine. */
const LIMITS: ThreadLimits = { memoryMb: 768, timeMs: 180_000 };
const SCRIPT = new URL("./worker.ts", import.meta.url);

/**
 * A large document, made in a thread of its own, so that nobody waits for an answer meanwhile.
 * @throws if it cannot be made within its limits
 */
export async function makeInWorker(job: DocumentJob): Promise<Buffer> {
  const bytes = await inThread<Uint8Array>(SCRIPT, job, LIMITS);
  if (!bytes) throw new Error(`a document could not be made in its thread: ${job.kind}`);
  return Buffer.from(bytes);
}
