import { describe, expect, test } from "vitest";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { answerChoices } from "../../../src/campaign/selection/answer.ts";
import { choose, noChoices } from "../../../src/campaign/selection/choices.ts";
import { questionBlocks } from "../../../src/campaign/selection/draft-questions.ts";
import { savePage } from "../../../src/campaign/selection/form.ts";
import { atOnceFields } from "../../../src/campaign/selection/form-at-once.ts";
import { isReserveLine, reservesBy } from "../../../src/campaign/selection/name-reserves.ts";
import { reservePhrases } from "../../../src/campaign/selection/phrases-reserves.ts";
import { reservesAllowed, reservesOf } from "../../../src/campaign/selection/reserves.ts";
import { obstaclesOf, openStep } from "../../../src/campaign/selection/rules.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { candidatesNamed, draftOf, words } from "./support/draft.ts";

const candidates = candidatesNamed(5);
const picked = choose(noChoices, candidates, [1, 2]);
const draft = draftOf(picked, candidates, { limits: [], reserves: 2 });
const named = (typed: string) => reservesBy(draft, typed).reserves;

describe("reserves", () => {
  test("none without a ruling, as many as it says with one", () => {
    const ruled = new Map([["R22", { text: "设3个", value: { reserves: 3 } }]]);

    expect([reservesAllowed(shaoxing, new Map()), reservesAllowed(shaoxing, ruled)]).toEqual([0, 3]);
    expect(openStep(candidates, picked, [], 0)?.kind).toBe("reason");
    expect(() => reservesBy({ ...draft, reserves: 0 }, "4")).toThrow(reservePhrases.notProvided(words));
  });

  test("are asked for after the selected, from those that are left, before the reasons", () => {
    expect(openStep(candidates, picked, [], 2)).toEqual({ kind: "reserves", most: 2 });
    expect(openStep(candidates, choose(noChoices, candidates, [1, 2, 3, 4]), [], 2)).toEqual({
      kind: "reserves",
      most: 1,
    });
    expect(openStep(candidates, choose(noChoices, candidates, [1, 2, 3, 4, 5]), [], 2)?.kind).toBe("reason");
    const asked = questionBlocks(draft, { kind: "reserves", most: 2 });
    const list = asked.at(-1);
    expect(list?.kind === "list" && list.items.map((item) => item.slice(0, 6))).toEqual([
      "3. 小区3",
      "4. 小区4",
      "5. 小区5",
    ]);
  });

  test("no more than the ruling on them provides for, none of them selected, in the order typed", () => {
    expect(named("4 3")).toEqual(["小区4", "小区3"]);
    expect(named("递补 5")).toEqual(["小区5"]);
    expect([named("无"), named("递补对象：无")]).toEqual([[], []]);
    expect(() => named("3 4 5")).toThrow(reservePhrases.tooMany(3, 2, words));
    expect(() => named("2 3")).toThrow("小区2已列为入选，不能同时作为递补对象");
    expect(() => named("6")).toThrow("没有序号6");
  });

  test.each([
    ["递补 11 12", true],
    ["递补对象：无", true],
    ["递补", true],
    ["递补得当，运行良好", false],
    ["11 12", false],
  ])("%s names reserves: %s", (typed, names) => {
    expect(isReserveLine(typed)).toBe(names);
  });

  test("may be named again while reasons are asked; who becomes selected is one no more", () => {
    const once = answerChoices(draft, "4 3");
    const again = answerChoices({ ...draft, choices: once }, "递补 5 4");

    expect([once.reserves, again.reserves]).toEqual([
      ["小区4", "小区3"],
      ["小区5", "小区4"],
    ]);
    expect(choose(again, candidates, [1, 4]).reserves).toEqual(["小区5"]);
    expect(answerChoices({ ...draft, choices: again }, "上一步").reserves).toBeUndefined();
  });

  const items = [
    { applicationId: "小区1", selected: true },
    { applicationId: "小区2", selected: true },
    { applicationId: "小区3", selected: false, reserve: 2 },
    { applicationId: "小区4", selected: false, reserve: 1 },
    { applicationId: "小区5", selected: false },
  ];

  test("stand in the order in which they come in", () => {
    expect(reservesOf(items).map(({ applicationId }) => applicationId)).toEqual(["小区4", "小区3"]);
  });

  test("one that is gone, or must not take part, stands against the list; so do more than are provided for", () => {
    const nameOf = (id: string) => id;
    const against = (left: typeof candidates, reserves: number) =>
      obstaclesOf(items, { candidates: left, limits: [], reserves, nameOf });
    const row = { requirement: "8", wording: "", line: [32], source: "declared" as const };
    const gate = { excluding: [{ ...row, id: "8-2", standing: "notMet" as const }], unmet: [], unclear: [] };

    expect(against(candidates, 2)).toEqual([]);
    expect(against(candidates.slice(0, 3), 2)).toEqual([{ kind: "gone", name: "小区4" }]);
    expect(
      against(
        candidates.map((one) => (one.name === "小区3" ? { ...one, gate } : one)),
        2,
      ),
    ).toEqual([{ kind: "requirements", name: "小区3", clauses: ["8-2"] }]);
    expect(against(candidates, 1)).toEqual([{ kind: "reserves", count: 2, most: 1 }]);
  });

  test("on the page that asks for all at once they have a field of their own; what cannot be saved stays in it", () => {
    const context = { cards: { formRoom: { limit: 10_000, measure: () => 0 } } } as unknown as Context;
    const drafted = new Map(candidates.map(({ applicationId }) => [applicationId, `${applicationId}的拟稿。`]));
    const fresh = draftOf(noChoices, candidates, { limits: [], reserves: 2, drafted });
    const values = { numbers: "1-2", reserves: "4 3", selected: "拟稿", passed: "同区另有更优" };
    const { choices, problems } = savePage(context, fresh, values);
    const refused = savePage(context, fresh, { ...values, reserves: "2" });

    expect(atOnceFields(context, fresh).map(({ name }) => name)).toEqual(["numbers", "reserves", "selected", "passed"]);
    expect(problems).toEqual([]);
    expect([choices.reserves, choices.items.小区1?.reason, choices.items.小区4?.reason]).toEqual([
      ["小区4", "小区3"],
      "小区1的拟稿。",
      "同区另有更优",
    ]);
    expect(refused.problems).toEqual([reservePhrases.areSelected(["小区2"])]);
    expect(refused.choices).toMatchObject({ items: {}, typed: { ...values, reserves: "2" } });
  });
});
