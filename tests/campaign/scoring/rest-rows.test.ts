import { expect, test } from "vitest";
import { restRows } from "../../../src/campaign/scoring/rest-rows.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const viewer = staffId("keqiao-1");
const all = criteriaOf(shaoxing.rubric).map(({ id }) => id);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const draft = (points: Readonly<Record<string, number>>, refused: readonly string[] = []) => ({
  sheet: openSheet("甲", points),
  work: withShare(workIn({}), viewer, {
    refused: refused.map((key) => ({ key, label: key, sentence: "", typed: "9" })),
  }),
  viewer,
});

test("其余满分 fills every row without points, but those that were just refused", () => {
  const { given, asked, refused } = restRows(shaoxing, draft({ "1-2": 4 }, ["1-1"]));

  expect(ids(given)).toEqual(all.filter((id) => id !== "1-1" && id !== "1-2"));
  expect([ids(asked), ids(refused)]).toEqual([[], ["1-1"]]);
});

test("with every row given nothing is left to fill", () => {
  const full = Object.fromEntries(all.map((id) => [id, 1]));

  expect(restRows(shaoxing, draft(full))).toEqual({ given: [], asked: [], refused: [] });
});

test("bonus and knock-out rows are asked one by one", () => {
  const { given, asked } = restRows(households, draft({}));
  const rows = criteriaOf(households.rubric);

  expect(ids(asked).length).toBeGreaterThan(0);
  expect([...ids(given), ...ids(asked)].toSorted()).toEqual(ids(rows).toSorted());
  expect(asked.every(({ knockOut, id }) => knockOut || !ids(given).includes(id))).toBe(true);
});
