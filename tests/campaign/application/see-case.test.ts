import { describe, expect, test } from "vitest";
import { seeCases, withSight } from "../../../src/campaign/application/see-case.ts";
import type { Action, View } from "../../../src/platform/chat/view.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const cases = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `case-${at}`, name: `第${at}小区` }));
const labels = (actions: readonly Action[]) => actions.map(({ label }) => label);

describe("the cards of the compounds that a card names", () => {
  test("have a button each where there is room for six, else one that asks which", () => {
    expect(labels(seeCases(shaoxing, cases(2), 4))).toEqual(["查看第0小区", "查看第1小区"]);
    expect(labels(seeCases(shaoxing, cases(3), 4))).toEqual(["查看小区"]);
    expect(labels(seeCases(shaoxing, cases(3), 5))).toEqual(["查看小区"]);
  });

  test("have none beside six other buttons, and where none is named", () => {
    expect(seeCases(shaoxing, cases(1), 6)).toEqual([]);
    expect(seeCases(shaoxing, [], 0)).toEqual([]);
  });
});

describe("the card of a compound", () => {
  const other: Action = { id: "other", label: "其他", typed: "其他", look: "default" };
  const view = (count: number): View => ({
    title: "初评",
    tone: "running",
    body: [],
    actions: Array.from({ length: count }, () => other),
  });
  const garden = { id: "case", compoundName: "锦绣花园" };
  const see = { id: "case.see", label: "查看", typed: "查看 锦绣花园", look: "default", subject: "case" };

  test("opens the case by its last button, once, and never by a seventh", () => {
    expect(withSight(view(5), garden).actions.at(-1)).toEqual(see);
    expect(withSight(withSight(view(0), garden), garden).actions).toEqual([see]);
    expect(withSight(view(6), garden)).toEqual(view(6));
  });

  test("says beside a form that the page is not saved", () => {
    const form = { id: "page", action: "save", submitLabel: "保存本页", fields: [] };

    expect(labels(withSight({ ...view(0), form }, garden).actions)).toEqual(["查看（不保存本页）"]);
  });
});
