import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { definitionFiles, type FileKey, PLAN_FILE } from "./definition.ts";
import { yamlMistake } from "./yaml-mistakes.ts";

/** Position in a file's content: keys and indexes. */
export type Path = readonly (string | number)[];

/** A file of a campaign folder, parsed but not checked. */
export interface SourceFile {
  file: string;
  /** Plain data; undefined if the file is missing or invalid YAML. */
  content: unknown;
  /** False if the file is missing; `content` is then its default, if it has one. */
  present: boolean;
  /** Parse errors in Chinese, with their lines. */
  defects: { line: number; message: string }[];
  /** Line (from 1) of the path, or of its nearest existing ancestor. */
  lineAt(path: Path): number;
}

export interface SourceFolder {
  files: Record<FileKey, SourceFile>;
  plan: SourceFile;
  planLines: string[];
}

const MISSING = "缺少此文件。";

export function readFolder(folder: string): SourceFolder {
  const read = (key: FileKey) => readYaml(folder, definitionFiles[key]);
  const planPath = join(folder, PLAN_FILE);
  const planText = existsSync(planPath) ? readFileSync(planPath, "utf8") : undefined;
  return {
    files: {
      campaign: read("campaign"),
      rubric: read("rubric"),
      requirements: read("requirements"),
      forms: read("forms"),
      recommendationList: read("recommendationList"),
      rulings: read("rulings"),
      datePhrases: read("datePhrases"),
      phrases: read("phrases"),
      calendar: read("calendar"),
      roster: read("roster"),
    },
    plan:
      planText === undefined
        ? missing(PLAN_FILE)
        : { file: PLAN_FILE, present: true, content: planText, defects: [], lineAt: () => 1 },
    planLines: planText?.split(/\r?\n/) ?? [],
  };
}

const missing = (file: string): SourceFile => ({
  file,
  present: false,
  content: undefined,
  defects: [{ line: 1, message: MISSING }],
  lineAt: () => 1,
});

function readYaml(folder: string, { file, absent }: { file: string; absent: unknown }): SourceFile {
  const path = join(folder, file);
  if (!existsSync(path))
    return absent === undefined ? missing(file) : { ...missing(file), content: absent, defects: [] };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  const defects = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: yamlMistake(error.code),
  }));
  const content = defects.length > 0 ? undefined : contentOf(document);
  return {
    file,
    present: true,
    content: content?.value,
    defects: content?.broken ? [{ line: 1, message: yamlMistake("BAD_ALIAS") }] : defects,
    lineAt: (at) => lines.linePos(offsetOf(document, at)).line,
  };
}

/** Converts to plain data. Unresolved aliases (`*name`) only show up here. */
function contentOf(document: Document): { value: unknown; broken: boolean } {
  try {
    return { value: document.toJS(), broken: false };
  } catch {
    return { value: undefined, broken: true };
  }
}

/** Offset of the node at the path, or of its nearest ancestor. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
