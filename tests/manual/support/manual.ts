import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt();
type Token = ReturnType<typeof markdown.parse>[number];

const TEXT = readFileSync("docs/manual.md", "utf8");
export const tokens: readonly Token[] = markdown.parse(TEXT, {});

/** What is written as a reader sees it; code keeps its backquotes out. */
export const plainOf = ({ children }: Token): string =>
  (children ?? []).map(({ type, content }) => (/^(?:text|code_inline)$/u.test(type) ? content : "")).join("");

const codeOf = ({ children }: Token): string[] =>
  (children ?? []).flatMap(({ type, content }) => (type === "code_inline" ? [content] : []));

export interface Cell {
  text: string;
  /** What stands in backquotes: it can be sent as it is. */
  said: readonly string[];
}

export interface Table {
  /** The heading above it. */
  section: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const cellOf = (token: Token): Cell => ({ text: plainOf(token), said: codeOf(token) });

/** Of tables and of the text around them, in their order. */
function readAll(): { tables: Table[]; around: { section: string; said: readonly string[] }[] } {
  const tables: { section: string; rows: Cell[][] }[] = [];
  const around: { section: string; said: readonly string[] }[] = [];
  let section = "";
  let inTable = false;
  for (const [at, token] of tokens.entries()) {
    if (token.type === "table_open") tables.push({ section, rows: [] });
    if (/^table_/u.test(token.type)) inTable = token.type === "table_open";
    if (token.type === "tr_open") tables.at(-1)?.rows.push([]);
    if (token.type !== "inline") continue;
    if (tokens[at - 1]?.type === "heading_open") section = plainOf(token);
    if (inTable) tables.at(-1)?.rows.at(-1)?.push(cellOf(token));
    else around.push({ section, said: codeOf(token) });
  }
  return {
    tables: tables.map(({ rows: [head = [], ...rows], ...table }) => ({
      ...table,
      head: head.map(({ text }) => text),
      rows,
    })),
    around,
  };
}

export const { tables, around } = readAll();

const isExample = (head: string): boolean => head === "怎么写" || head === "怎么问";

export interface Example {
  section: string;
  said: string;
  /** The field that is open. */
  at: string;
  /** What the manual says of it. */
  read: string;
}

/** Tables of what is said and what is recorded. */
export const examples: readonly Example[] = tables
  .filter(({ head }) => head.some(isExample))
  .flatMap(({ section, head, rows }) =>
    rows.flatMap((row) => {
      const column = head.findIndex(isExample);
      const at = column > 0 ? (row[column - 1]?.text ?? "") : "";
      return (row[column]?.said ?? []).map((said) => ({ section, said, at, read: row[column + 1]?.text ?? "" }));
    }),
  );

/** Everything else that can be sent. */
export const sent: readonly string[] = [
  ...around.flatMap(({ said }) => said),
  ...tables
    .filter(({ head }) => !head.some(isExample))
    .flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ said }) => said))),
];
