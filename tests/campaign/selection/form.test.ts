import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/campaign/engine/context.ts";
import type { SelectionDraft } from "../../../src/campaign/selection/draft.ts";
import { draftView } from "../../../src/campaign/selection/draft-view.ts";
import { savePage } from "../../../src/campaign/selection/form.ts";
import { limitsOf } from "../../../src/campaign/selection/limits.ts";
import { selectionPhrases, selectionRefusals } from "../../../src/campaign/selection/phrases.ts";
import { type Candidate, type Choices, DEPARTURE } from "../../../src/campaign/selection/selection.ts";
import { wordsOf } from "../../../src/campaign/selection/words.ts";
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
  before: new Map(),
});

/** @param limit of characters in the values of a page */
const contextWith = (limit = 10_000): Context => {
  const measure = (fields: readonly { value?: unknown }[]) =>
    fields.map(({ value = "" }) => String(value).length).reduce((all, one) => all + one, 0);
  return { cards: { interactive: true, formRoom: { limit, measure } } } as unknown as Context;
};

const TOO_LONG = "长".repeat(201);
const page = { aaaaaaaa: "yes", "aaaaaaaa-reason": TOO_LONG, bbbbbbbb: "no", "bbbbbbbb-reason": "同区另有更优" };
const fieldsOf = (context: Context, choices: Choices) =>
  Object.fromEntries(
    (draftView(context, draftWith(choices)).form?.fields ?? []).map(({ name, value }) => [name, value]),
  );

describe("a page of 择优 with a reason that cannot be saved", () => {
  const { choices, problems } = savePage(contextWith(), draftWith({ items: {}, page: 0 }), page);

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
