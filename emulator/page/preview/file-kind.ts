/** How a file can be previewed. */
export type FileKind = "picture" | "workbook" | "document" | "table" | "text";

const KINDS: Record<string, FileKind> = {
  png: "picture",
  jpg: "picture",
  jpeg: "picture",
  gif: "picture",
  webp: "picture",
  bmp: "picture",
  xlsx: "workbook",
  docx: "document",
  csv: "table",
  txt: "text",
  md: "text",
  json: "text",
  log: "text",
};

export const extensionOf = (fileName: string): string =>
  fileName.includes(".") ? (fileName.split(".").pop() ?? "").toLowerCase() : "";

/** undefined: only to be downloaded. */
export const fileKindOf = (fileName: string): FileKind | undefined => KINDS[extensionOf(fileName)];
