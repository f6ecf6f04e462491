import { afterAll, beforeAll, describe, expect } from "vitest";
import { readWord } from "../../src/platform/documents/word/read-word.ts";
import { read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/**
 * The story of an approved list from its 公示 to an objection that takes a compound off; whoever calls it goes on from
 * there.
 */
export function noticeAndObjections() {
  const step = story();
  let world: World;
  let campaignGroup: string;

  beforeAll(async () => {
    world = await worldAt("9月28日");
    campaignGroup = await world.groupId("美好家园活动群");
    await world.advanceTo("2023-10-09T09:00:00+08:00");
    await says("maxiaohan", "口径 R10 公示5个自然日");
    await says("approver", "确认口径 R10");
    await selects("1-10", "11-12");
    await says("approver", "批准 1 经10月8日局长办公会研究同意，〔2023〕12号");
  });
  afterAll(() => world.end());

  async function says(userId: string, text: string): Promise<string> {
    const answered = await world.as(userId).says(text);
    return answered.map(read).join("\n");
  }

  async function selects(chosen: string, passed: string): Promise<void> {
    await says("maxiaohan", "择优 重来");
    for (const text of [chosen, `理由 ${chosen} 居民满意度高`, `理由 ${passed} 同区另有更优`, "报批"])
      await says("maxiaohan", text);
  }

  /** The text of the Word file that was answered. */
  async function wordOf(userId: string, text: string): Promise<string> {
    const file = (await world.as(userId).says(text)).flatMap((message) => message.file ?? []).at(-1);
    if (!file?.fileName.endsWith(".docx")) throw new Error(`no Word file came for ${text}`);
    const bytes = await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer();
    const { blocks } = readWord(Buffer.from(bytes));
    return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])).join("\n");
  }

  /** The person's newest card with this beginning, as it is now. */
  async function cardOf(userId: string, beginning: string): Promise<string> {
    const cards = (await world.as(userId).messages()).flatMap(({ card }) => (card ? [card.text] : []));
    return cards.findLast((text) => text.startsWith(beginning)) ?? "";
  }

  const inGroup = async (): Promise<string[]> => (await world.as("keqiao-1").messages(campaignGroup)).map(read);

  describe("公示", () => {
    step("is refused when shorter than ruled, and warned of on a rest day", async () => {
      expect(await says("maxiaohan", "公示 10月9日至10月13日")).toContain(
        "按口径R10须公示5个自然日，10月9日开始的最早于10月14日24:00期满，未开始公示。",
      );
      expect(await says("maxiaohan", "公示 10月13日至10月9日")).toContain("截止日期早于开始日期");
      expect(await says("maxiaohan", "公示 10月9日至10月14日；邮箱：wyc@example.gov.cn")).toContain(
        "10月14日为休息日，请确认当日确可公示。",
      );
    });

    step(
      "begins with a person's word, its list goes to the group without points, its text is ready to copy",
      async () => {
        expect(await says("maxiaohan", "确认公示")).toContain("公示已登记：10月9日至10月14日。名单已发到活动群。");
        expect(await says("maxiaohan", "确认公示")).not.toContain("公示已登记");
        const posted = (await inGroup()).filter((text) => text.includes("拟入选名单公示"));
        expect(posted).toHaveLength(1);
        expect(posted[0]).toContain("电子邮箱：wyc@example.gov.cn");
        expect(posted[0]).not.toMatch(/\d分|居民满意度/u);
        expect(await says("maxiaohan", "公示文本")).toContain(
          "公示时间：2023年10月9日至10月14日（至10月14日24:00止）。",
        );
        expect(await wordOf("maxiaohan", "公示文本")).toContain("公示时间：2023年10月9日至10月14日");
        expect(await says("maxiaohan", "公示证明 https://example.gov.cn/gs/1.html")).toContain("已归档公示网址");
        expect(await says("keqiao-1", "公示文本")).toContain("不在您的权限内");
        expect(await says("maxiaohan", "公布")).toContain("公示期未满");
      },
    );
  });

  describe("异议", () => {
    step(
      "without content is refused; one from whatever source is registered, also about what is not listed",
      async () => {
        expect(await says("maxiaohan", "登记异议 来电 稽山花园")).toContain("未写反映内容，未登记");
        await says("maxiaohan", "登记异议 来信 稽山花园：物业收费未公开；反映人：住户一；概述：收费公开情况");
        await says("maxiaohan", "登记异议 来电 江南水岸：为何未列入名单");
        expect(await cardOf("maxiaohan", "异议第1件")).toContain("住户一");
        expect(await cardOf("maxiaohan", "异议第1件")).toContain("公示期内");
        expect(await cardOf("maxiaohan", "异议第2件")).toContain("不在参评名单中");
        expect(await says("maxiaohan", "待办")).toContain("异议第1件：待核查并报批");
      },
    );

    step("is seen by name only by organizer and approver; the auditor gives a reason, which is kept", async () => {
      const seen = await says("auditor", "异议 1");
      expect(seen).toContain("收费公开情况");
      expect(seen).not.toMatch(/住户一|物业收费未公开/u);
      expect(await says("auditor", "异议人 1")).toContain("请写明查看反映人的理由");
      expect(await says("auditor", "异议人 1 核查信访件办理")).toContain("住户一");
      for (const userId of ["keqiao-1", "team-lead"]) expect(await says(userId, "异议 1")).toContain("不在您的权限内");
    });

    step("is looked into, decided by the approver with a reason, and replied to", async () => {
      await says("maxiaohan", "交办异议 2 物业处 10月11日");
      expect(await says("approver", "异议决定 2 不成立 未申报")).toContain("尚未核查");
      await says("maxiaohan", "异议核查 2 该小区未申报");
      expect(await says("maxiaohan", "异议决定 2 不成立 未申报")).toContain("不在您的权限内");
      expect(await says("approver", "异议决定 2 成立 撤下 未申报")).toContain("不在参评名单中，不能撤下");
      expect(await says("approver", "异议决定 2 不成立")).toContain("请写明理由");
      await says("approver", "异议决定 2 不成立 该小区未申报");
      expect(await cardOf("maxiaohan", "异议第2件")).toContain("不成立，待答复");
      await says("maxiaohan", "答复异议 2 10月9日 电话 已说明申报情况");
      expect(await cardOf("maxiaohan", "异议第2件")).toContain("10月9日，电话，已说明申报情况");
      expect(await says("maxiaohan", "答复异议 2 10月9日 电话 再次说明")).toContain("已经登记");
    });

    step("that is upheld takes the compound off: a new approval, the notice stops", async () => {
      await says("maxiaohan", "异议核查 1 经核实，收费标准未公开");
      await says("approver", "异议决定 1 成立 撤下 收费标准未公开，不符合附件1第8项");
      expect(await cardOf("maxiaohan", "市级名单（第1版）")).toContain("稽山花园异议成立，不再列入名单（异议第1件）");
      // A group's card is drawn anew every five minutes at most.
      await world.advanceTo("2023-10-09T10:00:00+08:00");
      expect((await inGroup()).find((text) => text.includes("拟入选名单公示"))).toContain("公示已中止");
      expect(await says("maxiaohan", "公示文本")).toContain("请勿再张贴");
      expect(await says("maxiaohan", "重新报批")).toContain("未报批");
      await says("maxiaohan", "答复异议 1 书面 已撤下");
    });
  });

  return { step, says, wordOf, cardOf, inGroup, world: () => world };
}
