import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { fileKind } from "../../platform/documents/file-kind.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import type { NewReport } from "./hand-in.ts";
import { workReportPhrases } from "./phrases.ts";
import { REPORT_TYPES, typeOf } from "./rules.ts";

/** Longer reports come as a file. Characters. */
const MAX_LENGTH = 10_000;
/** Shorter ones are hardly a report: the person is asked to look, nothing is refused. */
const HARDLY_A_REPORT = 50;

/** What came, ready to be handed in, and what the person should look at again. */
export interface Received {
  content: NewReport["content"];
  remark?: string;
}

/** @throws {RefusalError} for an empty or endless text */
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

/** By its name; a content that is something else is only remarked on. @throws {RefusalError} for a type that is no report */
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
