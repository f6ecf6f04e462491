import { isWithin } from "../../../platform/conversation/score-table.ts";
import type { List } from "./entries.ts";
import type { EntriesRead } from "./entries-read.ts";
import type { FigureWord } from "./figure-words.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { clausesOf } from "./requirements.ts";

/** A part of a sentence. `text`: what is none of the others. */
export type Part =
  | { kind: "rest" }
  | { kind: "standing"; list: List; text: string }
  | { kind: "ids" | "text"; text: string }
  | { kind: "figure"; word: FigureWord; text: string }
  /** Something that is not filled in as it is said. */
  | { kind: "share"; clauses: readonly string[]; problem: string; text: string };

/** Clauses and standings in turn: 不符合 8-2 尚不清楚 9-1, or 8-2不符合 9-1尚不清楚. */
export function readRun(run: readonly Part[], into: EntriesRead): void {
  const [first, ...others] = run;
  if (!first) return;
  const end = run.findIndex(({ kind }) => kind !== "ids");
  const next = run[end];
  if (first.kind === "standing") readLeads(run, into);
  else if (end < 0) named(textOf(run), into);
  else if (end > 0 && next?.kind === "standing") readTail(run, { end, list: next.list }, into);
  else if (into.list === "notApplicable" && others.length === 0) {
    // A reason goes on behind a comma.
    into.add(into.list, textOf([first]));
  } else {
    into.problems.push(unreadOf(textOf([first]), into));
    readRun(others, into);
  }
}

/** 物业费那条不符合 */
const NAMES_CLAUSE = /^(?<word>\p{Script=Han}{2,10}?)的?[这那][一]?[条项个款]/u;
/** 理由：还没公示, behind a comma */
const SAYS_WHY = /^(?:理由|原因)(?:是|为|[:\s])*|^(?:因为|由于)/u;
const STANDS = /符合|达标|满足|不清楚|不适用/u;
const MOST_NAMED = 4;

/** What is asked instead: the number of the clause that the words name; a reason has no place. */
function unreadOf(text: string, into: EntriesRead): string {
  const { definition, noted } = into;
  const { word = "" } = NAMES_CLAUSE.exec(text)?.groups ?? {};
  const clauses = clausesOf(definition).filter((one) => word !== "" && isWithin(word, one.text));
  const ids = clauses.map(({ id }) => id);
  const isNamed = ids.length > 0 && ids.length <= MOST_NAMED;
  if (isNamed || (word !== "" && STANDS.test(text))) {
    into.names();
    return phrases.problems.whichClause(text, isNamed ? ids : [], clausesOf(definition)[0]?.id ?? "");
  }
  return noted !== undefined && SAYS_WHY.test(text)
    ? phrases.problems.note(noted, text.replace(SAYS_WHY, ""))
    : phrases.problems.notUnderstood(text);
}

function named(ids: string, into: EntriesRead): void {
  if (into.list) into.add(into.list, ids);
  else into.ahead = [...into.ahead, ids];
}

const textOf = (parts: readonly Part[]): string => parts.map((part) => ("text" in part ? part.text : "")).join(" ");

/** 8-2、9-1不符合 …: what follows goes on in the same way. */
function readTail(run: readonly Part[], { end, list }: { end: number; list: List }, into: EntriesRead): void {
  const ids = [...into.ahead, ...run.slice(0, end).map((part) => textOf([part]))].join("、");
  into.ahead = [];
  const next = run.slice(end + 1);
  const isReason = list === "notApplicable" && next[0]?.kind === "text";
  // 8-2 不符合 9-1: which of them is not met is not said.
  if (next.length > 0 && next.every(({ kind }) => kind === "ids")) {
    into.problems.push(phrases.problems.eitherWay(textOf(run)));
    return;
  }
  into.add(list, [ids, ...(isReason ? [textOf(next.slice(0, 1))] : [])].join(" "));
  into.list = list === "notApplicable" ? list : undefined;
  into.noted = ids;
  // Only 不适用 has a place for a reason.
  const [note] = next;
  const isNote = !isReason && note?.kind === "text" && !NAMES_CLAUSE.test(note.text);
  if (isNote) into.problems.push(phrases.problems.note(ids, note.text));
  readRun(next.slice(isReason || isNote ? 1 : 0), into);
}

/** 不符合 8-2 尚不清楚 9-1: each standing stands before its clauses. */
function readLeads(run: readonly Part[], into: EntriesRead): void {
  const last = run.at(-1);
  const isDoubtful = run.length > 2 && last?.kind === "standing" && run.at(-2)?.kind === "ids";
  if (isDoubtful) {
    into.problems.push(phrases.problems.eitherWay(textOf(run)));
    return;
  }
  for (const part of run) {
    if (part.kind === "standing") into.list = part.list;
    else if (into.list) into.add(into.list, textOf([part]));
  }
}
