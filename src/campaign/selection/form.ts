import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { readTurn, THEN, type Turn, turnField } from "../../platform/conversation/page-turn.ts";
import { readReasonText } from "../../platform/conversation/reason-line.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import { setChoice, withDeparture } from "./choices.ts";
import { reasonWords, type SelectionDraft } from "./draft.ts";
import { isAtOnce, saveAtOnce } from "./form-at-once.ts";
import { reservesBy } from "./name-reserves.ts";
import { selectionPhrases as phrases, selectionRefusals } from "./phrases.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { type Candidate, type Choices, DEPARTURE, RESERVES, type RefusedText } from "./selection.ts";

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
): ViewField[] => [...page.flatMap((candidate) => fieldsOf(draft, candidate)), turnWithReview(draft, isFirst)];

/** 去核对 ends the pages; it stands first where nothing is missing any more. */
const REVIEW = "review";

function turnWithReview({ choices, candidates }: SelectionDraft, isFirst: boolean): ViewField {
  const { options = [], ...field } = turnField({ isFirst });
  const isComplete = candidates.every(({ applicationId }) => choices.items[applicationId]?.reason !== undefined);
  const review = { value: REVIEW, text: phrases.toReview() };
  return isComplete
    ? { ...field, value: REVIEW, options: [review, ...options] }
    : { ...field, options: [...options, review] };
}

function asksReview({ [THEN]: given }: Readonly<Record<string, unknown>>): boolean {
  const [one] = Array.isArray(given) ? given : [given];
  return one === REVIEW || one === phrases.toReview();
}

/** {@link pageFields} with the texts that were refused, as far as they fit: longer ones stand above the form only. */
export function filledFields(
  { cards }: Pick<Context, "cards">,
  draft: SelectionDraft,
  page: readonly Candidate[],
): ViewField[] {
  const { limit, measure } = cards.formRoom;
  const empty = pageFields(draft, page, { isFirst: draft.choices.page === 0 });
  return (draft.choices.refused ?? []).reduce((fields, { key, typed: value }) => {
    const name = page.filter(({ applicationId }) => applicationId === key).map(reasonName)[0];
    const filled = fields.map((field): ViewField => (field.name === name ? { ...field, value } : field));
    return measure(filled) <= limit ? filled : fields;
  }, empty);
}

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
      required: reason === undefined && !before.has(candidate.applicationId),
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
  if (isAtOnce(draft)) return { ...saveAtOnce(draft, { values, pages: pages.length }), turn };
  if (draft.choices.page >= pages.length)
    return { ...(RESERVES in values ? saveReserves(draft, values) : saveDeparture(draft, values)), turn };
  const page = pages[draft.choices.page] ?? [];
  const refused: RefusedText[] = [];
  let choices: Choices = { ...draft.choices, refused: undefined };
  for (const candidate of page) {
    const side = sideValue.parse(values[fieldName(candidate)]);
    choices = setChoice(choices, candidate.applicationId, {
      selected: side === undefined ? undefined : side === "yes",
    });
    const typed = reasonValue.parse(values[reasonName(candidate)]);
    const read = reasonFor({ ...draft, choices }, candidate, typed);
    if (read.problem !== undefined) {
      const sentence = `${phrases.formReason(candidate)}：${read.problem}`;
      refused.push({ key: candidate.applicationId, sentence, typed });
    }
    choices = setChoice(choices, candidate.applicationId, { reason: read.reason });
  }
  const problems = refused.map(({ sentence }) => sentence);
  if (problems.length > 0) return { choices: { ...choices, refused }, problems, turn };
  const next = asksReview(submitted) ? pages.length : Math.max(0, choices.page + STEPS[turn]);
  return { choices: { ...choices, page: next }, problems, turn };
}

/** Pages to go on. */
const STEPS = { next: 1, back: -1, leave: 0 } as const satisfies Record<Turn, number>;

/** Field for the reason for breaking a 原则上 limit. */
export const departureField = ({ refused = [] }: Pick<Choices, "refused">): ViewField => ({
  name: DEPARTURE,
  label: phrases.departureLabel(),
  kind: "textArea",
  required: true,
  ...putBack(refused.find(({ key, typed }) => key === DEPARTURE && [...typed].length <= MOST_PUT_BACK)),
});

/** Field for the reserves. */
export const reserveField = ({ refused = [] }: Pick<Choices, "refused">): ViewField => ({
  name: RESERVES,
  label: reservePhrases.field(),
  kind: "text",
  required: true,
  placeholder: reservePhrases.holder(),
  ...putBack(refused.find(({ key }) => key === RESERVES)),
});

const MOST_PUT_BACK = 400;
const putBack = (refused: RefusedText | undefined): { value?: string } => (refused ? { value: refused.typed } : {});

function saveReserves(
  draft: SelectionDraft,
  values: Readonly<Record<string, unknown>>,
): { choices: Choices; problems: string[] } {
  const typed = reasonValue.parse(values[RESERVES]);
  const { refused: _, ...choices } = draft.choices;
  try {
    return { choices: reservesBy({ ...draft, choices }, typed), problems: [] };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const refused = [{ key: RESERVES, sentence: error.message, typed }];
    return { choices: { ...choices, refused }, problems: [error.message] };
  }
}

function saveDeparture(
  { choices, words }: SelectionDraft,
  values: Readonly<Record<string, unknown>>,
): { choices: Choices; problems: string[] } {
  const typed = reasonValue.parse(values[DEPARTURE]);
  const read = readReasonText(typed, { keepsStop: true });
  if (read !== "tooLong" && read?.kind === "text") {
    return { choices: withDeparture({ ...choices, refused: undefined }, read.text), problems: [] };
  }
  const sentence = read === "tooLong" ? selectionRefusals.reasonTooLong() : selectionRefusals.reasonEmpty(words);
  return { choices: { ...choices, refused: [{ key: DEPARTURE, sentence, typed }] }, problems: [sentence] };
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
  const read = readReasonText(typed, { keepsStop: true });
  if (read === undefined) return { problem: selectionRefusals.reasonEmpty(draft.words) };
  if (read === "tooLong") return { problem: selectionRefusals.reasonTooLong() };
  const reason = reasonWords(draft, candidate, read);
  return reason === undefined ? { problem: selectionRefusals.nothingAbove() } : { reason };
}
