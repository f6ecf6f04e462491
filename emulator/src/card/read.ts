import type { CardChart, CardField, CardForm, CardGroup, CardNode, CardReading, CardTable } from "../contract/card.ts";
import { isLink, pressesIn } from "./find-steps.ts";
import { cardLinks } from "./links.ts";
import { formatValue } from "./parse-value.ts";
import { plainMarkdown } from "./plain-markdown.ts";

/** What programs and people read of a card. */
export type CardContent = Pick<CardReading, "text" | "actions" | "forms" | "links" | "tables" | "charts">;

function valueText(field: CardField): string {
  const { value, options } = field;
  const named = (one: unknown): string => options?.find((option) => option.value === one)?.text ?? formatValue(one);
  const chosen: unknown = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return Array.isArray(chosen) ? chosen.map(named).join("、") : named(chosen);
}

/** What the client shows in an empty field belongs to what people read. */
const emptyText = ({ placeholder = "" }: CardField): string =>
  placeholder === "" ? "（空）" : `（空，提示：${placeholder}）`;

const fieldLine = (field: CardField): string =>
  `${field.label}${field.required ? "（必填）" : ""}：${valueText(field) || emptyText(field)}`;

const formLines = (form: CardForm): string[] => [
  ...form.fields.filter((field) => field.hidden !== true).map(fieldLine),
  buttonLine(form.submitLabel, form.disabled),
];

const buttonLine = (label: string, disabled: boolean): string => `[${label}${disabled ? "（不可点）" : ""}]`;

const tableLines = (table: CardTable): string[] => [
  table.columns.map(({ label }) => label).join(" | "),
  ...table.rows.map((row) => table.columns.map(({ name }) => row[name] ?? "").join(" | ")),
];

/** A pressable area reads like a button; one that only opens a link like its text. */
const groupLines = ({ press, children }: CardGroup): string[] =>
  press === undefined || isLink(press) ? children.flatMap(linesOf) : [buttonLine(press.label, press.disabled)];

function linesOf(node: CardNode): string[] {
  switch (node.kind) {
    case "header":
      return [[node.title, node.status ?? ""].filter((part) => part !== "").join(" ")];
    case "text":
    case "tag":
      return node.text.split("\n");
    case "markdown":
      return plainMarkdown(node.source);
    case "group":
      return groupLines(node);
    case "collapse":
      return [node.title, ...(node.open ? node.children.flatMap(linesOf) : [])];
    case "button":
      return [buttonLine(node.label, node.disabled)];
    case "form":
      return formLines(node);
    case "input":
      return [fieldLine({ ...node.input, label: node.label || node.input.placeholder || node.local })];
    case "table":
      return tableLines(node);
    case "chart":
      return [node.title || "图表"];
    case "image":
      return [`[${node.alt}]`];
    case "progress":
      return [node.text ?? `${node.percent}%`];
    case "avatar":
      return [`[${node.name}]`];
    case "unknown":
      return [`[${node.component}]`];
    case "divider":
    case "icon":
      return [];
  }
}

const flatten = (nodes: readonly CardNode[]): CardNode[] =>
  nodes.flatMap((node) => (node.kind === "group" || node.kind === "collapse" ? flatten(node.children) : [node]));

/** Reads a rendered card: its text line by line, and everything that can be pressed, filled in or opened. */
export function readCard(nodes: readonly CardNode[]): CardContent {
  const leaves = flatten(nodes);
  const tables: CardTable[] = [];
  const charts: CardChart[] = [];
  const actions = pressesIn(nodes)
    .filter((press) => !isLink(press))
    .map(({ actionId, label, disabled }) => ({ actionId, label, disabled }));
  const forms: CardContent["forms"] = [];
  for (const leaf of leaves) {
    if (leaf.kind === "table") tables.push({ columns: leaf.columns, rows: leaf.rows });
    if (leaf.kind === "chart") charts.push({ title: leaf.title, type: leaf.type, data: leaf.data });
    if (leaf.kind === "form")
      forms.push({
        formId: leaf.formId,
        fields: leaf.fields,
        submitLabel: leaf.submitLabel,
        disabled: leaf.disabled,
      });
  }
  return { text: nodes.flatMap(linesOf).join("\n"), actions, forms, links: cardLinks(nodes), tables, charts };
}
