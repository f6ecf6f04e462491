import { zhCN } from "zod/locales";
import { definitionFiles, definitionKeys } from "../definition.ts";
import type { Check } from "./finding.ts";

const { localeError } = zhCN();

/** Missing, unknown and malformed parts of each file. */
export const shapes: Check = ({ files }) =>
  definitionKeys.flatMap((key) => {
    if (files[key].content === undefined) return [];
    const result = definitionFiles[key].schema.safeParse(files[key].content, { error: localeError });
    if (result.success) return [];
    return result.error.issues.map((issue) => ({
      in: key,
      path: issue.path.filter((step) => typeof step !== "symbol"),
      message: `${issue.path.length === 0 ? "文件" : issue.path.map(String).join(".")}：${issue.message}。`,
    }));
  });
