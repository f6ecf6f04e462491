import { afterAll, beforeAll, describe, expect } from "vitest";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { broadcastPhrases } from "../../src/campaign/broadcast/phrases.ts";
import { sentPhrases } from "../../src/campaign/broadcast/sent/phrases.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { ownServices } from "./own-services.ts";
import { read, readAll } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月13日", { PUBLIC_URL: "https://jiayuan.example.gov.cn" });
});
afterAll(() => world.end());

const answer = async (userId: string, text: string): Promise<string> =>
  readAll(await world.as(userId).says(text)).join("\n");

const newest = async (userId: string, title: string): Promise<string> =>
  (await world.as(userId).messages())
    .filter(({ kind }) => kind === "card")
    .map(read)
    .findLast((text) => text.startsWith(title)) ?? "";

const todosOf = async (userId: string) =>
  (await world.as(userId).messages("todo")).flatMap(({ todo }) => (todo ? [todo] : []));

/** Where the bot's own pages are. */
const botUrl = (): string => /{"ready":"bot","url":"([^"]+)"/.exec(world.output())?.[1] ?? "";

const REASON = "居民满意度高，各方参与充分";
const TITLE = "柯桥区　推荐名单延期";

describe("延期 of one district", () => {
  step("is asked for by the district only, with a working day to come and a reason", async () => {
    expect(await answer("keqiao-1", "申请延期 越城区 推荐名单 10月11日 正在盖章")).toContain(
      "越城区的期限由越城区申请，您只能为柯桥区申请延期，未作任何改动。",
    );
    expect(await answer("keqiao-1", "申请延期 推荐名单 9月31日 正在盖章")).toContain("没有“9月31日”这一天");
    expect(await answer("keqiao-1", "申请延期 推荐名单 9月12日 正在盖章")).toContain("9月12日已过（今天是9月13日）");
    expect(await answer("keqiao-1", "申请延期 推荐名单 10月5日 正在盖章")).toContain("10月5日是休息日，请改为工作日");
    expect(await answer("keqiao-1", "申请延期 推荐名单 10月11日")).toContain("没有写明理由，未作任何改动。");
    expect(await answer("keqiao-1", "申请延期")).toContain("请写明是哪一项：推荐名单、工作报告。");
    expect(await answer("maxiaohan", "延期情况")).toContain("目前没有延期申请。");
  });

  step("is filled in on a card, and waits for the organizer", async () => {
    await world.as("keqiao-1").says("申请延期 推荐名单");
    expect(await newest("keqiao-1", TITLE)).toContain("请填写拟延至的日期（须为工作日）和理由。");
    await world.as("keqiao-1").submits({ until: "2023-10-11", reason: "正在盖章" });

    expect(await newest("keqiao-1", TITLE)).toContain("等待活动联系人决定，此前原截止日期不变。");
    expect(await newest("maxiaohan", TITLE)).toContain("请选择后提交；不予延期的请写明意见。");
    expect(await answer("maxiaohan", "待办")).toContain("柯桥区推荐名单：延期申请待您决定");
    expect(await answer("keqiao-1", "准予延期 柯桥区 推荐名单")).not.toContain("已准予");
  });

  step("of a day of the plan needs the approver too; until then the day stays", async () => {
    expect(await answer("maxiaohan", "不予延期 柯桥区 推荐名单")).toContain("请写明不予延期的意见，未办理。");
    expect(await answer("maxiaohan", "准予延期 柯桥区 推荐名单 情况属实")).toContain(
      "已拟准予柯桥区的推荐名单延至10月11日，已报审批领导，同意后生效。",
    );
    expect(await answer("keqiao-1", "截止哪天")).not.toContain("10月11日");
    expect(await answer("maxiaohan", "准予延期 柯桥区 推荐名单")).toContain("没有等待您决定的申请，未作任何改动。");
    await world.as("approver").says("待我审批");
    await world.as("approver").presses("不同意延期");
    expect(await newest("approver", TITLE)).toContain("请选择后提交；决定依据可以后登记，不同意延期的请写明审批意见。");
    expect(await newest("approver", TITLE)).toContain("办理意见：情况属实。");
  });

  step("is consented to with what the consent rests on, not with another day", async () => {
    expect(await answer("approver", "不同意延期 柯桥区 推荐名单")).toContain("请写明审批意见，未办理。");
    expect(await answer("approver", "同意延期 柯桥区 推荐名单 延至10月9日")).toContain(
      "柯桥区的推荐名单拟延至的日期是10月11日，不是10月9日，未办理。",
    );
    expect(
      await answer("approver", "同意延期 柯桥区 推荐名单 10月11日，经9月12日局长办公会研究同意，下不为例"),
    ).toContain("已同意柯桥区的推荐名单延期，已告知其经办人。决定依据：9月12日局长办公会，依据文件待登记。");
    expect(await newest("keqiao-1", TITLE)).toContain("柯桥区的推荐名单准予延至10月11日（含当日）报送。");
    expect(await newest("keqiao-1", TITLE)).toContain("审批意见：下不为例。");
    expect(await newest("keqiao-1", TITLE)).not.toContain("局长办公会");
    expect(await newest("maxiaohan", TITLE)).toContain("决定依据：9月12日局长办公会，依据文件待登记。");
  });

  step("the document's number is registered afterwards", async () => {
    expect(await answer("maxiaohan", "待办")).toContain("柯桥区推荐名单延期");
    expect(await answer("maxiaohan", "登记依据 柯桥区推荐名单延期 9月12日局长办公会，〔2023〕9号")).toContain(
      "已登记柯桥区推荐名单延期的依据：9月12日局长办公会，〔2023〕9号。",
    );
    expect(await newest("maxiaohan", TITLE)).toContain("决定依据：9月12日局长办公会，〔2023〕9号。");
    expect(await answer("maxiaohan", "待办")).not.toContain("柯桥区推荐名单延期");
  });

  step("the district's cards name the new day, the others' the old one", async () => {
    expect(await newest("keqiao-2", "【第二阶段】")).toContain("10月11日前（含当日，已准予延期）");
    expect(await newest("yuecheng-1", "【第二阶段】")).toContain("9月底前（截至9月30日）");
    expect(await answer("keqiao-1", "待办")).toContain("10月11日前（含当日，已准予延期）");
  });

  step("the others are reminded with one card each; the organizer sees who has read it, two hours later", async () => {
    await world.advanceTo("2023-09-19T09:30:00+08:00");
    const card = await newest("yuecheng-1", "【提醒】推荐名单　9月底前报送");
    expect(card).toContain("[推荐]");
    expect(card).toContain("[申请延期]");
    expect(await answer("maxiaohan", "阅读情况")).toMatch(
      /提醒　9月19日（周二）09:00：已发\d+人，发送2小时后查询是否已读/,
    );
    await world.as("yuecheng-1").reads();
    await world.advanceTo("2023-09-19T11:30:00+08:00");

    const known = await answer("maxiaohan", "阅读情况");
    expect(known).toMatch(/提醒　9月19日（周二）09:00：已读1\/\d+，未读：/);
    expect(known).not.toContain("越城区经办人1");
    expect(known).toContain("越城区经办人2");
  });

  step(
    "who said by when is left alone through that day, and no later than the day of all without an extension",
    async () => {
      expect(await answer("yuecheng-1", "约定报送 推荐名单 10月9日")).toContain("不能按期报送的，请发送「申请延期」");
      expect(await answer("yuecheng-1", "约定报送 推荐名单 9月23日")).toContain("9月23日是休息日，没有登记。");
      expect(await answer("yuecheng-1", "约定报送 推荐名单 9月18日")).toContain("9月18日已过，没有登记。");
      expect(await answer("yuecheng-1", "约定报送 推荐名单 9月31日")).toContain("没有“9月31日”这一天，未作任何改动。");
      expect(await answer("maxiaohan", "越城区已电话联系，9月31日报")).toContain("没有“9月31日”这一天");
      expect(await answer("maxiaohan", "越城区已电话联系，约定9月26日，但是少一个小区")).toContain("没有登记。");
      expect(await answer("maxiaohan", "越城区已电话联系，约定9月26日报送")).toContain(
        "已登记：越城区的推荐名单约定9月26日报送，当日及以前不再提醒，截止日期不变。",
      );
      // A call without a day is noted and holds nothing back; said with 约定 it wants the day.
      expect(await answer("maxiaohan", "上虞区已电话联系")).toContain(
        "已登记：9月19日就推荐名单电话联系上虞区，没有约定报送日期，提醒安排不变。",
      );
      expect(await answer("maxiaohan", "已电话联系 上虞区 推荐名单")).toContain("没有约定报送日期，提醒安排不变。");
      expect(await answer("maxiaohan", "已电话联系 上虞区 推荐名单 约定报送")).toContain("没有写明哪一天报送");
      const count = async (userId: string): Promise<number> =>
        (await world.as(userId).messages()).filter(({ at, card }) => card && at.startsWith("2023-09-25T09:00")).length;
      await world.advanceTo("2023-09-25T10:00:00+08:00");
      expect([await count("yuecheng-1"), await count("shangyu-1")]).toEqual([0, 1]);
    },
  );

  step(
    "催办 disturbs nobody who was reminded today, has time, or said when; it says so and sends nothing",
    async () => {
      const held = await answer("maxiaohan", "催催没报名单的");
      expect(held).toContain("以下尚未报送，但现在不宜催办，没有发送。");
      expect(held).toContain("上虞区　推荐名单：今日已发送过提醒");
      expect(held).toContain("越城区　推荐名单：已约定9月26日报送");
      expect(held).toContain("柯桥区　推荐名单：已准予延期至10月11日");
      expect(await answer("maxiaohan", "确认催办")).toContain("没有待确认的催办，没有发送。");
      expect(await answer("maxiaohan", "催办 萧山区")).toContain("未能识别“萧山区”，没有发送。");
      expect(await answer("approver", "催办")).toContain("不在您的权限内");
    },
  );

  step("预演 says what would be sent until a moment and how things stand then; nothing of it remains", async () => {
    expect(await answer("maxiaohan", "预演 9月31日")).toContain("未能识别“9月31日”，没有预演。");
    expect(await answer("maxiaohan", "预演 2023-09-24")).toContain("已过，没有预演。");
    expect(await answer("maxiaohan", "预演 2024-03-01")).toContain("预演至多120天，没有预演。");
    const { database, services } = await ownServices(world);
    const tables = await database.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
      [],
    );
    const from = new Date("2023-09-25T10:00:00+08:00");
    const until = new Date("2023-09-28T09:00:00+08:00");
    await database.inTransaction(async (tx) => {
      // The bot beside writes when it was last there.
      await tx.$executeRawUnsafe("set transaction isolation level repeatable read");
      const contents = () =>
        Promise.all(
          tables.map(({ name }) =>
            tx.$queryRawUnsafe(`select md5(string_agg(t::text, '|' order by t::text)) as content from "${name}" t`),
          ),
        );
      await services.campaigns.sync(tx);
      const before = await contents();
      const { messages } = await services.rehearse(
        tx,
        { campaignId: "shaoxing-2023", from, until },
        async () => undefined,
      );
      expect(await contents()).toEqual(before);
      const told = messages.map(
        ({ at, chat }) => `${at.toISOString()} ${chat.kind === "direct" ? chat.person : "group"}`,
      );
      expect(told.filter((one) => one.startsWith("2023-09-28T01:00") && one.includes("shangyu"))).toHaveLength(2);
      // Seven working days before the day that 柯桥区 was given.
      expect(told.filter((one) => one.includes("keqiao"))).toEqual([
        "2023-09-26T01:00:00.000Z keqiao-1",
        "2023-09-26T01:00:00.000Z keqiao-2",
      ]);
    });
    await database.close();
    expect(await answer("maxiaohan", "演练 2023-09-28 09:00")).toContain("- 9月28日（周四）09:00　");
  });

  step("催办 is previewed with who gets what, and sent once, to those who are left", async () => {
    await world.advanceTo("2023-09-26T08:46:00+08:00");
    const morning = await newest("maxiaohan", "今日待办");
    expect(morning.split("\n").slice(1, 5)).toEqual([
      "推荐名单　9月底前（截至9月30日），遇休息日，最后一个工作日为9月28日",
      "- 越城区：剩3个工作日，9月19日已电话联系，已约定9月26日报送，9月19日已提醒，已读",
      "- 上虞区：剩3个工作日，9月19日已电话联系，9月25日已提醒，未读",
      "- 诸暨市、嵊州市、新昌县：剩3个工作日，9月25日已提醒，未读",
    ]);
    await world.as("maxiaohan").presses("催办");
    const preview = await newest("maxiaohan", "催办　预览");
    expect(preview).toContain("接收：4个地区8人，每人一张卡片");
    expect(preview).toContain("上虞区：上虞区经办人1、上虞区经办人2（推荐名单）");
    expect(preview).toContain("越城区　推荐名单：已约定9月26日报送");
    await answer("xinchang-1", "无推荐 本地区没有小区达到推荐条件");
    await answer("xinchang-1", "报送");
    // Who leaves between the preview and the sending gets nothing.
    expect(await answer("maxiaohan", "移除人员 嵊州市经办人2")).toContain("嵊州市经办人2");
    await world.as("maxiaohan").presses("确认催办");

    expect(await newest("maxiaohan", "催办　已发送")).toContain("已发送：3个地区5人。");
    expect(await answer("maxiaohan", "确认催办")).toContain("没有待确认的催办，没有发送。");
    const today = async (userId: string): Promise<number> =>
      (await world.as(userId).messages()).filter(
        (message) => message.at.startsWith("2023-09-26") && read(message).startsWith("【提醒】"),
      ).length;
    const told = ["yuecheng-1", "keqiao-1", "shangyu-1", "shengzhou-1", "shengzhou-2", "xinchang-1"];
    expect(await Promise.all(told.map(today))).toEqual([0, 0, 1, 1, 0, 0]);
  });

  step("提醒 in the organizer's own words stands above what is owed, and counts as the day's reminder", async () => {
    await world.advanceTo("2023-09-27T08:40:00+08:00");
    await world.as("maxiaohan").says("提醒诸暨市 请把盖章的附件4一并发来。");
    expect(await newest("maxiaohan", "催办　预览")).toContain("请把盖章的附件4一并发来。");
    await world.as("maxiaohan").says("确认催办");
    // Its words are no 广播.
    expect(await answer("maxiaohan", "通知记录")).toContain(sentPhrases.none());
    expect(await answer("maxiaohan", "确认发送")).toContain(broadcastPhrases.nothingWaiting());
    // The reminder of the day before is drawn anew after it.
    const texts = readAll(await world.as("zhuji-1").messages());
    const text = texts.findLast((one) => one.includes("【提醒】诸暨市")) ?? "";
    expect(text).toContain("请把盖章的附件4一并发来。");
    expect(text).toContain("推荐名单：尚未报送");
    await world.advanceTo("2023-09-27T09:30:00+08:00");
    expect((await world.as("zhuji-1").messages()).filter(({ at }) => at.startsWith("2023-09-27"))).toHaveLength(1);
  });

  step(
    "on its last day it goes to the to-do list; its page can only be read, and it ends once the list is in",
    async () => {
      await world.advanceTo("2023-09-28T09:30:00+08:00");
      const [entry] = await todosOf("shangyu-1");
      expect(entry).toMatchObject({
        subject: "推荐名单：请于今日办理",
        dueAt: "2023-10-01T00:00:00+08:00",
        done: false,
      });
      const own = await world.as("shangyu-1").messages();
      expect(own.filter(({ at, card }) => card && at.startsWith("2023-09-28T09:00"))).toEqual([]);
      expect(await todosOf("keqiao-1")).toEqual([]);
      const page = await fetch(`${botUrl()}${new URL(entry?.detailUrl ?? "").pathname}`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<li>推荐名单：尚未报送")]);
      expect(await answer("maxiaohan", "阅读情况")).toContain("钉钉待办　9月28日（周四）09:00：已发");

      await districtByWords(persistent(playersIn(world), "shangyu-1")).recommends(["曹娥江苑", "舜耕花园"], REASON);
      for (const userId of ["shangyu-1", "shangyu-2"])
        expect((await todosOf(userId)).map(({ done }) => done)).toEqual([true]);
      expect((await todosOf("yuecheng-1")).map(({ done }) => done)).toEqual([false]);
    },
  );

  step("the clock set back an hour sends nothing again, and none to who has left", async () => {
    const everybody = ["yuecheng-1", "keqiao-2", "shangyu-1", "zhuji-1", "shengzhou-1", "shengzhou-2", "maxiaohan"];
    const received = () =>
      Promise.all(everybody.map(async (userId) => [await world.as(userId).messages(), await todosOf(userId)]));
    const before = await received();
    for (const time of ["08:30", "08:45", "09:00", "09:30"]) {
      const moved = await fetch(`${botUrl()}/_clock/now`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ now: `2023-09-28T${time}:00+08:00` }),
      });
      expect(moved.status).toBe(200);
    }
    await world.idle();

    expect(await received()).toEqual(before);
    expect((await world.as("shengzhou-2").messages()).filter(({ at }) => at > "2023-09-27")).toEqual([]);
  });

  step("what comes by the new day is not late, and another request is refused once the day is over", async () => {
    await world.advanceTo("2023-10-09T10:00:00+08:00");
    expect(await answer("keqiao-1", "待办")).not.toContain("逾期");
    expect(await answer("yuecheng-1", "待办")).toContain("推荐名单：尚未报送，应于9月底前报送，已逾期");
    expect(await answer("yuecheng-1", "申请延期 推荐名单 10月12日 正在盖章")).toContain(
      "推荐名单的截止日期（9月30日）已过，不能再延期。仍可报送，将按规定注明。",
    );
    expect(await answer("maxiaohan", "延期情况")).toContain("柯桥区　推荐名单：拟延至10月11日，已准予延期");
  });

  step("the journal gives back the same tables", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
  });
});
