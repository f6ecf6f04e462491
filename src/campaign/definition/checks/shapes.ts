import type { z } from "zod";
import { definitionFiles, type FileKey, fileKeys } from "../definition.ts";
import {
  annexNames,
  decisionNames,
  deliverableNames,
  fieldNames,
  publicationNames,
  quotaNames,
  rowNames,
  stepNames,
} from "../purpose-phrases.ts";
import type { Check, Finding } from "./finding.ts";
import { nearestOf } from "./nearest.ts";

/** Reports missing, unknown and malformed parts of each file. */
export const shapes: Check = ({ files }) =>
  fileKeys.flatMap((key) => {
    const { content } = files[key];
    if (content === undefined) return [];
    const result = definitionFiles[key].schema.safeParse(content, { reportInput: true });
    return result.success ? [] : result.error.issues.flatMap((issue) => findingsOf(key, issue));
  });

function findingsOf(key: FileKey, issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const name = path.findLast((step) => typeof step === "string") ?? definitionFiles[key].file;
  const at = (message: string): Finding[] => [{ in: key, path, message }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((extra) => ({ in: key, path: [...path, extra], message: unknownPart(extra) }));
    case "invalid_type":
      return at(
        issue.input === undefined
          ? `缺少“${name}”。${hints[name] ?? ""}`
          : `“${name}”应为${kindNames[issue.expected] ?? "其他写法"}。`,
      );
    case "invalid_value":
      return at(wrongChoice(name, issue.input, issue.values.map(String)));
    case "invalid_format":
      return at(`“${name}”的写法不对：“${String(issue.input)}”。${formats[name] ?? ""}`);
    case "too_small":
      return at(tooSmall(name, issue));
    case "not_multiple_of":
      return at(`“${name}”最多写一位小数。`);
    default:
      return at(`“${name}”的内容不符合要求。`);
  }
}

/** Keys of earlier formats and their replacements. */
const GONE: Readonly<Record<string, string>> = {
  count: "数量请写 min（不少于）、max（不超过）或 exact（正好）。",
  blocks: "没有 default 的口径，等它的事项自会等待答复，请删去。",
  checkedAt: "不得参与情形每一步都会核对，请删去。",
};

const unknownPart = (name: string): string => `“${name}”不是规定的项目，系统不读取。${GONE[name] ?? "请删去或改正。"}`;

function wrongChoice(name: string, input: unknown, choices: readonly string[]): string {
  const listed = choices.map((choice) => withMeaning(name, choice)).join("、");
  if (input === undefined) return `缺少“${name}”，可写：${listed}。`;
  const meant = typeof input === "string" ? nearestOf(input, choices) : undefined;
  const guess = meant === undefined ? "" : `写的是“${String(input)}”，是否指“${meant}”？`;
  return `“${name}”${guess}只能是${listed}。`;
}

function tooSmall(name: string, { origin, minimum, inclusive = true }: z.core.$ZodIssueTooSmall): string {
  if (origin === "string") return `“${name}”不能为空。`;
  if (origin === "array") return `“${name}”至少要有${Number(minimum)}项。`;
  return `“${name}”${inclusive ? "不能小于" : "须大于"}${Number(minimum)}。`;
}

/** Chinese names of the options by key. `purpose` has different options in different items. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: { ...annexNames, ...publicationNames, ...fieldNames, ...rowNames, ...quotaNames, ...deliverableNames },
  steps: stepNames,
  decides: decisionNames,
};

function withMeaning(part: string, choice: string): string {
  const meaning = meanings[part]?.[choice];
  return meaning === undefined ? choice : `${choice}（${meaning}）`;
}

const hints: Readonly<Record<string, string>> = {
  words: "请写明方案自称、评选对象、推荐单位和主办方的叫法。",
  line: "请写方案里的行号；方案没有的，写最接近的一行并写 mark: ours。",
  roles: "请照 docs/campaign.md 抄一份权限表。",
};

const DAY_FORMAT = "请写成月-日，如 08-10；不在活动年度的写明年份，如 2025-01-10。";
const formats: Readonly<Record<string, string>> = {
  opensOn: DAY_FORMAT,
  closesOn: DAY_FORMAT,
  on: DAY_FORMAT,
  day: DAY_FORMAT,
  from: DAY_FORMAT,
  until: DAY_FORMAT,
  id: "编号用小写字母和数字，中间用连字符，如 work-report；口径写 R1，条目写 3-2。",
  key: "编号用英文字母和数字，以小写字母开头，如 projectName。",
  mobile: "请写11位手机号码，并加引号。",
};

const kindNames: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "一组项目",
  record: "一组项目",
};
