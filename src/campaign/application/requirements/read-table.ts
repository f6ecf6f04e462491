import type { Definition } from "../../definition/definition.ts";
import { writeDottedIds } from "./clause-ids.ts";
import type { Entries } from "./entries.ts";
import type { EntriesRead } from "./entries-read.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { standingIn } from "./standing-words.ts";

const { problems: said } = phrases;
const HEADING =
  /^(?:序号|编号|条目|条款|项目|要求|内容|标准|具体要求|要求内容|是否符合|是否达标|符合情况|完成情况|自评(?:情况|结果)?|自查(?:情况|结果)?|核查(?:情况|结果)?|结论|结果|情况|备注|说明|附件\d+)$/u;
const ID = /^\s*(\d{1,2}-\d{1,2})\s*$/u;

/** What of a note can be recorded. */
export interface Note {
  /** Its figures; undefined where anything else stands beside them. */
  entries: Entries | undefined;
  problems: readonly string[];
  /** Whether one of the figures settles the clause. */
  settles: boolean;
}

/**
 * Reads a row of a table: number, wording, standing, note. The wording is the plan's and says nothing; a note is the
 * reason of 不适用, or holds figures. @returns whether it is such a row, or the headings above
 */
export function readRow(
  line: string,
  into: EntriesRead,
  { definition, noteOf }: { definition: Definition; noteOf: (id: string, note: string) => Note },
): boolean {
  const all = line
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  if (all.length > 0 && all.every((cell) => HEADING.test(cell))) return true;
  const at = all.findIndex((cell) => ID.test(writeDottedIds(definition, cell)));
  const id = ID.exec(writeDottedIds(definition, all[at] ?? ""))?.[1];
  if (id === undefined && readItem(all, into, definition)) return true;
  // Before the number stands at most the number of the row.
  if (id === undefined || at > 1) return false;
  const rest = all.slice(at + 1);
  const standingAt = rest.findIndex((cell) => standingIn(cell) !== undefined);
  const standing = standingIn(rest[standingAt] ?? "");
  const notes = rest.slice(standingAt + 1);
  if (standing === "notApplicable") {
    into.add(standing, `${id} ${notes.join(" ")}`.trim());
    return true;
  }
  // Without a standing, what is no figure is the wording.
  const cells = standing === undefined ? rest.filter((cell) => noteOf(id, cell).entries !== undefined) : notes;
  const note = noteOf(id, cells.join(","));
  if (standing !== undefined) into.add(standing, id);
  else if (!note.settles && note.problems.length === 0) into.problems.push(said.noStanding(id));
  into.addAll(note.entries ?? {});
  for (const problem of note.problems) into.addShare(problem, cells.join(","));
  if (standing !== undefined && note.entries === undefined && note.problems.length === 0)
    into.problems.push(said.note(id, notes.join(" ")));
  return true;
}

const ITEM = /^第(\d{1,2})项$/u;

/** 第3条　不符合　未安装充电桩: a whole item, all of it where it is met; else it is asked which of its clauses. */
function readItem([first = "", ...rest]: readonly string[], into: EntriesRead, definition: Definition): boolean {
  const item = definition.requirements.requirements.find(({ id }) => id === ITEM.exec(first)?.[1]);
  const at = rest.findIndex((cell) => standingIn(cell) !== undefined);
  const standing = standingIn(rest[at] ?? "");
  if (!item || standing === undefined) return false;
  const notes = rest.slice(at + 1).join(" ");
  into.add(standing, standing === "met" ? item.clauses.map(({ id }) => id).join("、") : first);
  if (notes !== "") into.problems.push(said.note(first, notes));
  return true;
}
