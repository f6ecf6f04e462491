import { describe, expect, test } from "vitest";
import { readLeading, readNamed, saysRemind } from "../../../../src/campaign/overview/nudge/read-words.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const TODAY = civilDate("2023-09-27");
const LIST = "recommendation-list";
const REPORT = "work-report";

describe("whom 催办 names", () => {
  test.each([
    ["", {}],
    ["推荐名单", { deliverable: LIST }],
    ["名单", { deliverable: LIST }],
    ["没报名单的", { deliverable: LIST }],
    ["一下还没交工作报告的地区", { deliverable: REPORT }],
    ["报告", { deliverable: REPORT }],
    ["柯桥区", { districts: ["keqiao"] }],
    ["柯桥", { districts: ["keqiao"] }],
    ["上虞区、柯桥区", { districts: ["keqiao", "shangyu"] }],
    ["柯桥区 推荐名单", { districts: ["keqiao"], deliverable: LIST }],
    ["推荐名单 柯桥", { districts: ["keqiao"], deliverable: LIST }],
    ["请帮我催一下没报的", {}],
    ["把新昌县催一下", { districts: ["xinchang"] }],
    ["催催还没报推荐名单的那几个地区！", { deliverable: LIST }],
  ])("「%s」", (text, named) => {
    expect(readNamed(shaoxing, text, TODAY)).toEqual({ ...named, rest: "" });
  });

  test.each([
    ["萧山区", "萧山区"],
    ["柯桥区除外", "除外"],
    ["推荐名单 9月31日", "9月31日"],
    ["物业费", "物业费"],
  ])("「%s」 holds something that is not understood, and nothing is guessed", (text, rest) => {
    expect(readNamed(shaoxing, text, TODAY).rest).toBe(rest);
  });
});

describe("提醒 in words of one's own", () => {
  test.each([
    ["柯桥区 请尽快报送推荐名单。", ["keqiao"], "请尽快报送推荐名单。"],
    ["柯桥：请尽快", ["keqiao"], "请尽快"],
    ["柯桥区、上虞区 请尽快", ["keqiao", "shangyu"], "请尽快"],
    ["一下新昌县，名单还差盖章", ["xinchang"], "名单还差盖章"],
    ["提醒柯桥区尽快报", ["keqiao"], "尽快报"],
    ["柯桥区", ["keqiao"], ""],
    // What is said may name a district, too.
    ["柯桥区 请参照上虞区的格式", ["keqiao"], "请参照上虞区的格式"],
    ["明天开会", [], "明天开会"],
  ])("「%s」", (text, districts, rest) => {
    expect(readLeading(shaoxing, text, TODAY)).toEqual({ districts, rest });
  });

  test("is heard without a blank behind the word", () => {
    expect(["提醒柯桥区尽快报", "请提醒一下柯桥区", "再提醒一次"].map(saysRemind)).toEqual([true, true, false]);
  });
});
