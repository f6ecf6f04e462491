import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/campaign/engine/context.ts";
import type { SelectionDraft } from "../../../src/campaign/selection/draft.ts";
import { draftView } from "../../../src/campaign/selection/draft-view.ts";
import { savePage } from "../../../src/campaign/selection/form.ts";
import { limitsOf } from "../../../src/campaign/selection/limits.ts";
import { selectionPhrases, selectionRefusals } from "../../../src/campaign/selection/phrases.ts";
import { type Candidate, type Choices, DEPARTURE } from "../../../src/campaign/selection/selection.ts";
import { wordsOf } from "../../../src/campaign/selection/words.ts";
import { THEN } from "../../../src/platform/conversation/page-turn.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const words = wordsOf(shaoxing);
const candidates = ["aaaaaaaa-1", "bbbbbbbb-2"].map((applicationId, at): Candidate => {
  const shown = { district: "keqiao", districtName: "柯桥区", name: `第${at + 1}小区`, total: 9600 };
  return { applicationId, number: at + 1, ...shown, declaration: "none" };
});

const draftWith = (choices: Choices): SelectionDraft => ({
  stored: {
    ...{ id: "draft", campaignId: "shaoxing-2023", kind: "selection.choice", district: undefined },
    ...{ subject: "maxiaohan", startedBy: staffId("maxiaohan"), state: "open", version: 1, body: {} },
  },
  choices,
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

/** @param limit of characters in the values of a page */
const contextWith = (limit = 10_000): Context => {
  const measure = (fields: readonly { value?: unknown }[]) =>
    fields.map(({ value = "" }) => String(value).length).reduce((all, one) => all + one, 0);
  const cards = { interactive: true, formRoom: { limit, measure } };
  return { cards, campaign: { definition: shaoxing } } as unknown as Context;
};

const TOO_LONG = "长".repeat(201);
const page = { aaaaaaaa: "yes", "aaaaaaaa-reason": TOO_LONG, bbbbbbbb: "no", "bbbbbbbb-reason": "同区另有更优" };
const fieldsOf = (context: Context, choices: Choices) =>
  Object.fromEntries(
    (draftView(context, draftWith(choices)).form?.fields ?? []).map(({ name, value }) => [name, value]),
  );

describe("a page of 择优 with a reason that cannot be saved", () => {
  const { choices, problems } = savePage(contextWith(), draftWith({ items: {}, page: 0, oneByOne: true }), page);

  test("saves the rest, and stays", () => {
    expect(problems).toEqual([`1. 理由：${selectionRefusals.reasonTooLong()}`]);
    expect(choices.items).toEqual({
      "aaaaaaaa-1": { selected: true, reason: undefined },
      "bbbbbbbb-2": { selected: false, reason: "同区另有更优" },
    });
    expect(choices.page).toBe(0);
  });

  test("says above the form what is wrong, and has the text in its field", () => {
    const { body } = draftView(contextWith(), draftWith(choices));

    expect(body.slice(-2)).toEqual([
      { kind: "text", text: selectionPhrases.refusedLead(1) },
      { kind: "list", items: problems },
    ]);
    expect(fieldsOf(contextWith(), choices)["aaaaaaaa-reason"]).toBe(TOO_LONG);
  });

  test("leaves the field empty where the text does not fit into the page", () => {
    expect(fieldsOf(contextWith(100), choices)["aaaaaaaa-reason"]).toBeUndefined();
  });

  test("has it no longer once it is mended", () => {
    const mended = savePage(contextWith(), draftWith(choices), { ...page, "aaaaaaaa-reason": "居民满意度高" });

    expect(mended.choices.page).toBe(1);
    expect(mended.choices.refused).toBeUndefined();
    expect(mended.choices.items["aaaaaaaa-1"]?.reason).toBe("居民满意度高");
  });
});

test("a reason for the number that is none goes back into its form", () => {
  const summary: Choices = { items: {}, page: 9 };

  const { choices, problems } = savePage(contextWith(), draftWith(summary), { [DEPARTURE]: "123" });

  expect(problems).toEqual([selectionRefusals.reasonEmpty(words)]);
  expect(choices.refused).toEqual([{ key: DEPARTURE, sentence: problems[0], typed: "123" }]);
});

describe("择优 on one page", () => {
  const none: Choices = { items: {}, page: 0 };
  const draft = (choices: Choices): SelectionDraft => ({ ...draftWith(choices), limits: [] });
  const saved = (values: Record<string, string>) => savePage(contextWith(), draft(none), values);

  test("the numbers and a reason for each side are all of it: the summary comes next", () => {
    const { choices, problems } = saved({ numbers: "2", selected: "居民满意度高", passed: "同区另有更优" });

    expect(problems).toEqual([]);
    expect(choices.items).toEqual({
      "aaaaaaaa-1": { selected: false, reason: "同区另有更优" },
      "bbbbbbbb-2": { selected: true, reason: "居民满意度高" },
    });
    expect(choices.page).toBe(1);
  });

  test("nobody passed over needs no reason for it", () => {
    expect(saved({ numbers: "1-2", selected: "居民满意度高", passed: "" }).problems).toEqual([]);
  });

  test.each([
    [{ numbers: "3", selected: "居民满意度高", passed: "同区另有更优" }],
    [{ numbers: "1", selected: "居民满意度高", passed: "" }],
    [{ numbers: "1", selected: "55", passed: "同区另有更优" }],
    [{ numbers: "1", selected: TOO_LONG, passed: "同区另有更优" }],
  ])("%j: nothing of it counts, and what was typed stays in its fields", (values) => {
    const { choices, problems } = saved(values);

    expect(problems).toHaveLength(1);
    expect(choices.items).toEqual({});
    expect(fieldsOf(contextWith(), choices)).toMatchObject(
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")),
    );
  });

  test("逐个填写 asks by page; 去核对 ends the pages from anywhere", () => {
    const one = savePage(contextWith(), draftWith({ ...none, oneByOne: true }), {
      ...page,
      "aaaaaaaa-reason": "居民满意度高",
    });
    expect(one.choices.page).toBe(1);
    const review = savePage(contextWith(), draftWith({ ...one.choices, page: 0 }), { [THEN]: "review" });
    expect(review.choices.page).toBe(1);
  });
});
