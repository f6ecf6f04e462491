import { documentPhrases } from "./phrases.ts";
import { zipDirectory } from "./zip-directory.ts";

export type FileKind =
  | { kind: "docx" | "xlsx" | "pdf" }
  | { kind: "picture"; format: "jpeg" | "png" | "gif" | "webp" | "bmp" | "heic" }
  | { kind: "film"; format: "mp4" }
  /** Unsupported; the sentence says what to send instead. `dangerous`: it holds what runs. */
  | { kind: "other"; sentence: string; dangerous?: true };

const PDF_WITHIN = 1024;
const PICTURES = [
  { format: "jpeg", at: 0, bytes: "ffd8ff" },
  { format: "png", at: 0, bytes: "89504e470d0a1a0a" },
  { format: "gif", at: 0, bytes: "474946383761" },
  { format: "gif", at: 0, bytes: "474946383961" },
  { format: "webp", at: 8, bytes: "57454250" },
  { format: "bmp", at: 0, bytes: "424d" },
  { format: "heic", at: 4, bytes: "6674797068656963" },
  { format: "heic", at: 4, bytes: "6674797068656978" },
  { format: "heic", at: 4, bytes: "667479706d696631" },
] as const;
/** Where MPEG-4 and QuickTime name what they are. */
const FILM = { at: 4, bytes: "66747970" };
const OLD_OFFICE = "d0cf11e0a1b11ae1";
const ZIP = "504b0304";

const other = (sentence: string): Extract<FileKind, { kind: "other" }> => ({ kind: "other", sentence });

/** Detects the type of a received file by its content. The name only selects the advice for unsupported files. */
export function fileKind(bytes: Buffer, name: string): FileKind {
  if (bytes.length === 0) return other(documentPhrases.empty());
  const startsWith = (hex: string, at = 0): boolean => bytes.subarray(at, at + hex.length / 2).toString("hex") === hex;
  if (startsWith(ZIP)) return insideZip(bytes);
  if (bytes.subarray(0, PDF_WITHIN).includes("%PDF-")) return { kind: "pdf" };
  const picture = PICTURES.find(
    (one) => startsWith(one.bytes, one.at) && (one.format !== "bmp" || /\.bmp$/i.test(name)),
  );
  if (picture) return { kind: "picture", format: picture.format };
  if (startsWith(FILM.bytes, FILM.at)) return { kind: "film", format: "mp4" };
  if (startsWith(OLD_OFFICE) || /\.(?:doc|xls|wps|et)$/i.test(name)) return other(documentPhrases.oldOffice());
  return other(documentPhrases.unknownKind());
}

function insideZip(bytes: Buffer): FileKind {
  const names = (zipDirectory(bytes) ?? []).map((entry) => entry.name);
  if (names.some((part) => part.endsWith("vbaProject.bin")))
    return { ...other(documentPhrases.macros()), dangerous: true };
  if (names.includes("word/document.xml")) return { kind: "docx" };
  if (names.includes("xl/workbook.xml")) return { kind: "xlsx" };
  return other(documentPhrases.otherZip());
}
