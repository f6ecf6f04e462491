import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { isOurWorkbook, workbookFaults } from "../shared/workbook-structure.ts";

/** A folder that gets every file that was sent, to be looked at: `npm run look -- <folder>/*.docx`. */
const SENT = process.env.SENT_FILES;

/**
 * Every workbook that the bot has sent in a world is laid out as all are, whichever it is: so a new one cannot be
 * forgotten. Those that people changed and sent are left out.
 * @throws with what is wrong, by workbook
 */
export async function checkWorkbooks(dataDir: string): Promise<void> {
  const folder = join(dataDir, "emulator", "files");
  const names = await readdir(folder).catch(() => []);
  const faults: string[] = [];
  if (SENT) await mkdir(SENT, { recursive: true });
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    if (SENT) await writeFile(join(SENT, `${name}${endingOf(bytes)}`), bytes);
    faults.push(...workbooksIn(bytes).filter(isOurWorkbook).flatMap(workbookFaults));
  }
  if (faults.length > 0) throw new Error(`workbooks are not as they should be:\n${[...new Set(faults)].join("\n")}`);
}

function endingOf(bytes: Buffer): string {
  if (bytes.includes("xl/workbook.xml")) return ".xlsx";
  if (bytes.includes("word/document.xml")) return ".docx";
  return bytes.subarray(1, 4).toString("latin1") === "PNG" ? ".png" : "";
}

/** The file itself, or those in a zip. */
function workbooksIn(bytes: Buffer): Uint8Array[] {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return [];
  if (bytes.includes("xl/workbook.xml")) return [bytes];
  return bytes.includes(".xlsx")
    ? Object.values(unzipSync(bytes, { filter: ({ name }) => name.endsWith(".xlsx") }))
    : [];
}
