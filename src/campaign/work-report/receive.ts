import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { withoutLeadIn } from "../../platform/conversation/answers/lead-in.ts";
import { isCourtesy, isOfForward, withoutSender, withoutSenders } from "../../platform/conversation/beside-form.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { withoutMailFoot } from "../../platform/conversation/mail-foot.ts";
import { cleanParagraphs } from "../../platform/conversation/plain.ts";
import { withoutSaidAround } from "../../platform/conversation/said-around.ts";
import { fileKind } from "../../platform/documents/file-kind.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { isBeside } from "./beside-report.ts";
import { REVISED } from "./contents/parts-again.ts";
import { textOfFile } from "./contents/text-of-file.ts";
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
  /** It says that it takes the place of what was sent before: 更正后：…. */
  revised?: true;
}

/** @throws {RefusalError} for an empty or too long text */
export function receiveText(typed: string): Received {
  const { text, beside } = withoutBeside(cleanParagraphs(typed));
  if (text === "") throw new RefusalError("work-report.empty", workReportPhrases.emptyText());
  if (text.length > MAX_LENGTH) {
    throw new RefusalError("work-report.too-long", workReportPhrases.tooLong(text.length, MAX_LENGTH));
  }
  const words = countWords(text);
  const remark = [
    ...(words < HARDLY_A_REPORT ? [workReportPhrases.shortText(words)] : []),
    ...(beside.length > 0 ? [workReportPhrases.leftOut(beside)] : []),
  ].join("");
  const isRevised = beside.some((line) => REVISED.test(line));
  return {
    content: { kind: "text", text },
    ...(remark === "" ? {} : { remark }),
    ...(isRevised ? { revised: true as const } : {}),
  };
}

/**
 * A pasted report without the sender above it and what is said to its reader below it: 张科 10/9 09:12, 以上是全部内容，
 * 请查收. A text of nothing else stays.
 */
export function withoutBeside(typed: string): { text: string; beside: readonly string[] } {
  const footed = withoutMailFoot(typed, { isBare: true });
  const { text: told, contact } = withoutContact(footed.text);
  const lines = told.split("\n");
  const isText = (line: string): boolean => line.trim() !== "" && !isOfForward(line);
  const isEnd = (line: string): boolean => isText(line) && !isCourtesy(line) && !isBeside(line);
  const from = lines.findIndex(isText);
  const to = lines.findLastIndex(isEnd) + 1;
  if (from < 0 || to <= from) return { text: typed, beside: [] };
  const said = (some: readonly string[]) => some.map((line) => line.trim()).filter((line) => line !== "");
  const own = lines.slice(from, to);
  const within = own.filter((line) => line.trim() !== "" && isOfForward(line));
  const kept = own.filter((line) => line.trim() === "" || !isOfForward(line));
  const whole = withoutSender(kept.join("\n")).trim();
  const begun = withoutLeadIn([], withoutSenders(whole))
    .replace(SAYS_ITSELF, "")
    .replace(OPENS, "")
    .replace(REVISED, "");
  const lead = whole.endsWith(begun) ? whole.slice(0, whole.length - begun.length) : "";
  const text = withoutSaidAround(begun).replaceAll(PROMOTES, "$&：");
  return {
    text,
    beside: [
      ...said(lines.slice(0, from)),
      ...said([lead]),
      ...said(within),
      ...said(lines.slice(to)),
      ...contact,
      ...footed.foot,
    ],
  };
}

/** 联系人：…, 电话：…, for who has questions about a paper. */
const CONTACT =
  /^[\s（(]*(?:联[\s\u3000]*系[\s\u3000]*人|经办人|填报人|报送人|联系电话|联系方式|办公电话|电话|手机号?码?|传真|邮箱)[\s\u3000]*[:：]\s*\S/u;
/** In characters, and without a stop: what stands below a text, not in it. */
const BELOW = /^[^。；;]{0,40}$/u;

/** A text without whom to ask about it, which stands at its end, above the signature too. */
export function withoutContact(typed: string): { text: string; contact: readonly string[] } {
  const lines = typed.trimEnd().split("\n");
  const from = lines.findLastIndex((line) => !BELOW.test(line.trim())) + 1;
  const below = lines.slice(Math.max(from, 1));
  const contact = below.filter((line) => CONTACT.test(line));
  if (contact.length === 0) return { text: typed, contact };
  const kept = [...lines.slice(0, Math.max(from, 1)), ...below.filter((line) => !CONTACT.test(line))];
  return { text: kept.join("\n").trimEnd(), contact: contact.map((line) => line.trim()) };
}

/** 推广实施在全市推广, as it is said. */
const PROMOTES = /^推广实施(?=[在已拟将向](?!情况))/gmu;

/** 嗯工作报告我来说吧, before what it says. */
const SAYS_ITSELF =
  /^(?:[嗯呃额哦啊那]|那个)*[，,]?(?:工作报告)?(?:我来?|我们来?|由我|让我)(?:说|讲|汇报|报|念)(?:一下|下)?[吧了啊哈][，,。：:\s]*(?=\S{4})/u;

/** 那个我们区…, 嗯活动开展情况是… */
const OPENS =
  /^(?:[嗯呃额哦啊]+[，,、\s]*|(?:那个|这个)(?=[\s，,、]*(?:我们?|我区|今年|本|活动|主要|工作)))+[，,、\s]*/u;

/** Checks the type by file name; mismatching content only adds a remark. @throws {RefusalError} for other types */
export async function receiveFile(context: PersonContext, file: ReceivedFile): Promise<Received> {
  const { name, hash, size } = file;
  const type = typeOf(name);
  if (!REPORT_TYPES.includes(type)) {
    throw new RefusalError("work-report.unknown-type", workReportPhrases.unknownType(name, REPORT_TYPES));
  }
  if (size === 0) throw new RefusalError("work-report.empty-file", workReportPhrases.emptyFile(name));
  const isChecked = type === "docx" || type === "pdf";
  const differs = isChecked && fileKind(await context.files.get(hash), name).kind !== type;
  const text = await textOfFile(context, file);
  return {
    content: { kind: "file", hash, name, ...(text === undefined ? {} : { text }) },
    ...(differs ? { remark: workReportPhrases.contentDiffers() } : {}),
  };
}
