import { describe, expect, test } from "vitest";
import { namesWithin } from "../../../src/campaign/application/names-one.ts";
import type { CommandListing } from "../../../src/campaign/engine/command-listing.ts";
import type { PersonContext } from "../../../src/campaign/engine/context.ts";
import { commandInReason } from "../../../src/campaign/recommendation/command-in-reason.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const names = ["望江锦园小区", "鹿山雅居"];
const command = (id: string, words: readonly string[], more: Partial<CommandListing> = {}): CommandListing => ({
  ...{ id, words, effect: "write", capability: "recommendation.submit" },
  ...more,
});
/** As far as a text is looked at: the person may do all of it. */
const context = {
  ...{ campaign: { definition: shaoxing }, now: new Date("2023-08-28T09:00:00+08:00") },
  person: { staffId: "official", roles: [{ role: "districtOfficer", district: "zhuji" }] },
  contributions: async (_: unknown, { text }: { text: string }) => [namesWithin(text, names, "小区")],
  commands: [
    command("extension.ask", ["申请延期"], { takesText: true }),
    command("recommendation.withdraw", ["撤回名单"]),
    command("recommendation.confirm", ["报送"]),
    command("evidence.see", ["证明材料"]),
    command("work-report.open", ["工作报告"], { takesText: true }),
    command("application.opinions", ["意见"], { ofCase: true, takesText: true }),
    command("application.another", ["另填一份", "再报一个"]),
  ],
} as unknown as PersonContext;
const typed = async (text: string, isOpen = true) =>
  (await commandInReason(context, text, { isOpen }))?.offers.map((one) => one.typed);

describe("a command within what is sent while reasons are drawn up", () => {
  test.each([
    [
      "哎等等其他小区整改完也许还能报一个我想申请延期到十月八号理由是那个两个小区还在整改",
      "申请延期 到十月八号理由是那个两个小区还在整改",
    ],
    ["材料延到9.20 街道盖章慢", "申请延期 材料延到9.20 街道盖章慢"],
    ["名单撤 鹿山第一", "撤回名单"],
    ["那个我再报一个浦阳江畔花苑申报单位是浦阳江畔业委会", "再报一个"],
  ])("%s: it is offered, and the text as the reason only where one is asked for", async (text, offered) => {
    expect(await typed(text)).toEqual([offered, `内容：${text}`]);
    expect(await typed(text, false)).toEqual([offered]);
  });

  test("意见 of a case, where no reason is asked for", async () => {
    expect(await typed("意见鹿山街道那边同意八月二十七号盖章了", false)).toEqual(["意见 鹿山雅居"]);
  });

  test.each([
    "正在划线整改",
    "证明材料齐全，居民满意度高",
    "工作报告获区里肯定",
    "居民意见采纳率高，业委会履职到位",
    "雨季影响，整改推迟到10月",
    "因材料整理较慢，9月20日前补齐",
    "名单已公示",
  ])("%s is content", async (text) => {
    expect(await typed(text)).toBeUndefined();
  });
});
