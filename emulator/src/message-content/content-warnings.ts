import { extname } from "node:path";
import type { Warnings } from "../instruments/warnings.ts";
import type { ContentWarning } from "./content-warning.ts";
import { markdownWarnings } from "./markdown-warnings.ts";
import type { ShownContent } from "./shown-content.ts";

/** Not documented; longer titles are truncated in chat lists. */
const MAX_TITLE_LENGTH = 64;
/** The most of any `sampleActionCard`. */
const MAX_BUTTONS = 5;
/** Documented for the buttons of work notices. */
const MAX_BUTTON_LENGTH = 20;
/** Documented for `sampleFile`; others are reported to arrive. */
const FILE_TYPES = new Set([".xlsx", ".pdf", ".zip", ".rar", ".doc", ".docx"]);

const lengthOf = (text: string): number => [...text].length;

/** Warnings about what a client would show differently from what the sender may expect, or the pages do not list. */
export function contentWarnings(content: ShownContent): ContentWarning[] {
  switch (content.kind) {
    case "markdown":
      return [...titleWarnings(content), ...markdownWarnings(content.text ?? "")];
    case "actionCard":
      return actionCardWarnings(content);
    case "file":
      return fileWarnings(content);
    default:
      return [];
  }
}

const titleWarnings = ({ title }: ShownContent): ContentWarning[] =>
  title === undefined || title.trim() === ""
    ? [{ code: "markdown.title", message: "Markdown 消息没有标题，会话列表和通知没有文字可显示" }]
    : [];

function fileWarnings({ title = "" }: ShownContent): ContentWarning[] {
  const type = extname(title).toLowerCase();
  if (title === "" || FILE_TYPES.has(type)) return [];
  return [{ code: "file.type", message: `文档未列出 ${type.slice(1) || "无扩展名"} 类型的文件消息` }];
}

function actionCardWarnings({ title = "", text = "", links = [] }: ShownContent): ContentWarning[] {
  const found = markdownWarnings(text);
  if (lengthOf(title) > MAX_TITLE_LENGTH) {
    found.push({ code: "actionCard.title", message: `actionCard 的标题超过 ${MAX_TITLE_LENGTH} 个字` });
  }
  const buttons = links.filter(({ look }) => look === "button");
  if (buttons.length > MAX_BUTTONS) {
    found.push({ code: "actionCard.buttons", message: `actionCard 的按钮超过 ${MAX_BUTTONS} 个` });
  }
  const long = buttons.find(({ label }) => lengthOf(label) > MAX_BUTTON_LENGTH);
  if (long !== undefined) {
    found.push({ code: "actionCard.button", message: `按钮“${long.label}”超过 ${MAX_BUTTON_LENGTH} 个字` });
  }
  return found;
}

export function addWarnings(warnings: Warnings, found: readonly ContentWarning[]): void {
  for (const { code, message } of found) warnings.add(code, message);
}
