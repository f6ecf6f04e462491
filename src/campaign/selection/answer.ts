import { readSelection } from "../../platform/conversation/order-line.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { type ReasonText, readReason, readReasonText } from "../../platform/conversation/reason-line.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { choose, setChoice, stepBack, withDeparture } from "./choices.ts";
import { reasonWords, type SelectionDraft } from "./draft.ts";
import { readDrafted } from "./drafted.ts";
import { isRefused, misfitsOf } from "./limits.ts";
import { isReserveLine, reservesBy } from "./name-reserves.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { draftedPhrases } from "./phrases-drafted.ts";
import { chosen, openStep } from "./rules.ts";
import type { Candidate, Choices } from "./selection.ts";

/** Applies a typed answer to the choices. @throws {RefusalError} if the text does not answer the open question */
export function answerChoices(draft: SelectionDraft, text: string): Choices {
  if (isBack(text)) return stepBack(draft.choices, draft.candidates);
  const open = openStep(draft.candidates, draft.choices, draft.limits, draft.reserves);
  if (open?.kind === "reserves" || isReserveLine(text)) return reservesBy(draft, text);
  if (open?.kind === "departure") return withDeparture(draft.choices, departureIn(draft, text));
  if (open?.kind === "reason") return giveReasons(draft, open.candidate, text);
  return (open ? undefined : rewritten(draft, text)) ?? chooseBy(draft, text);
}

/** 理由 3 …, when every reason is given; undefined for words that name no numbers. */
function rewritten(draft: SelectionDraft, typed: string): Choices | undefined {
  const line = readReason(typed, { keepsStop: true });
  if (line === "tooLong") throw new RefusalError("selection.reason-too-long", refusals.reasonTooLong());
  return line?.kind === "numbers" ? giveTo(draft, numbered(draft, line.numbers), line.reason) : undefined;
}

export const isBack = (text: string): boolean => /^(上一步|返回|返回修改)$/u.test(plainAnswer(text));
export const isSubmit = (text: string): boolean => /^(报批|提交|确认提交|报审批)$/u.test(plainAnswer(text));

/** Applies typed candidate numbers. @throws {RefusalError} if they are unreadable or break a limit */
export function chooseBy({ choices, candidates, limits, words }: SelectionDraft, typed: string): Choices {
  const read = readSelection(typed, candidates.length);
  if (!read.ok) throw new RefusalError("selection.not-numbers", read.retry);
  const picked = choose(
    choices,
    candidates,
    read.places.map((place) => place + 1),
  );
  const [misfit] = misfitsOf(limits, chosen(candidates, picked)).filter(isRefused);
  if (misfit?.fit === "tooMany") throw new RefusalError("selection.too-many", refusals.tooMany(misfit, words));
  if (misfit) throw new RefusalError("selection.too-few", refusals.tooFew(misfit, words));
  return picked;
}

/** @throws {RefusalError} if the text is not a reason in words */
export function departureIn({ words }: SelectionDraft, typed: string): string {
  const read = readReasonText(typed, { keepsStop: true });
  if (read === "tooLong") throw new RefusalError("selection.reason-too-long", refusals.reasonTooLong());
  if (read?.kind !== "text") throw new RefusalError("selection.no-reason", refusals.reasonEmpty(words));
  return read.text;
}

function giveReasons(draft: SelectionDraft, candidate: Candidate, typed: string): Choices {
  if (readDrafted(typed)?.rest) {
    const left = draft.candidates.filter(({ applicationId }) => !draft.choices.items[applicationId]?.reason);
    return giveTo(draft, left, { kind: "text", text: typed });
  }
  const line = readReason(typed, { keepsStop: true });
  if (line === undefined) throw new RefusalError("selection.no-reason", refusals.reasonEmpty(draft.words));
  if (line === "tooLong") throw new RefusalError("selection.reason-too-long", refusals.reasonTooLong());
  switch (line.kind) {
    case "reason":
      return giveTo(draft, [candidate], line.reason);
    case "numbers":
      return giveTo(draft, numbered(draft, line.numbers), line.reason);
    case "same":
    case "before": {
      return giveTo(draft, line.rest ? restOf(draft, candidate, line.kind) : [candidate], { kind: line.kind });
    }
  }
}

/** Candidates that 其余 means: without a reason; for 其余同上 only those with the same outcome. */
function restOf(
  { candidates, choices: { items } }: SelectionDraft,
  asked: Candidate,
  kind: "same" | "before",
): Candidate[] {
  const left = candidates.filter(({ applicationId }) => !items[applicationId]?.reason);
  const side = items[asked.applicationId]?.selected;
  return kind === "before" ? left : left.filter(({ applicationId }) => items[applicationId]?.selected === side);
}

function numbered({ candidates }: SelectionDraft, numbers: readonly number[]): Candidate[] {
  const unknown = numbers.filter((number) => number < 1 || number > candidates.length);
  if (unknown.length > 0 || numbers.length === 0) {
    throw new RefusalError("selection.no-such-number", refusals.noSuchNumber(unknown, candidates.length));
  }
  return candidates.filter(({ number }) => numbers.includes(number));
}

function giveTo(draft: SelectionDraft, candidates: readonly Candidate[], reason: ReasonText): Choices {
  const without: string[] = [];
  const choices = candidates.reduce((all, candidate) => {
    const text = reasonWords({ ...draft, choices: all }, candidate, reason);
    if (text === undefined) without.push(candidate.name);
    return setChoice(all, candidate.applicationId, { reason: text });
  }, draft.choices);
  if (without.length === 0) return choices;
  if (reason.kind === "text") throw new RefusalError("selection.nothing-drafted", draftedPhrases.none(without));
  if (reason.kind === "before") throw new RefusalError("selection.nothing-before", refusals.nothingBefore(without));
  throw new RefusalError("selection.nothing-above", refusals.nothingAbove());
}
