import { describe, expect, test } from "vitest";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { sharePhrases } from "../../../src/campaign/ranking/phrases.ts";
import type { ScoredCompound } from "../../../src/campaign/ranking/ranking.ts";
import { basisWords, isPublishedIn, remarksOf } from "../../../src/campaign/ranking/reasons.ts";
import { openView } from "../../../src/campaign/ranking/views.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const context = {
  campaign: runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) }),
  rulings: new Map([["R14", { text: "", value: { basis: "district" } }]]),
} as unknown as Context;

const compound = (change: Partial<ScoredCompound> = {}): ScoredCompound => ({
  ...{ applicationId: "a", district: "keqiao", name: "瓜渚湖畔", points: new Map(), total: 9900 },
  ...{ listing: "recommended", declaration: "none" },
  ...change,
});
const SELECTED = compound({ publishedAs: "selected" });
const PASSED = compound({ applicationId: "b", name: "柯岩新村", total: 9500, publishedAs: "notSelected" });

describe("排名 after 公布", () => {
  test("says of each compound whether it is on the published list", () => {
    expect(remarksOf(shaoxing, SELECTED)).toBe("入选，已推荐");
    expect(remarksOf(shaoxing, PASSED)).toBe("未入选，已推荐");
    expect(remarksOf(shaoxing, compound())).toBe("已推荐");
  });

  test("has the outcome as a column for all districts, and says that the list is published", () => {
    const view = openView(context, [SELECTED, PASSED]);
    const table = view?.body.find(({ kind }) => kind === "table");

    expect(view?.status).toBe("已公布");
    expect(table).toMatchObject({
      rows: [
        ["第1名", "柯桥区", "瓜渚湖畔", "99", "入选"],
        ["第2名", "柯桥区", "柯岩新村", "95", "未入选"],
      ],
    });
    expect(basisWords(context, [SELECTED, PASSED])).toEqual(["名单已公布。以下为各小区的区级初评总分和入选情况。"]);
  });

  test("before it has none of this", () => {
    const table = openView(context, [compound()])?.body.find(({ kind }) => kind === "table");

    expect(isPublishedIn([compound()])).toBe(false);
    expect(table).toMatchObject({ rows: [["第1名", "柯桥区", "瓜渚湖畔", "99"]] });
  });
});

test("no joint ranks: the reason is the one that holds", () => {
  const nouns = nounsOf(shaoxing);

  expect(sharePhrases.noJointRanks({ ruling: "R14", isOpen: true }, nouns)).toBe(
    "口径R14尚未明确，没有全市名次可以发送，未作任何改动。",
  );
  expect(sharePhrases.noJointRanks({ ruling: "R14", isOpen: false }, nouns)).toBe(
    "口径R14以市级自评分为准，系统中无核验记录，没有全市名次可以发送，未作任何改动。",
  );
  expect(sharePhrases.noJointRanks(undefined, nouns)).toBe("目前没有全市名次可以发送，未作任何改动。");
});
