import type { Form } from "./field.ts";
import { readLabelled } from "./labelled-answers.ts";

/** 「审批单位：确认」, a rule, and what is said to it, as clients write a quotation into the text. */
const QUOTED = /^\s*[「"“『]([^「」"“”『』\n]{2,200})[」"”』]\s*\n+(?:[ \t]*[-—–_─ ]{3,}[ \t]*\n+)?([\s\S]*\S)\s*$/u;

/** A line of the form that is quoted, with the words below it as its content; other texts as they are. */
export function withQuotedLabel(form: Form, text: string): string {
  const [, line = "", said = ""] = QUOTED.exec(text) ?? [];
  if (said === "") return text;
  const [named, second] = readLabelled(form, line.replace(/^已记录[ \u3000]*/u, "")).answers;
  if (!named || second) return text;
  return readLabelled(form, said).answers.length > 0 ? said : `${named.question.label}：${said}`;
}
