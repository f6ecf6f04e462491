import { zhCN } from "zod/locales";
import { type DefinitionKey, definitionFiles, definitionKeys } from "./definition.ts";
import { type Path, readFolder, type SourceFolder } from "./read-folder.ts";

/** Something wrong with a campaign folder. `file` is relative to the folder, `line` counts from 1, `message` is Chinese. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

/** What a check found, still named by place in the content. */
export interface Finding {
  in: DefinitionKey;
  path: Path;
  message: string;
}

/** Everything wrong with the folder at once, by file and line; empty when it can be used. */
export function checkDefinition(folder: string): Problem[] {
  const source = readFolder(folder);
  const defects = [...Object.values(source.files), source.plan].flatMap(({ file, defects: found }) =>
    found.map((defect) => ({ file, ...defect })),
  );
  const findings = shapeFindings(source).map((finding) => located(source, finding));
  return [...defects, ...findings].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message),
  );
}

const located = ({ files }: SourceFolder, { in: key, path, message }: Finding): Problem => ({
  file: files[key].file,
  line: files[key].lineAt(path),
  message,
});

const { localeError } = zhCN();

function shapeFindings({ files }: SourceFolder): Finding[] {
  return definitionKeys.flatMap((key) => {
    if (files[key].content === undefined) return [];
    const result = definitionFiles[key].schema.safeParse(files[key].content, { error: localeError });
    if (result.success) return [];
    return result.error.issues.map((issue) => ({
      in: key,
      path: issue.path.filter((part) => typeof part !== "symbol"),
      message: `${pathText(issue.path)}：${issue.message}。`,
    }));
  });
}

const pathText = (path: readonly PropertyKey[]): string => (path.length === 0 ? "文件" : path.map(String).join("."));
