import type { Block } from "../../platform/chat/view.ts";
import type { SelectionDraft } from "./draft.ts";
import { isRefused, misfitsOf } from "./limits.ts";
import { selectionPhrases as phrases } from "./phrases.ts";
import { draftedPhrases } from "./phrases-drafted.ts";
import { meritPhrases } from "./phrases-merit.ts";
import { reservePhrases } from "./phrases-reserves.ts";
import { chosen, type Open } from "./rules.ts";
import type { Candidate } from "./selection.ts";

const text = (words: string): Block => ({ kind: "text", text: words });

/** What has changed since the draft was last saved. */
export function changedBlocks({ changed, choices: { told = [] } }: SelectionDraft): Block[] {
  const said = [...new Set([...told, ...changed])];
  return said.length === 0 ? [] : [text(meritPhrases.seenLead()), { kind: "list", items: said }];
}

/** A tie across the last place, and lists that are not in. */
export const noteBlocks = ({ tie, outstanding }: SelectionDraft): Block[] =>
  [tie, outstanding].flatMap((note) => (note === undefined ? [] : [text(note)]));

/** The open question, with the numbered candidates. */
export function questionBlocks(draft: SelectionDraft, open: Open): Block[] {
  const { candidates, choices, limits, words } = draft;
  switch (open.kind) {
    case "choose":
      return [
        text(phrases.chooseQuestion(candidates.length, limits, words)),
        { kind: "list", ordered: true, items: candidates.map((candidate) => phrases.candidate(candidate, words)) },
        ...noteBlocks(draft),
      ];
    case "reserves":
      return [
        pickedBlock(candidates, choices),
        text(reservePhrases.question(open.most, words)),
        {
          kind: "list",
          items: candidates
            .filter(({ applicationId }) => choices.items[applicationId]?.selected === false)
            .map((candidate) => `${candidate.number}. ${phrases.candidate(candidate, words)}`),
        },
      ];
    case "departure":
      return [text(phrases.departureQuestion(open.misfits, words))];
    case "reason":
      return reasonBlocks(draft, open);
  }
}

function reasonBlocks(draft: SelectionDraft, open: Open & { kind: "reason" }): Block[] {
  const { choices, candidates, before, drafted, words } = draft;
  const { candidate } = open;
  const selected = choices.items[candidate.applicationId]?.selected === true;
  const missing = withoutReason(candidates, choices);
  const earlier = before.get(candidate.applicationId);
  const proposed = drafted.get(candidate.applicationId);
  const at = candidates.length - missing.length + 1;
  return [
    ...(at === 1 && draft.reserves === 0 ? [pickedBlock(candidates, choices)] : []),
    text(phrases.reasonQuestion({ candidate, selected, at, of: candidates.length })),
    text(phrases.candidate(candidate, words)),
    ...(proposed === undefined ? [] : [text(draftedPhrases.line(proposed) + draftedPhrases.hint())]),
    ...(earlier?.selected === selected ? [text(phrases.before(earlier.reason))] : []),
    text(isLast(draft, missing) ? phrases.last() : phrases.reasonHint(words)),
  ];
}

/** Whether the next reason is the last one. */
function isLast({ choices, candidates, limits }: SelectionDraft, missing: readonly Candidate[]): boolean {
  const isSoft = misfitsOf(limits, chosen(candidates, choices)).some((misfit) => !isRefused(misfit));
  return missing.length === 1 && (!isSoft || choices.departure !== undefined);
}

const pickedBlock = (candidates: readonly Candidate[], choices: SelectionDraft["choices"]): Block =>
  text(phrases.picked(chosen(candidates, choices).map(({ number, name }) => `${number}.${name}`)));

const withoutReason = (candidates: readonly Candidate[], { items }: SelectionDraft["choices"]): Candidate[] =>
  candidates.filter(({ applicationId }) => items[applicationId]?.reason === undefined);
