import { describe, expect, test } from "vitest";
import { differingRows } from "../../../src/campaign/scoring/shared-bodies.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

type Points = Parameters<typeof openSheet>[1];

const scored = (name: string, points: Points, answers: Record<string, string> = {}) => ({
  name,
  district: "keqiao",
  answers: { subdistrict: "柯岩街道", propertyServiceEnterprise: "示范物业有限公司", ...answers },
  scores: openSheet(name, points).scores,
});
const rowsOf = (own: ReturnType<typeof scored>, ...others: ReturnType<typeof scored>[]) =>
  differingRows(shaoxing, own, others).map(({ criterion, label, others: differing }) => [
    ...[criterion, label],
    ...differing.map(({ name, hundredths }) => `${name} ${hundredths}`),
  ]);

describe("rows about a body that others have in common (§5.4)", () => {
  test("are told where they are scored otherwise: the subdistrict's, the enterprise's and the departments'", () => {
    const own = scored("甲", { "1-1": 400, "2-1": 600, "3-1": 400, "4-3": 300, "1-2": 400 });
    const other = scored("乙", { "1-1": 300, "2-1": 500, "3-1": 0, "4-3": 200, "1-2": 0 });

    expect(rowsOf(own, other)).toEqual([
      ["1-1", "所属街道", "乙 300"],
      ["2-1", "所属街道", "乙 500"],
      ["3-1", "物业服务企业名称", "乙 0"],
      ["4-3", undefined, "乙 200"],
    ]);
  });

  test("say nothing where they are equal, not given yet, or 不适用", () => {
    const own = scored("甲", { "1-1": 400, "3-1": 400 });

    expect(rowsOf(own, scored("乙", { "1-1": 400 }))).toEqual([]);
    expect(rowsOf(scored("甲", {}), scored("乙", { "1-1": 300 }))).toEqual([]);
    expect(rowsOf(own, scored("乙", { "1-1": { state: "notApplicable", hundredths: 0, reason: undefined } }))).toEqual(
      [],
    );
  });

  test("compare names without blanks and in half width, and say nothing of another or an unnamed body", () => {
    const own = scored("甲", { "1-1": 400 }, { subdistrict: "柯岩 街道" });

    expect(rowsOf(own, scored("乙", { "1-1": 300 }))).toEqual([["1-1", "所属街道", "乙 300"]]);
    expect(rowsOf(own, scored("乙", { "1-1": 300 }, { subdistrict: "柯桥街道" }))).toEqual([]);
    const unnamed = scored("甲", { "1-1": 400 }, { subdistrict: "" });
    expect(rowsOf(unnamed, scored("乙", { "1-1": 300 }, { subdistrict: " " }))).toEqual([]);
  });

  test.each([beijing, households])("do not exist where the definition names none", (definition) => {
    expect(differingRows(definition, scored("甲", { "1-1": 400 }), [scored("乙", { "1-1": 300 })])).toEqual([]);
  });
});
