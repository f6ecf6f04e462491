import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import type { Message, World } from "./world.ts";

/** A received file as another library than the product's opens it. */
export interface Opened {
  name: string;
  bytes: Buffer;
  /** Of a workbook: each sheet by its name, row after row, cell after cell; empty cells are null. */
  sheets: ReadonlyMap<string, readonly (readonly unknown[])[]>;
  /** Every text in it: of a workbook its cells and whatever else its parts say, of a Word file or zip its parts. */
  texts: readonly string[];
}

/** @param message with a file or picture */
export async function fileIn(world: World, { file }: Pick<Message, "file">): Promise<Opened> {
  if (!file) throw new Error("no file was received");
  const bytes = Buffer.from(await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer());
  return opened(file.fileName, bytes);
}

export async function opened(name: string, bytes: Buffer): Promise<Opened> {
  const found = name.endsWith(".xlsx") ? await readWorkbook(bytes) : [];
  const sheets = new Map(found.map(({ sheet, data }) => [sheet, data]));
  const cells = [...sheets.values()].flat(2).flatMap((cell) => (cell === null ? [] : [String(cell)]));
  return { name, bytes, sheets, texts: [name, ...cells, ...textsOf(bytes)] };
}

/** Of a zip, a workbook or a Word file every part, also of a zip within; of any other file its bytes as they are. */
function textsOf(bytes: Buffer): string[] {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return [bytes.toString("utf8")];
  return Object.entries(unzipSync(bytes)).flatMap(([part, content]) =>
    [part].concat(
      strFromU8(content.subarray(0, 2), true) === "PK" ? textsOf(Buffer.from(content)) : [strFromU8(content)],
    ),
  );
}
