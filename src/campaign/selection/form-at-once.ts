import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { readReasonText } from "../../platform/conversation/reason-line.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import { chooseBy } from "./answer.ts";
import { setChoice } from "./choices.ts";
import { reasonWords, type SelectionDraft } from "./draft.ts";
import { reservesBy } from "./name-reserves.ts";
import { selectionPhrases as phrases, selectionRefusals as refusals } from "./phrases.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { type Candidate, type Choices, RESERVES, type TypedAtOnce } from "./selection.ts";

const typedValue = z.string().catch("");
const typedAtOnce = z.object({
  numbers: typedValue,
  reserves: typedValue.optional(),
  selected: typedValue,
  passed: typedValue,
});

/** Until a reason is given, 择优 is asked for on one page, unless it was asked to go one by one. */
export const isAtOnce = ({ choices }: Pick<SelectionDraft, "choices">): boolean =>
  choices.page === 0 &&
  choices.oneByOne !== true &&
  Object.values(choices.items).every(({ reason }) => reason === undefined);

/** The numbers selected and one reason for each side; what was typed before is put back where it has room. */
export function atOnceFields(
  { cards }: Pick<Context, "cards">,
  { choices, candidates, limits, reserves, before }: SelectionDraft,
): ViewField[] {
  const total = limits.find(({ category }) => category === undefined);
  const most = Math.min(total?.most ?? total?.least ?? candidates.length, candidates.length);
  const known = candidates
    .filter(({ applicationId }) => choices.items[applicationId]?.selected)
    .map(({ number }) => number);
  const named = (choices.reserves ?? []).flatMap(
    (id) => candidates.find(({ applicationId }) => applicationId === id)?.number ?? [],
  );
  const typed: TypedAtOnce = choices.typed ?? {
    ...{ numbers: known.join(" "), reserves: named.join(" "), selected: "", passed: "" },
  };
  const hasBefore = before.size > 0;
  const holder = hasBefore ? phrases.reasonBefore() : phrases.reasonsLater();
  const fields = (shown: Partial<TypedAtOnce>): ViewField[] => [
    {
      ...{ name: "numbers", label: phrases.numbersField(), kind: "text", required: true },
      placeholder: phrases.numbersHolder(most),
      ...putIn(shown.numbers),
    },
    ...(reserves === 0
      ? []
      : [
          {
            ...{ name: RESERVES, label: reservePhrases.field(), kind: "text" as const, required: true },
            placeholder: reservePhrases.holder(),
            ...putIn(shown.reserves),
          },
        ]),
    {
      ...{ name: "selected", label: phrases.selectedReason(), kind: "textArea", required: !hasBefore },
      placeholder: holder,
      ...putIn(shown.selected),
    },
    {
      ...{ name: "passed", label: phrases.passedReason(), kind: "textArea", required: false },
      placeholder: phrases.passedHolder(),
      ...putIn(shown.passed),
    },
  ];
  const { limit, measure } = cards.formRoom;
  const filled = fields(typed);
  return measure(filled) <= limit ? filled : fields({ numbers: typed.numbers, reserves: typed.reserves });
}

const putIn = (value = ""): { value?: string } => (value === "" ? {} : { value });

/** Saves the page. With problems nothing of it counts, and what was typed stays in its fields. */
export function saveAtOnce(
  draft: SelectionDraft,
  { values, pages }: { values: Readonly<Record<string, unknown>>; pages: number },
): { choices: Choices; problems: string[] } {
  const typed = typedAtOnce.parse(values);
  const { typed: _, refused: __, ...choices } = draft.choices;
  try {
    const selected = chooseBy({ ...draft, choices }, typed.numbers);
    const picked = draft.reserves === 0 ? selected : reservesBy({ ...draft, choices: selected }, typed.reserves ?? "");
    return { choices: { ...withReasons({ ...draft, choices: picked }, typed), page: pages }, problems: [] };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const refused = [{ key: "at-once", sentence: error.message, typed: "" }];
    return { choices: { ...choices, typed, refused }, problems: [error.message] };
  }
}

/** @throws {RefusalError} if a side has no reason */
function withReasons(draft: SelectionDraft, typed: TypedAtOnce): Choices {
  return draft.candidates.reduce((choices, candidate) => {
    const isSelected = choices.items[candidate.applicationId]?.selected === true;
    const said = isSelected ? typed.selected : typed.passed;
    const label = isSelected ? phrases.selectedReason() : phrases.passedReason();
    return setChoice(choices, candidate.applicationId, {
      reason: reasonOf({ ...draft, choices }, candidate, { said, label }),
    });
  }, draft.choices);
}

function reasonOf(
  draft: SelectionDraft,
  candidate: Candidate,
  { said, label }: { said: string; label: string },
): string {
  const read = said.trim() === "" ? { kind: "before" as const } : readReasonText(said, { keepsStop: true });
  const refuse = (sentence: string) => new RefusalError("selection.no-reason", `${label}：${sentence}`);
  if (read === "tooLong") throw refuse(refusals.reasonTooLong());
  const reason = read && reasonWords(draft, candidate, read);
  if (reason === undefined) throw refuse(refusals.reasonEmpty(draft.words));
  return reason;
}
