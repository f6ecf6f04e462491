import type { WorkbookContent } from "../read-workbook.ts";
import type { WordDocument } from "../word/word-document.ts";

/** What a received file holds. */
export type OpenedFile =
  | { kind: "word"; document: WordDocument }
  | { kind: "workbook"; workbook: WorkbookContent }
  /** A picture or a PDF: texts of the QR codes on it. */
  | { kind: "scan"; codes: readonly string[] }
  /** Not opened, for its format or its size; as a whole it can still be kept. */
  | { kind: "unread"; why: "format" | "size" }
  /** Dangerous: not to be kept either. */
  | { kind: "refused"; sentence: string };
