import type { Definition } from "../../definition/definition.ts";
import { writeDottedIds } from "./clause-ids.ts";
import type { EntriesRead } from "./entries-read.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { standingIn } from "./standing-words.ts";

const { problems: said } = phrases;
const HEADING =
  /^(?:序号|编号|条目|条款|项目|要求|内容|标准|具体要求|要求内容|是否符合|是否达标|符合情况|完成情况|自评(?:情况|结果)?|结论|结果|情况|备注|说明|附件\d+)$/u;
const ID = /^\s*(\d{1,2}-\d{1,2})\s*$/u;

/**
 * Reads a row of a table: number, wording, standing, note. The wording is the plan's and says nothing; a note has a place
 * only beside 不适用. @returns whether it is such a row, or the headings above
 */
export function readRow(definition: Definition, line: string, into: EntriesRead): boolean {
  const cells = line
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  if (cells.length > 0 && cells.every((cell) => HEADING.test(cell))) return true;
  const at = cells.findIndex((cell) => ID.test(writeDottedIds(definition, cell)));
  const id = ID.exec(writeDottedIds(definition, cells[at] ?? ""))?.[1];
  // Before the number stands at most the number of the row.
  if (id === undefined || at > 1) return false;
  const rest = cells.slice(at + 1);
  const standingAt = rest.findIndex((cell) => standingIn(cell) !== undefined);
  const standing = standingIn(rest[standingAt] ?? "");
  const notes = rest.slice(standingAt + 1).join(" ");
  if (standing === undefined) into.problems.push(said.noStanding(id));
  else if (standing === "notApplicable") into.add(standing, `${id} ${notes}`.trim());
  else {
    into.add(standing, id);
    if (notes !== "") into.problems.push(said.note(id, notes));
  }
  return true;
}
