import { expect, test } from "vitest";
import { readReasonText } from "../../../src/platform/conversation/reason-line.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { withoutSounds } from "../../../src/platform/conversation/spoken.ts";
import { rules } from "./support/sections.ts";

test.each([
  ["照片还有那个业委会的备案表还有消防维保合同", "照片还有业委会的备案表还有消防维保合同"],
  ["有那个红色物业", "有红色物业"],
  ["东升花园嗯居民的满意度测评96.2%", "东升花园居民的满意度测评96.2%"],
  ["满意度96.2%嗯比锦绣江南高", "满意度96.2%比锦绣江南高"],
  ["红色物业呃那个三方联席会", "红色物业三方联席会"],
  ["监控、那个消防栓坏了", "监控、消防栓坏了"],
])("%j is said without its fillers", (said, plain) => {
  expect(withoutSounds(said)).toBe(plain);
});

test.each([
  "有那个小区的经验",
  "还有那个时候的台账",
  "满意度95嗯不对是96",
  "那个小区停车难",
  "居民说“嗯”就走了",
  "嗯",
  "党建引领好，群众基础好",
  "有那个红色物业嗯对居民都知道",
])("%j keeps what may be meant", (said) => {
  expect(withoutSounds(said)).toContain(said.replace("有那个红色", "有红色"));
});

test("reasons for points and for a recommendation are cleaned alike", () => {
  expect(readScoreLine(rules, "3-1 2 有那个红色物业嗯居民都知道")).toMatchObject({
    entries: [{ row: "3-1", points: 2, reason: "有红色物业居民都知道" }],
  });
  expect(readReasonText("东升花园嗯居民满意度高")).toEqual({ kind: "text", text: "东升花园居民满意度高" });
});
