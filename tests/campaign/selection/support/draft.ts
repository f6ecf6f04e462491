import type { SelectionDraft } from "../../../../src/campaign/selection/draft.ts";
import { limitsOf } from "../../../../src/campaign/selection/limits.ts";
import type { Candidate, Choices } from "../../../../src/campaign/selection/selection.ts";
import { wordsOf } from "../../../../src/campaign/selection/words.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

export const words = wordsOf(shaoxing);

/** Numbered from 1, ids and names alike: 小区1. */
export const candidatesNamed = (count: number, more: Partial<Candidate> = {}): Candidate[] =>
  Array.from({ length: count }, (_, at): Candidate => {
    const name = `小区${at + 1}`;
    const shown = { district: "keqiao", districtName: "柯桥区", name, total: 9600 };
    return { applicationId: name, number: at + 1, ...shown, declaration: "none", ...more };
  });

export const draftOf = (
  choices: Choices,
  candidates: readonly Candidate[],
  more: Partial<SelectionDraft> = {},
): SelectionDraft => ({
  stored: {
    ...{ id: "draft", campaignId: "shaoxing-2023", kind: "selection.choice", district: undefined },
    ...{ subject: "maxiaohan", startedBy: staffId("maxiaohan"), state: "open", version: 1, body: {} },
  },
  ...{ choices, candidates, words, limits: limitsOf(shaoxing, new Map()) },
  ...{ tie: undefined, reserves: 0, districts: [], changed: [], drafted: new Map(), before: new Map() },
  ...more,
});
