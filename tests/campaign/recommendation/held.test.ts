import { describe, expect, test } from "vitest";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { listHeldBy } from "../../../src/campaign/recommendation/extension-points.ts";
import { heldBy } from "../../../src/campaign/recommendation/held.ts";
import { recommendationPhrases } from "../../../src/campaign/recommendation/phrases.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const LIST = { district: "keqiao", items: [{ applicationId: "a" }, { applicationId: "b" }] };

/** Points of the city on the cases, and what later parts say. */
function where(cityPoints: number, said?: string): Context {
  const contributions = async ({ name }: { name: string }, { caseIds }: { caseIds: string[] }) =>
    name === listHeldBy.name && said !== undefined && caseIds.includes("b") ? [{ hold: "visited", why: said }] : [];
  const tx = { scoreSheet: { count: async () => cityPoints } };
  return { campaign: { definition: shaoxing }, tx, contributions } as unknown as Context;
}

describe("撤回名单 and a new version", () => {
  test.each([
    ["nothing of the city's exists", 0, undefined, undefined],
    ["somebody has final points of the city on it", 1, undefined, "市级已对名单中的小区评分"],
    ["a later part works with one of its compounds", 0, "已安排现场核验", "已安排现场核验"],
  ])("where %s", async (_when, points, said, why) => {
    expect(await heldBy(where(points, said), LIST)).toBe(why);
  });
});

describe("初评 after 报送 is changed no more", () => {
  test("撤回名单 opens it where it may be; where the list is held that is not offered", () => {
    const nouns = nounsOf(shaoxing);
    expect(recommendationPhrases.listBinds(nouns)).toBe(
      "本地区的推荐名单已报送，初评不再修改；确需修改的，请先「撤回名单」。",
    );
    expect(recommendationPhrases.heldListBinds("已安排现场核验", nouns)).toBe(
      "本地区的推荐名单已报送，已安排现场核验，初评不再修改；确有变化的，请与活动联系人联系。",
    );
  });
});
