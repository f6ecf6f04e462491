import type { Form } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { compactAnswer } from "./plain.ts";

/** In characters. */
const LONGEST = 6;
const FEWEST_ROWS = 2;
/** 项目 内容 备注, 序号 栏目 填写内容 说明 */
const TITLE =
  /^(?:序号|编号|项目|栏目|事项|指标|名称|字段|类别|内容|填写内容|填报内容|数据|数值|值|备注|说明|备注说明|填写说明|单位|来源|填报情况|情况)$/u;

/** 项目 内容 备注 above rows that begin with labels: a table without its row of titles, which answers nothing. */
export function withoutHeaderRow(form: Form, text: string): string {
  const [head = "", ...rows] = text.split("\n");
  const cells = head
    .split("\t")
    .map(compactAnswer)
    .filter((cell) => cell !== "");
  const isTitles = cells.length > 1 && cells.every((cell) => [...cell].length <= LONGEST && TITLE.test(cell));
  if (!isTitles) return text;
  const names = new Set(labelNames(form).flatMap(({ name, part }) => (part === "start" ? [] : [compactAnswer(name)])));
  const labelled = rows.filter((row) =>
    row
      .split("\t")
      .slice(0, 2)
      .some((cell) => names.has(compactAnswer(cell))),
  );
  return labelled.length >= FEWEST_ROWS ? rows.join("\n") : text;
}
