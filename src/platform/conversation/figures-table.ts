import type { Form } from "./field.ts";
import { labelNames } from "./label-names.ts";

const NAME = /^(?:指标|指标名称|项目|名称|内容)$/u;
const VALUE = /^(?:数值|数据|数字|指标值|结果)$/u;
const UNIT = /^(?:单位|计量单位)$/u;

/** 序号 指标 单位 数值, as a workbook lists figures: each row as its label and its value; other texts as they are. */
export function withFiguresApart(form: Form, typed: string): string {
  const rows = typed.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
  const at = rows.findIndex((cells) => cells.some((cell) => NAME.test(cell)) && cells.some((cell) => VALUE.test(cell)));
  const header = rows[at];
  if (!header) return typed;
  const [name, value, unit] = [NAME, VALUE, UNIT].map((is) => header.findIndex((cell) => is.test(cell)));
  const cellOf = (cells: readonly string[], column = -1): string => cells[column] ?? "";
  const read = rows.slice(at + 1).map((cells) => {
    const [called, said] = [cellOf(cells, name), cellOf(cells, value)];
    const figure = /\d$/u.test(said) ? `${said}${cellOf(cells, unit)}` : said;
    return called === "" || said === "" ? cells.join(" ").trim() : `${called}：${figure}`;
  });
  const isNamed = (line: string): boolean =>
    labelNames(form).some((one) => one.part !== "start" && line.startsWith(`${one.name}：`));
  if (!read.some(isNamed)) return typed;
  const above = typed.split("\n").slice(0, at);
  // Before a label stands the answer to the open question.
  return [...above, ...read.filter(isNamed), ...read.filter((line) => !isNamed(line))].join("\n");
}
