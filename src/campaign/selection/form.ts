import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { readTurn, type Turn, turnField } from "../../platform/conversation/page-turn.ts";
import { readReasonText } from "../../platform/conversation/reason-line.ts";
import type { Context } from "../engine/context.ts";
import { setChoice, withDeparture } from "./choices.ts";
import { reasonWords, type SelectionDraft } from "./draft.ts";
import { selectionPhrases as phrases, selectionRefusals } from "./phrases.ts";
import type { Candidate, Choices } from "./selection.ts";

const DEPARTURE = "departure";

/** Prefix of the two field names of a compound: the start of its id. */
const fieldName = ({ applicationId }: Candidate): string => applicationId.slice(0, 8);
const reasonName = (candidate: Candidate): string => `${fieldName(candidate)}-reason`;

/** Splits the compounds into card pages. */
export function pagesOf({ cards }: Context, draft: SelectionDraft): Candidate[][] {
  const { limit, measure } = cards.formRoom;
  const pages: Candidate[][] = [];
  for (const candidate of draft.candidates) {
    const page = pages.at(-1);
    const fields = pageFields(draft, [...(page ?? []), candidate], { isFirst: false });
    if (page && measure(fields) <= limit) page.push(candidate);
    else pages.push([candidate]);
  }
  return pages;
}

/** The fields of a page; the last one chooses what comes after it. */
export const pageFields = (
  draft: SelectionDraft,
  page: readonly Candidate[],
  { isFirst }: { isFirst: boolean },
): ViewField[] => [...page.flatMap((candidate) => fieldsOf(draft, candidate)), turnField({ isFirst })];

function fieldsOf({ choices, before }: SelectionDraft, candidate: Candidate): ViewField[] {
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

const sideValue = z.enum(["yes", "no"]).optional().catch(undefined);
const reasonValue = z.string().catch("");

/** Saves a submitted page and turns it as asked. With problems, the page stays open. */
export function savePage(
  context: Context,
  draft: SelectionDraft,
  submitted: Readonly<Record<string, unknown>>,
): { choices: Choices; problems: string[]; turn: Turn } {
  const { turn, values } = readTurn(submitted);
  const pages = pagesOf(context, draft);
  if (draft.choices.page >= pages.length) return { ...saveDeparture(draft, values), turn };
  const page = pages[draft.choices.page] ?? [];
  const problems: string[] = [];
  let choices = draft.choices;
  for (const candidate of page) {
    const side = sideValue.parse(values[fieldName(candidate)]);
    choices = setChoice(choices, candidate.applicationId, {
      selected: side === undefined ? undefined : side === "yes",
    });
    const read = reasonFor({ ...draft, choices }, candidate, reasonValue.parse(values[reasonName(candidate)]));
    if (read.problem !== undefined) problems.push(`${phrases.formReason(candidate)}：${read.problem}`);
    choices = setChoice(choices, candidate.applicationId, { reason: read.reason });
  }
  if (problems.length > 0) return { choices, problems, turn };
  return { choices: { ...choices, page: Math.max(0, choices.page + STEPS[turn]) }, problems, turn };
}

/** Pages to go on. */
const STEPS = { next: 1, back: -1, leave: 0 } as const satisfies Record<Turn, number>;

/** Field for the reason for breaking a 原则上 limit. */
export const departureField = (): ViewField => ({
  name: DEPARTURE,
  label: phrases.departureLabel(),
  kind: "textArea",
  required: true,
});

function saveDeparture(
  { choices, words }: SelectionDraft,
  values: Readonly<Record<string, unknown>>,
): { choices: Choices; problems: string[] } {
  const read = readReasonText(reasonValue.parse(values[DEPARTURE]));
  if (read === "tooLong") return { choices, problems: [selectionRefusals.reasonTooLong()] };
  if (read?.kind !== "text") return { choices, problems: [selectionRefusals.reasonEmpty(words)] };
  return { choices: withDeparture(choices, read.text), problems: [] };
}

/** Reason from a card field. An empty field keeps the saved reason, else uses the reason of the latest version. */
function reasonFor(
  draft: SelectionDraft,
  candidate: Candidate,
  typed: string,
): { reason?: string | undefined; problem?: string } {
  if (typed.trim() === "") {
    const saved = draft.choices.items[candidate.applicationId]?.reason;
    return { reason: saved ?? reasonWords(draft, candidate, { kind: "before" }) };
  }
  const read = readReasonText(typed);
  if (read === undefined) return { problem: selectionRefusals.reasonEmpty(draft.words) };
  if (read === "tooLong") return { problem: selectionRefusals.reasonTooLong() };
  const reason = reasonWords(draft, candidate, read);
  return reason === undefined ? { problem: selectionRefusals.nothingAbove() } : { reason };
}
