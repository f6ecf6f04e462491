import type { ContentWarning } from "./content-warning.ts";

const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$/m;
const TAG = /<\/?([a-z][a-z0-9]*)\b[^>]*>/gi;
const FENCE = /```[\s\S]*?(```|$)|`[^`\n]*`/g;
/** Rendered by clients although the message pages do not list them. */
const HARMLESS = new Set(["font", "br"]);

/** Markdown that DingTalk's messages do not render: the message pages list neither tables nor HTML. */
export function markdownWarnings(text: string): ContentWarning[] {
  const prose = text.replace(FENCE, "");
  const tags = [...prose.matchAll(TAG)].map(([tag, name = ""]) => ({ tag, name: name.toLowerCase() }));
  const foreign = tags.find(({ name }) => !HARMLESS.has(name));
  const fonts = tags.filter(({ name }) => name === "font");
  const opened = fonts.filter(({ tag }) => !tag.startsWith("</")).length;
  const warnings: ContentWarning[] = [];
  if (TABLE_RULE.test(prose)) warnings.push({ code: "markdown.table", message: "钉钉消息的 Markdown 不支持表格" });
  if (foreign !== undefined) {
    warnings.push({ code: "markdown.html", message: `钉钉消息的 Markdown 不支持 HTML 标签 ${foreign.tag}` });
  }
  if (opened * 2 !== fonts.length) {
    warnings.push({ code: "markdown.font", message: "Markdown 中的 font 标签没有成对闭合" });
  }
  return warnings;
}
