import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { DocumentJob } from "./make-in-worker.ts";

/** Loads only what the document needs. */
async function make(job: DocumentJob): Promise<Buffer> {
  switch (job.kind) {
    case "workbook":
      return (await import("../workbook-bytes.ts")).workbookBytes(job.spec);
    case "word":
      return (await import("../word/write-word.ts")).writeWord(job.spec);
    case "forms":
      return (await import("../word/fill-template.ts")).fillTemplate(job.template, job.copies, job.at);
  }
}

// Answers go before documents. Elsewhere than on Linux this would be the priority of the whole process.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
/** Makes one document and ends. */
parentPort?.postMessage(await make(workerData as DocumentJob));
