import type { FileKey } from "../definition.ts";
import type { SourceFile } from "../read-folder.ts";
import type { Check, Finding } from "./finding.ts";
import { query } from "./query.ts";

/** Lists with a key that must be unique. */
const IDENTIFIED: readonly { in: FileKey; list: string; by: string; noun: string }[] = [
  { in: "campaign", list: "stages", by: "id", noun: "阶段编号" },
  { in: "campaign", list: "deliverables", by: "id", noun: "应交成果编号" },
  { in: "campaign", list: "quotas", by: "id", noun: "数量编号" },
  { in: "campaign", list: "categories", by: "id", noun: "类别编号" },
  { in: "campaign", list: "annexes", by: "name", noun: "附件名称" },
  { in: "campaign", list: "publications", by: "id", noun: "公布编号" },
  { in: "campaign", list: "districts", by: "id", noun: "地区编号" },
  { in: "campaign", list: "districts", by: "name", noun: "地区名称" },
  { in: "campaign", list: "departments", by: "id", noun: "部门编号" },
  { in: "campaign", list: "departments", by: "name", noun: "部门名称" },
  { in: "campaign", list: "roles", by: "id", noun: "角色" },
  { in: "campaign", list: "summaries", by: "what", noun: "自动报表" },
  { in: "rubric", list: "sections", by: "id", noun: "评选内容编号" },
  { in: "rubric", list: "sections.*.criteria", by: "id", noun: "条目编号" },
  { in: "requirements", list: "requirements", by: "id", noun: "要求编号" },
  { in: "requirements", list: "requirements.*.clauses", by: "id", noun: "分项编号" },
  { in: "requirements", list: "disqualifications", by: "id", noun: "不得参与情形编号" },
  { in: "forms", list: "*.fields", by: "key", noun: "栏目编号" },
  { in: "forms", list: "*.fields", by: "label", noun: "栏目名称" },
  { in: "forms", list: "*.opinions", by: "id", noun: "意见编号" },
  { in: "recommendationList", list: "columns", by: "key", noun: "栏目编号" },
  { in: "datePhrases", list: "dates", by: "id", noun: "用语编号" },
  { in: "datePhrases", list: "amounts", by: "id", noun: "用语编号" },
  { in: "phrases", list: "stages", by: "stage", noun: "阶段用语" },
  { in: "calendar", list: "overrides", by: "day", noun: "调整日期" },
  { in: "roster", list: "people", by: "id", noun: "人员编号" },
  { in: "roster", list: "people", by: "mobile", noun: "手机号码" },
  { in: "roster", list: "groups", by: "id", noun: "群编号" },
];

export const duplicates: Check = ({ files }) => [
  ...IDENTIFIED.flatMap(({ in: key, list, by, noun }) =>
    query(files[key].content, list).flatMap(({ path, value }) =>
      repeated({ file: files[key], in: key, by, noun }, path, value),
    ),
  ),
  ...repeated({ file: files.rulings, in: "rulings", by: "id", noun: "口径编号" }, [], files.rulings.content),
  ...repeated({ file: files.forms, in: "forms", by: "id", noun: "表单编号" }, [], files.forms.content),
];

interface Identified {
  file: SourceFile;
  in: FileKey;
  by: string;
  noun: string;
}

function repeated({ file, in: key, by, noun }: Identified, path: (string | number)[], list: unknown): Finding[] {
  const firstLines = new Map<string, number>();
  return query(list, `*.${by}`).flatMap(({ path: inner, value }) => {
    if (typeof value !== "string") return [];
    const at = [...path, ...inner];
    const first = firstLines.get(value);
    if (first !== undefined) return [{ in: key, path: at, message: `${noun}“${value}”重复，首次出现在第${first}行。` }];
    firstLines.set(value, file.lineAt(at));
    return [];
  });
}
