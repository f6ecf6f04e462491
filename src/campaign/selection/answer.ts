import { readSelection } from "../../platform/conversation/order-line.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { Refusal } from "../../shared/refusal.ts";
import { choose, reasonAbove, setChoice, stepBack } from "./choices.ts";
import type { Entry } from "./entry.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { type ReasonText, readReason } from "./read-reason.ts";
import { openStep } from "./rules.ts";
import type { Candidate, Choices } from "./selection.ts";

/** What typed words make of the choices. @throws {Refusal} when they are no answer to what is asked */
export function answerChoices(entry: Entry, text: string): Choices {
  if (isBack(text)) return stepBack(entry.choices, entry.candidates);
  const open = openStep(entry.candidates, entry.choices);
  return open?.kind === "reason" ? giveReasons(entry, open.candidate, text) : chooseBy(entry, text);
}

export const isBack = (text: string): boolean => /^(上一步|返回|返回修改)$/u.test(plainAnswer(text));
export const isSubmit = (text: string): boolean => /^(报批|提交|确认提交|报审批)$/u.test(plainAnswer(text));

/** The numbers of those to be chosen. @throws {Refusal} when they are not as many as R9 says */
export function chooseBy({ choices, candidates, required }: Entry, typed: string): Choices {
  const read = readSelection(typed, candidates.length);
  if (!read.ok) throw new Refusal("selection.not-numbers", read.retry);
  const taken = read.places.length;
  if (taken > required) throw new Refusal("selection.too-many", refusals.tooMany(taken, required));
  if (taken < required) throw new Refusal("selection.too-few", refusals.tooFew(taken, required));
  return choose(
    choices,
    candidates,
    read.places.map((place) => place + 1),
  );
}

function giveReasons(entry: Entry, candidate: Candidate, typed: string): Choices {
  const line = readReason(typed);
  if (line === undefined) throw new Refusal("selection.no-reason", refusals.reasonEmpty());
  if (line === "tooLong") throw new Refusal("selection.reason-too-long", refusals.reasonTooLong());
  switch (line.kind) {
    case "reason":
      return giveTo(entry, [candidate], line.reason);
    case "numbers":
      return giveTo(entry, numbered(entry, line.numbers), line.reason);
    case "same":
    case "before": {
      const left = entry.candidates.filter(({ applicationId }) => !entry.choices.items[applicationId]?.reason);
      return giveTo(entry, line.rest ? left : [candidate], { kind: line.kind });
    }
  }
}

function numbered({ candidates }: Entry, numbers: readonly number[]): Candidate[] {
  const unknown = numbers.filter((number) => number < 1 || number > candidates.length);
  if (unknown.length > 0 || numbers.length === 0) {
    throw new Refusal("selection.no-such-number", refusals.noSuchNumber(unknown, candidates.length));
  }
  return candidates.filter(({ number }) => numbers.includes(number));
}

function giveTo(entry: Entry, candidates: readonly Candidate[], reason: ReasonText): Choices {
  const without: string[] = [];
  const choices = candidates.reduce((all, candidate) => {
    const text = reasonText({ ...entry, choices: all }, candidate, reason);
    if (text === undefined) without.push(candidate.name);
    return setChoice(all, candidate.applicationId, { reason: text });
  }, entry.choices);
  if (without.length === 0) return choices;
  if (reason.kind === "before") throw new Refusal("selection.nothing-before", refusals.nothingBefore(without));
  throw new Refusal("selection.nothing-above", refusals.nothingAbove());
}

/** A reason in words, with 同上 and 沿用 followed; undefined where there is none to follow. */
export function reasonText(entry: Entry, candidate: Candidate, reason: ReasonText): string | undefined {
  if (reason.kind === "text") return reason.text;
  if (reason.kind === "same") return reasonAbove(entry.choices, entry.candidates, candidate);
  const earlier = entry.before.get(candidate.applicationId);
  return earlier?.selected === entry.choices.items[candidate.applicationId]?.selected ? earlier?.reason : undefined;
}
