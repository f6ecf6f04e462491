import type { ViewField } from "../../platform/chat/view.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { reasonAbove, setChoice } from "./choices.ts";
import type { Entry } from "./entry.ts";
import { selectionPhrases as phrases, selectionRefusals } from "./phrases.ts";
import { readText } from "./read-reason.ts";
import type { Candidate, Choices } from "./selection.ts";

/** Two fields for each compound, named by the beginning of its id. */
const fieldName = ({ applicationId }: Candidate): string => applicationId.slice(0, 8);
const reasonName = (candidate: Candidate): string => `${fieldName(candidate)}-reason`;

/** The compounds page by page, as many on each as a card's form holds. */
export function pagesOf({ cards }: Turn, entry: Entry): Candidate[][] {
  const { limit, measure } = cards.formRoom;
  const pages: Candidate[][] = [];
  for (const candidate of entry.candidates) {
    const page = pages.at(-1);
    const fields = [...(page ?? []), candidate].flatMap((one) => fieldsOf(entry, one));
    if (page && measure(fields) <= limit) page.push(candidate);
    else pages.push([candidate]);
  }
  return pages;
}

export function fieldsOf({ choices, before }: Entry, candidate: Candidate): ViewField[] {
  const { selected, reason } = choices.items[candidate.applicationId] ?? {};
  const holder = before.has(candidate.applicationId) ? phrases.reasonBefore() : phrases.reasonHolder();
  return [
    {
      name: fieldName(candidate),
      label: phrases.formChoice(candidate),
      kind: "select",
      required: true,
      ...(selected === undefined ? {} : { value: selected ? "yes" : "no" }),
      options: [
        { value: "yes", text: phrases.yes() },
        { value: "no", text: phrases.no() },
      ],
    },
    {
      name: reasonName(candidate),
      label: phrases.formReason(candidate),
      kind: "textArea",
      required: false,
      placeholder: reason === undefined ? holder : phrases.reasonSaved(),
    },
  ];
}

/** Saves a submitted page and opens the next; with a problem the page stays open. */
export function savePage(
  turn: PersonTurn,
  entry: Entry,
  values: Readonly<Record<string, unknown>>,
): { choices: Choices; problems: string[] } {
  const pages = pagesOf(turn, entry);
  const page = pages[Math.min(entry.choices.page, pages.length - 1)] ?? [];
  const problems: string[] = [];
  let choices = entry.choices;
  for (const candidate of page) {
    const value = values[fieldName(candidate)];
    const selected = value === "yes" ? true : value === "no" ? false : undefined;
    choices = setChoice(choices, candidate.applicationId, { selected });
    const read = reasonFor({ ...entry, choices }, candidate, String(values[reasonName(candidate)] ?? ""));
    if (read.problem !== undefined) problems.push(`${phrases.formReason(candidate)}：${read.problem}`);
    choices = setChoice(choices, candidate.applicationId, { reason: read.reason });
  }
  return { choices: problems.length > 0 ? choices : { ...choices, page: choices.page + 1 }, problems };
}

/** A reason as typed into the card; left empty, the saved one stays, or the one of the version before. */
function reasonFor(
  entry: Entry,
  candidate: Candidate,
  typed: string,
): { reason?: string | undefined; problem?: string } {
  const { choices, before, candidates } = entry;
  const { selected, reason } = choices.items[candidate.applicationId] ?? {};
  const earlier = before.get(candidate.applicationId);
  const earlierReason = earlier && earlier.selected === selected ? earlier.reason : undefined;
  if (typed.trim() === "") return { reason: reason ?? earlierReason };
  const read = readText(typed);
  if (read === undefined) return { problem: selectionRefusals.reasonEmpty() };
  if (read === "tooLong") return { problem: selectionRefusals.reasonTooLong() };
  if (read.kind === "text") return { reason: read.text };
  const found = read.kind === "same" ? reasonAbove(choices, candidates, candidate) : earlierReason;
  return found === undefined ? { problem: selectionRefusals.nothingAbove() } : { reason: found };
}
