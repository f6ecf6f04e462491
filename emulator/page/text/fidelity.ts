import type { EmulatedMessage } from "../../src/contract/control.ts";

/** Reported maximum length of a title. */
const MAX_TITLE_LENGTH = 64;

interface Rule {
  hint: string;
  holds(message: EmulatedMessage): boolean;
}

const inMarkdown = (pattern: RegExp) => (message: EmulatedMessage) =>
  (message.kind === "markdown" || message.kind === "actionCard") && pattern.test(message.text ?? "");

const RULES: readonly Rule[] = [
  {
    hint: "钉钉文档所列的 Markdown 语法没有表格，可能按原文显示。",
    holds: inMarkdown(/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+/m),
  },
  { hint: "钉钉文档所列的 Markdown 语法没有代码块和行内代码。", holds: inMarkdown(/`[^`\n]+`|^```/m) },
  { hint: "钉钉文档所列的 Markdown 语法没有删除线。", holds: inMarkdown(/~~[^~\n]+~~/) },
  {
    hint: "除 font 外的 HTML 标签，钉钉可能不显示。",
    holds: inMarkdown(/<(?!\/?(?:font|br)\b)\/?[a-z][^>]*>/i),
  },
  {
    hint: `标题超过${MAX_TITLE_LENGTH}个字，钉钉可能截断。`,
    holds: ({ title }) => [...(title ?? "")].length > MAX_TITLE_LENGTH,
  },
];

/**
 * What of a robot's message the real client may show differently, one sentence each. The page renders the documented
 * subset.
 */
export const fidelityHints = (message: EmulatedMessage): string[] =>
  message.readBy === undefined || message.recalled === true
    ? []
    : RULES.filter((rule) => rule.holds(message)).map(({ hint }) => hint);
