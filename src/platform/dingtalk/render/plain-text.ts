import { assertNever } from "../../../shared/assert-never.ts";
import type { Block, View, ViewField } from "../../chat/view.ts";
import { tableAsList } from "./table-list.ts";

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return block.text;
    case "quote":
      return `“${block.text}”`;
    case "facts":
      return block.facts.map(({ label, value }) => `${label}：${value}`).join("\n");
    case "list":
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${item}`).join("\n");
    case "table":
      return tableAsList(block, (cell) => cell);
    default:
      return assertNever(block);
  }
}

/** A saved answer in words; empty without one. */
function answerText({ value, options = [] }: ViewField): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  const chosen = typeof value === "object" ? value.map(String) : [String(value)];
  return chosen.map((one) => options.find((option) => option.value === one)?.text ?? one).join("、");
}

/** The fields of a form as a numbered list, with saved answers. @param escapeText for the target format */
export const fieldsAsList = (fields: readonly ViewField[], escapeText: (text: string) => string): string =>
  fields
    .map((field, at) => {
      const answer = answerText(field);
      return `${at + 1}. ${escapeText(field.label)}${field.required ? "（必填）" : ""}${answer === "" ? "" : `：${escapeText(answer)}`}`;
    })
    .join("\n");

/** Words to type instead of pressing buttons; empty without actions. */
export function typedHint(view: View, escapeText: (text: string) => string): string {
  const typed = view.actions.filter((action) => action.disabled !== true).map((action) => escapeText(action.typed));
  return typed.length === 0 ? "" : `可回复：${typed.join("、")}`;
}

/** A view as plain text, one paragraph per block. */
export function toPlainText(view: View): string {
  const heading = view.status === undefined ? view.title : `${view.title}（${view.status}）`;
  const fields = view.form ? fieldsAsList(view.form.fields, (text) => text) : "";
  return [heading, ...view.body.map(blockText), fields, typedHint(view, (text) => text), view.footnote ?? ""]
    .filter((part) => part !== "")
    .join("\n\n");
}
