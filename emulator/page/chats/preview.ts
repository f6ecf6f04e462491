import type { EmulatedMessage } from "../../src/contract/control.ts";
import { plainText } from "../text/markdown.ts";

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The text of a message in a chat list or a quote. */
export function preview(message: EmulatedMessage): string {
  if (message.recalled === true) return "撤回了一条消息";
  if (message.kind === "image") return "[图片]";
  if (message.kind === "audio") return "[语音]";
  if (message.kind === "file") return `[文件] ${message.file?.fileName ?? ""}`;
  if (message.kind === "card") return `[卡片] ${message.card?.text.split("\n")[0] ?? ""}`;
  if (message.kind === "todo") return message.todo?.subject ?? "[待办]";
  const { kind, title, text = "" } = message;
  return title ?? (kind === "markdown" || kind === "actionCard" ? plainText(text) : oneLine(text));
}
