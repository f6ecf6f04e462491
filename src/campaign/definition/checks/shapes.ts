import type { z } from "zod";
import { type FileKey, definitionFiles, definitionKeys } from "../definition.ts";
import type { Check, Finding } from "./finding.ts";

/** Missing, unknown and malformed parts of each file. */
export const shapes: Check = ({ files }) =>
  definitionKeys.flatMap((key) => {
    const { content } = files[key];
    if (content === undefined) return [];
    const result = definitionFiles[key].schema.safeParse(content, { reportInput: true });
    return result.success ? [] : result.error.issues.flatMap((issue) => findingsOf(key, issue));
  });

function findingsOf(key: FileKey, issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const name = path.findLast((step) => typeof step === "string") ?? definitionFiles[key].file;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((extra) => ({ in: key, path: [...path, extra], message: `不认识“${extra}”这一项。` }));
    case "invalid_type":
      return issue.input === undefined
        ? [{ in: key, path, message: `缺少“${name}”。` }]
        : [{ in: key, path, message: `“${name}”应为${kindNames[issue.expected] ?? issue.expected}。` }];
    case "invalid_value":
      return [{ in: key, path, message: `“${name}”只能是${issue.values.map(String).join("、")}。` }];
    case "invalid_format":
      return [{ in: key, path, message: `“${name}”的写法不对：“${String(issue.input)}”。` }];
    case "too_small":
      return [{ in: key, path, message: `“${name}”不能为空或过小。` }];
    default:
      return [{ in: key, path, message: `“${name}”的内容不符合要求。` }];
  }
}

const kindNames: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "一组项目",
  record: "一组项目",
};
