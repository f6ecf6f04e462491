import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { fileKind } from "../../platform/documents/file-kind.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import type { NewReport } from "./hand-in.ts";
import { workReportPhrases } from "./phrases.ts";
import { REPORT_TYPES, typeOf } from "./rules.ts";

/** Maximum length of a text report, in characters; longer reports come as a file. */
const MAX_LENGTH = 10_000;
/** Below this length, in words, the receipt asks the person to check. */
const HARDLY_A_REPORT = 50;

/** A validated report and remarks for the person to check. */
export interface Received {
  content: NewReport["content"];
  remark?: string;
}

/** @throws {RefusalError} for an empty or too long text */
export function receiveText(typed: string): Received {
  const text = cleanParagraphs(typed);
  if (text === "") throw new RefusalError("work-report.empty", workReportPhrases.emptyText());
  if (text.length > MAX_LENGTH) {
    throw new RefusalError("work-report.too-long", workReportPhrases.tooLong(text.length, MAX_LENGTH));
  }
  const words = countWords(text);
  return {
    content: { kind: "text", text },
    ...(words < HARDLY_A_REPORT ? { remark: workReportPhrases.shortText(words) } : {}),
  };
}

/** Checks the type by file name; mismatching content only adds a remark. @throws {RefusalError} for other types */
export async function receiveFile({ files }: PersonContext, { name, hash, size }: ReceivedFile): Promise<Received> {
  const type = typeOf(name);
  if (!REPORT_TYPES.includes(type)) {
    throw new RefusalError("work-report.unknown-type", workReportPhrases.unknownType(name, REPORT_TYPES));
  }
  if (size === 0) throw new RefusalError("work-report.empty-file", workReportPhrases.emptyFile(name));
  const isChecked = type === "docx" || type === "pdf";
  const differs = isChecked && fileKind(await files.get(hash), name).kind !== type;
  return {
    content: { kind: "file", hash, name },
    ...(differs ? { remark: workReportPhrases.contentDiffers() } : {}),
  };
}
