import { describe, expect } from "vitest";
import { connect } from "../journeys/database.ts";
import { noticeAndObjections } from "../journeys/notice-and-objections.ts";

const { step, says, wordOf, cardOf, inGroup, world } = noticeAndObjections();

describe("公布", () => {
  step("comes after a new choice, a new approval and a new 公示; an undecided objection is named", async () => {
    await says("maxiaohan", "择优 重来");
    for (const text of [
      "1 3-11",
      "理由 1 居民满意度高",
      "理由 3-11 居民满意度高",
      "理由 2 异议成立",
      "理由 12 另有更优",
      "报批",
    ])
      await says("maxiaohan", text);
    await says("approver", "批准 2 经10月9日局长办公会研究同意，〔2023〕13号");
    expect(await says("maxiaohan", "公布")).toContain("尚未开始公示");
    await says("maxiaohan", "公示 10月10日至10月15日");
    await says("maxiaohan", "确认公示");
    await world().advanceTo("2023-10-16T09:00:00+08:00");
    await says("maxiaohan", "登记异议 网站 舜耕花园：停车收费未公开");
    await says("maxiaohan", "公示");
    expect(await cardOf("maxiaohan", "市级名单公示（第2版）")).toContain("公示期满");
    const preview = await says("maxiaohan", "公布");
    const shown = `${preview}\n${await cardOf("maxiaohan", "公布前请核对")}`;
    expect(shown).toContain("共3件，1件尚未决定");
    await says("maxiaohan", "确认公布");
    expect((await inGroup()).filter((text) => text.startsWith("2023年度绍兴市“美好家园”小区名单"))).toHaveLength(1);
    expect(await cardOf("maxiaohan", "市级名单公示（第2版）")).toContain("公示期满，市级名单已公布。");
    expect(await says("maxiaohan", "公布文本")).toContain("关于公布2023年度绍兴市“美好家园”小区名单的通知");
    const word = await wordOf("maxiaohan", "公布文本");
    expect(word.replaceAll("\n", "")).toContain("关于公布2023年度绍兴市“美好家园”小区名单的通知");
  });

  step("each district reads of its own compounds what R31 lets it, and never another's", async () => {
    const own = await cardOf("yuecheng-1", "市级名单已公布");
    expect(own).toContain("稽山花园：未入选");
    expect(own).not.toMatch(/分|理由/u);
    await says("maxiaohan", "口径 R31 反馈本地区小区的分数和理由");
    await says("approver", "确认口径 R31");
    expect(await cardOf("yuecheng-1", "市级名单已公布")).toMatch(/稽山花园：未入选，[\d.]+分，理由：异议成立/u);
    expect(await cardOf("keqiao-1", "市级名单已公布")).not.toContain("稽山花园");
  });

  step("is suspended with a reason, which the group's list says, and resumed by the approver", async () => {
    expect(await says("maxiaohan", "暂停公布")).toContain("请写明理由");
    await says("maxiaohan", "暂停公布 名单中有对象被反映，正在核实");
    await world().advanceTo("2023-10-16T10:00:00+08:00");
    const list = async () => (await inGroup()).find((text) => text.startsWith("2023年度绍兴市“美好家园”小区名单"));
    expect(await list()).toContain("暂停公布，正在核实");
    expect(await says("maxiaohan", "恢复公布 经核实不属实")).toContain("不在您的权限内");
    await says("approver", "恢复公布 经核实不属实");
    await world().advanceTo("2023-10-16T11:00:00+08:00");
    expect(await list()).not.toContain("暂停公布");
  });
});

describe("after 公布", () => {
  step("nothing is chosen anew as long as nobody has fallen out", async () => {
    expect(await says("maxiaohan", "择优")).toContain("已公布");
    expect(await says("maxiaohan", "公示")).toContain("已公布");
  });

  step(
    "a withdrawal leads to a new version by the same steps, without a reserve that no ruling provides for",
    async () => {
      const name = /\n(?:- )?(.+?)：入选/u.exec(`\n${await cardOf("keqiao-1", "市级名单已公布")}`)?.[1] ?? "";
      await says("keqiao-1", `撤回 ${name}`);
      await says("keqiao-1", "确认撤回");
      expect(await cardOf("maxiaohan", "市级名单（第2版）")).toContain(`公布后有变动：${name}已撤回`);
      expect(await says("maxiaohan", "待办")).toContain("已公布的第2版有退出");
      await says("maxiaohan", "择优 重来");
      for (const text of ["1 3-11", "理由 1 居民满意度高", "理由 3-11 居民满意度高", "理由 2 异议成立"])
        await says("maxiaohan", text);
      expect(await says("maxiaohan", "报批")).toContain("公布后只由递补对象递补（口径R22）");
      await says("maxiaohan", "择优 重来");
      for (const text of [
        "1 3-10",
        "理由 1 居民满意度高",
        "理由 3-10 居民满意度高",
        "理由 2 异议成立",
        "理由 11 另有更优",
        "报批",
      ])
        await says("maxiaohan", text);
      await says("approver", "批准 3 经10月16日局长办公会研究同意，〔2023〕15号");
      await says("maxiaohan", "公示 10月16日至10月21日");
      await says("maxiaohan", "确认公示");
      await world().advanceTo("2023-10-23T09:00:00+08:00");
      await says("maxiaohan", "公布");
      await says("maxiaohan", "确认公布");
      await world().advanceTo("2023-10-23T10:00:00+08:00");
    },
  );

  step("who got the old list gets the new one; the old one says that it was corrected", async () => {
    const lists = (await inGroup()).filter((text) => text.startsWith("2023年度绍兴市“美好家园”小区名单"));
    expect(lists).toHaveLength(2);
    expect(lists.filter((text) => text.includes("已更正"))).toHaveLength(1);
    expect(lists.filter((text) => text.includes("共9个小区"))).toHaveLength(1);
    expect(await cardOf("maxiaohan", "市级名单（第2版）")).toContain("已由重新公布的第3版更正");
    expect(await cardOf("keqiao-1", "市级名单已公布")).toContain("瓜渚湖畔：入选");
    expect(await cardOf("keqiao-1", "市级名单已公布")).not.toContain("柯岩新村");
    expect(await says("maxiaohan", "公布文本")).toContain("10月16日公布的名单同时作废");
  });

  step("the journal gives back the same tables", async () => {
    const database = await connect(world());
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
