import { afterAll, beforeAll, expect } from "vitest";
import { approvalPhrases, selectionPhrases, selectionRefusals } from "../../src/campaign/selection/phrases.ts";
import { publicationPhrases } from "../../src/campaign/selection/publication/phrases.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import { read } from "./reading.ts";
import { selectionWords } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** Passed over: the last two of twelve. */
const OUT = ["11.", "12."];

const TEN = { least: 10, most: 10, soft: false, ruling: "R9", reference: "口径R9" };

const step = story();
let world: World;
let campaignGroup: string;

beforeAll(async () => {
  world = await worldAt("9月28日");
  campaignGroup = await world.groupId("美好家园活动群");
  await world.advanceTo("2023-10-11T09:00:00+08:00");
});
afterAll(() => world.end());

const newest = async (userId: string, beginning: string) => {
  const cards = (await world.as(userId).messages()).flatMap(({ card }) => card ?? []);
  const card = cards.findLast(({ text }) => text.startsWith(beginning));
  if (!card) throw new Error(`${userId} has no card ${beginning}`);
  return card;
};

const firstLine = ({ text }: { text: string }): string => text.split("\n")[0] ?? "";

/** Fills the open page of the organizer's form and saves it. */
async function fillsPage(reason: (label: string) => string, then = "next"): Promise<string | undefined> {
  const { outTrackId, forms } = await newest("maxiaohan", "择优");
  const values = Object.fromEntries(
    (forms[0]?.fields ?? []).map(({ name, label, type }) => [
      name,
      name === "then"
        ? then
        : type === "SELECT"
          ? OUT.some((number) => label.startsWith(number))
            ? "不入选"
            : "入选"
          : reason(label),
    ]),
  );
  const { toast } = await world.call<{ toast?: string }>("/users/maxiaohan/submit", { outTrackId, values });
  await world.idle();
  return toast;
}

step("every step to publication is a button or a form on a card", async () => {
  await world.as("maxiaohan").presses("择优");
  expect(firstLine(await newest("maxiaohan", "择优"))).toBe("择优 已选0个，应选10个");

  const fillsIn = (values: Record<string, string>) => world.as("maxiaohan").submits(values);
  expect(await fillsIn({ numbers: "1-9", selected: "居民满意度高", passed: "" })).toMatchObject({
    toast: selectionRefusals.tooFew({ limit: { ...TEN }, count: 9, fit: "tooFew" }, selectionWords),
  });
  expect(await fillsIn({ numbers: "1-10", selected: "居民满意度高", passed: "" })).toMatchObject({
    toast: expect.stringContaining("未入选理由：未写明理由"),
  });
  const kept = await newest("maxiaohan", "择优");
  expect(kept.text).toContain("以下1项未保存，请改正：");
  expect(kept.forms[0]?.fields.map(({ label, required }) => [label, required])).toEqual([
    ["入选序号", true],
    ["入选理由", true],
    ["未入选理由", false],
  ]);
  expect(await fillsIn({ numbers: "1-10", selected: "居民满意度高", passed: "同区另有更优" })).toMatchObject({
    toast: "已保存",
  });
  const review = await newest("maxiaohan", "择优");
  expect(review.text.split("\n").slice(0, 6)).toEqual([
    "择优 已选10个，应选10个",
    "提示：已保存",
    selectionPhrases.review(selectionWords),
    expect.stringContaining("第10位上下未分先后的有2个（均为95分）：柯岩新村、南岩雅居。"),
    "入选10个：",
    "1. 鉴湖雅苑（越城区，鉴湖雅苑物业服务有限公司，并列第7名，初评97分，3-2条达到，各方参与17分）：居民满意度高",
  ]);

  await world.as("maxiaohan").presses("修改5-8");
  expect(firstLine(await newest("maxiaohan", "择优"))).toBe("择优 已选10个，应选10个，第3/6页");
  expect(await fillsPage((label) => (label.startsWith("5.") ? "55" : ""), "leave")).toBe(
    "5. 理由：未写明理由，未记录。每个小区入选或未入选都须写明理由，例如：居民满意度高，物业服务规范。",
  );
  expect(await fillsPage((label) => (label.startsWith("5.") ? "物业服务规范" : ""), "去核对")).toBe("已保存");
  expect((await newest("maxiaohan", "择优")).text).toContain("初评96分，3-2条达到，各方参与17分）：物业服务规范");

  expect(await world.as("maxiaohan").presses("报批")).toMatchObject({
    toast: selectionPhrases.submitted(1, selectionWords),
  });
  expect(await world.as("approver").presses("批准")).toMatchObject({
    toast: approvalPhrases.approvedToast(1),
  });
  expect(firstLine(await newest("approver", "市级名单"))).toBe("市级名单（第1版） 已批准");
  expect(firstLine(await newest("deputy", "市级名单"))).toBe("市级名单（第1版） 已批准");

  await world.as("deputy").presses("公布");
  const preview = await newest("deputy", "公布前请核对");
  expect(firstLine(preview)).toBe("公布前请核对 第1版，尚未公布");
  expect(preview.text).toContain("第10位上下未分先后的有2个（均为95分）：柯岩新村、南岩雅居。");
  // On a busy machine it takes more than the two seconds that the platform waits; the card says it then.
  const { toast } = await world.as("deputy").presses("确认公布");
  expect([publicationPhrases.doneToast(selectionWords), chatPhrases.inProgress()]).toContain(toast);
  await world.idle();
  expect((await newest("deputy", "已公布")).text.split("\n")).toEqual([
    "已公布",
    "市级名单已公布，名单已发到美好家园活动群。",
    "阅读情况：已发12人，发送2小时后查询是否已读",
  ]);
  expect((await newest("maxiaohan", "今日待办　美好家园")).text.split("\n")).toContain("择优和公布：第1版，已公布");

  const lists = (await world.as("keqiao-1").messages(campaignGroup))
    .map(read)
    .filter((text) => text.startsWith("2023年度绍兴市“美好家园”小区名单"));
  expect(lists).toHaveLength(1);
  const [list = ""] = lists;
  expect(list.split("\n").slice(0, 4)).toEqual([
    "2023年度绍兴市“美好家园”小区名单 已公布",
    publicationPhrases.listLead("2023年度绍兴市“美好家园”小区名单", 10, selectionWords),
    "序号 | 地区 | 小区名称",
    "1 | 越城区 | 鉴湖雅苑",
  ]);
});

step("导出 on the organizers' card says what can be exported, also of one district", async () => {
  const { forms } = await newest("deputy", "今日待办　美好家园");
  await world.as("deputy").presses("导出");
  const asked = (await world.as("deputy").messages()).map(read).at(-1) ?? "";
  const answered = await world.as("deputy").says("导出 附件4 柯桥区");

  const files = answered.flatMap(({ file }) => file?.fileName ?? []);
  expect(forms).toEqual([]);
  expect(asked).toContain("只导出一个地区的，请加上地区名称，例如「导出 附件4 柯桥区」。");
  expect(files).toEqual(["2023年度绍兴市“美好家园”小区推荐名单（柯桥区）.xlsx"]);
});
