import { makeInWorker } from "./make/make-in-worker.ts";
import { workbookBytes } from "./workbook-bytes.ts";
import type { WorkbookSpec } from "./workbook-spec.ts";

/** Cells that are written in a hundredth of a second or two; a thread takes longer to begin. */
const FEW_CELLS = 1_500;

/** Writes a workbook (xlsx), a large one in a thread of its own; equal specs give equal bytes. */
export function writeWorkbook(spec: WorkbookSpec): Promise<Buffer> {
  const cells = spec.sheets.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0);
  return cells > FEW_CELLS ? makeInWorker({ kind: "workbook", spec }) : workbookBytes(spec);
}
