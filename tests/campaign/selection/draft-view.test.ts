import { expect, test } from "vitest";
import type { SelectionDraft } from "../../../src/campaign/selection/draft.ts";
import { SUBMIT, wordsView } from "../../../src/campaign/selection/draft-view.ts";
import { limitsOf } from "../../../src/campaign/selection/limits.ts";
import { selectionPhrases } from "../../../src/campaign/selection/phrases.ts";
import type { Candidate } from "../../../src/campaign/selection/selection.ts";
import { wordsOf } from "../../../src/campaign/selection/words.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const words = wordsOf(shaoxing);
const candidates = Array.from({ length: 11 }, (_, at): Candidate => {
  const name = `第${at + 1}小区`;
  const district = { district: "keqiao", districtName: "柯桥区" };
  return { applicationId: name, number: at + 1, ...district, name, total: 9600, declaration: "none" };
});

/** All reasons are given; the first `count` compounds are in. */
const withSelected = (count: number): SelectionDraft => ({
  stored: {
    id: "draft",
    campaignId: "shaoxing-2023",
    kind: "selection.choice",
    district: undefined,
    subject: "maxiaohan",
    startedBy: staffId("maxiaohan"),
    state: "open",
    version: 1,
    body: {},
  },
  choices: {
    items: Object.fromEntries(
      candidates.map(({ applicationId, number }) => [applicationId, { selected: number <= count, reason: "理由" }]),
    ),
    page: 0,
  },
  candidates,
  limits: limitsOf(shaoxing, new Map()),
  words,
  tie: undefined,
  reserves: 0,
  districts: [],
  changed: [],
  drafted: new Map(),
  before: new Map(),
});

test.each([
  [
    9,
    true,
    "目前入选9个，应正好10个；少于10个的，须先由活动联系人按「口径 R9」记录答复、审批领导确认，不能报批。请调整入选对象。",
  ],
  [10, false, selectionPhrases.review(words)],
  [11, true, "目前入选11个，应正好10个（口径R9），不能报批。请调整入选对象。"],
])("with %i selected of the ten, 报批 is closed: %s", (count, disabled, lead) => {
  const { body, actions } = wordsView(withSelected(count));

  expect(body[0]).toEqual({ kind: "text", text: lead });
  expect(actions.find(({ id }) => id === SUBMIT)?.disabled).toBe(disabled);
});
