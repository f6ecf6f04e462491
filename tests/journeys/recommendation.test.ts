import { afterAll, beforeAll, describe, expect } from "vitest";
import { checkQr, shownCheckNumber } from "../../src/campaign/application/check-number.ts";
import { features } from "../../src/campaign/features.ts";
import { listNumber } from "../../src/campaign/recommendation/paper/list-number.ts";
import { pdfOf, pictureOf } from "../platform/documents/support/scan.ts";
import { connect } from "./database.ts";
import { answerIn, cardTexts, read } from "./reading.ts";
import { type Reviewed, reviewed } from "./reviewed.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** Fewer points, but row 3-2 is met. */
const SATISFIED: Reviewed = { district: "keqiao", name: "鉴湖新村", less: { "3-5": 5, "3-6": 5 } };
/** More points, and row 3-2 is not met. */
const HIGHER: Reviewed = { district: "keqiao", name: "柯岩人家", less: { "3-2": 5 } };
const LATER: Reviewed = { district: "keqiao", name: "轻纺小区", less: { "3-2": 5, "3-5": 5 } };

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
  await world.advanceTo("2023-09-13T09:00:00+08:00");
  for (const compound of [HIGHER, SATISFIED]) await reviewed(world, compound);
});
afterAll(() => world.end());

const says = async (text: string, userId = "keqiao-2"): Promise<string> =>
  read(answerIn(await world.as(userId).says(text)));

/** The newest card of that list that is not retired. */
const listCard = async (userId = "keqiao-2"): Promise<string> =>
  cardTexts(await world.as(userId).messages()).findLast((text) => /^柯桥区　(撤回)?推荐名单/.test(text)) ?? "";

describe("the order that is proposed", () => {
  step("has who met satisfaction first, and following it asks for nothing", async () => {
    await says("推荐");
    expect(await listCard()).toContain(
      "1. 鉴湖新村：总分90分，满意度（3-2）5分，参与度（1-2、1-4、2-4、4-3）4、5、5、3分\n2. 柯岩人家：总分95分，满意度（3-2）0分，",
    );

    const ready = await says("1-2");

    expect(ready).toContain("次序已保存：1.鉴湖新村，2.柯岩人家。");
    expect(ready).toContain("鉴湖新村因满意度（3-2）更高，排在分数更高的小区之前。");
    expect(ready).toContain("[报送]");
  });

  step(
    "is everybody's: a colleague's order is shown before it can be overwritten, and before it is reported",
    async () => {
      await says("推荐", "keqiao-1");
      expect(await listCard("keqiao-1")).toContain("填写了“推荐次序”：1.鉴湖新村，2.柯岩人家");
      await says("重新排序", "keqiao-1");
      await says("2 1", "keqiao-1");

      const changed = "将“推荐次序”由“1.鉴湖新村，2.柯岩人家”改为“1.柯岩人家，2.鉴湖新村”";
      const shown = await says("报送");
      expect(shown).toContain(changed);
      expect(shown).toContain("尚未报送：同事有新的改动");

      await says("重新排序");
      await says("1-2");
      expect(await says("重新排序", "keqiao-1")).toContain("同事有新的改动，已列在上方，次序未清除。");
      expect(await says("重新排序", "keqiao-1")).toContain("请按推荐先后回复序号");
      await says("推荐");
    },
  );

  step("is departed from with the reason of whoever departs; what begins like the command is the reason", async () => {
    await says("重新排序");
    expect(await says("2 1")).toContain("【柯岩人家的推荐理由】");

    expect(await says("推荐，因2023年居民满意度提升到第1位")).toContain(
      "柯岩人家：95分；理由：推荐，因2023年居民满意度提升到第1位",
    );
  });

  step("keeps its reason over another order and back", async () => {
    expect(await says("重新排序")).toContain("此前所填的1项理由已保留");
    expect(await says("1-2")).not.toContain("理由：推荐，因");
    const again = await says("推荐 2 1");
    expect(again).toContain("此前所填的理由沿用：【柯岩人家的推荐理由】推荐，因2023年居民满意度提升到第1位。");
    expect(again).toContain("[报送]");
  });

  step("is taken back by 取消, which says so", async () => {
    expect(await says("取消")).toContain("所填次序和理由已清除");
    await says("推荐");
    expect(await listCard()).toContain("请按推荐先后回复序号");
  });
});

describe("what is said to the question for the order", () => {
  step("is an order in words too; 无, an acknowledgement and a question change nothing", async () => {
    await says("推荐");
    expect(await says("无")).toContain("「无」的意思不明确，次序未保存。");
    expect(await says("收到")).toContain("请回复1至2之间的序号");
    expect(await says("先排柯岩人家后排鉴湖新村")).toContain("次序已保存：1.柯岩人家，2.鉴湖新村。");
    for (const order of ["1 2", "先排鉴湖后排柯岩"]) expect(await says(order)).toContain("未记为理由");
    expect(await says("啊不是，点错了")).toContain("次序有误的，请发送「重新排序」");
    expect(await says("1-1")).toContain("推荐次序");
    expect(await says("柯岩人家的推荐理由：物业服务好")).toContain("柯岩人家：95分；理由：物业服务好");
    await says("取消");
  });

  step("is no question about the own state, which is answered in between", async () => {
    expect(await says("总分多少了")).toContain("柯岩人家：95分（满分100分），已提交定稿");
    expect(await says("柯岩人家提交了吗")).toContain("推荐名单：尚未报送");
    expect(await says("我还差什么")).toContain("推荐名单：尚未报送");
    expect(await says("批了没有")).toContain("市级名单尚未公布。");
    expect(await says("报上去了没有", "maxiaohan")).toContain("推荐名单");
    await says("推荐");
  });

  step("is read whole or not at all", async () => {
    expect(await says("1 好的")).toContain("“好的”不是序号，次序未保存。");
    expect(await says("1-3")).toContain("没有序号3（共2个），次序未保存。");
    expect(await says("2，1")).toContain("【柯岩人家的推荐理由】");
    // A command behind a reason, and rows of reasons by number, are shown and not taken whole.
    const behind = await says("群众满意高 查");
    expect(behind).toContain("末尾的「查」是否属于理由不明确，未保存，也未办理。");
    expect(behind).not.toContain("[作为理由]");
    const rows = await says("1. 理由：群众满意高\n2. 理由：投诉少");
    expect(rows).toContain("序号按已保存的次序：");
    expect(rows).toContain("[只记柯岩人家]");
    expect(rows).not.toContain("[改为此次序]");
  });

  step("is asked anew when a compound joins, and the next answer is no reason; reasons given are kept", async () => {
    await says("业主议事会每月召开，居民满意度逐年提升");
    await reviewed(world, LATER);

    const answer = await says("党建引领成效明显");

    expect(answer).toContain("可推荐的小区有变化：新增轻纺小区。原次序未报送，请重新排序。");
    expect(answer).toContain("“党建引领成效明显”不是序号，次序未保存。");
    const kept = "此前所填的理由沿用：【柯岩人家的推荐理由】业主议事会每月召开，居民满意度逐年提升。";
    expect(await says("2 1 3")).toContain(kept);
    expect(await says("重新排序")).toContain("此前所填的1项理由已保留");
    await says("1至3");
  });

  step(
    "rows under 理由： go to their compounds; 同上 is asked about with the reason above, and refused without one",
    async () => {
      await says("取消");
      await says("推荐");
      expect(await says("3 2 1")).toContain("【轻纺小区的推荐理由】");
      expect((await says("同上")).split("\n")[1]).toBe(
        "「同上」未保存：没有可以沿用的其他理由。请写明理由，例如「轻纺小区的推荐理由：…」。",
      );
      const reasons = async (): Promise<string[]> =>
        (await listCard()).split("\n").filter((line) => /^\d\. /u.test(line));
      const both = await says("理由：\n①轻纺小区　党建扎实\n②柯岩人家　物业服务好");
      expect(both).toContain("推荐名单（待报送）");
      await says("推荐");
      const third = "3. 鉴湖新村：90分";
      expect(await reasons()).toEqual([
        "1. 轻纺小区：90分；理由：党建扎实",
        "2. 柯岩人家：95分；理由：物业服务好",
        third,
      ]);
      expect((await says("柯岩人家的推荐理由：同上")).split("\n")[1]).toBe(
        "「柯岩人家的推荐理由：同上」未保存。与“轻纺小区的推荐理由”（党建扎实）相同的，请点击「与上一项理由相同」；否则请写明理由。",
      );
      await world.as("keqiao-2").opensLink("与上一项理由相同");
      await says("推荐");
      expect(await reasons()).toEqual([
        "1. 轻纺小区：90分；理由：党建扎实",
        "2. 柯岩人家：95分；理由：党建扎实",
        third,
      ]);
      await says("取消");
      await says("推荐");
      expect(await says("1至3")).toContain("次序已保存：1.鉴湖新村，2.柯岩人家，3.轻纺小区。");
    },
  );
});

/** A list is shown whenever it changes; the sheet of rulings is what the approver was sent. */
const LOOKED_AT_OTHERWISE = ["recommendation.confirm", "ruling.sheet-confirm"];

const confirmations = (): string[] =>
  features({ readUsage: () => Promise.reject(new Error("no usage in a test")) })
    .flatMap(({ commands = [] }) => commands)
    .filter(({ id }) => !LOOKED_AT_OTHERWISE.includes(id))
    .flatMap(({ words = [] }) => words.find((word) => word.startsWith("确认")) ?? []);

describe("the words of a confirmation", () => {
  async function entries(): Promise<string[]> {
    const database = await connect(world);
    const rows = await database.query<{ action: string }>(
      "select action from journal_entry where action <> 'review.opened' order by id",
    );
    await database.close();
    return rows.map(({ action }) => action);
  }

  step("change nothing before it was shown what they confirm", async () => {
    const before = await entries();

    for (const word of confirmations()) {
      for (const person of ["keqiao-2", "maxiaohan", "approver"]) await says(word, person);
    }

    expect(confirmations()).toContain("确认定稿");
    expect(await entries()).toEqual(before);
  });
});

describe("重新修改 of points that are final", () => {
  const tasks = async (): Promise<string> => {
    await says("待办");
    return cardTexts(await world.as("keqiao-2").messages()).findLast((text) => text.startsWith("待办")) ?? "";
  };

  step("asks for the reason, and keeps the points", async () => {
    await says("重新修改 轻纺小区");
    expect(cardTexts(await world.as("keqiao-2").messages()).at(-1)).toContain("请说明理由，200字以内。");
    expect(await says("123")).toContain("请说明重新修改的理由，分数未改动。");

    expect(await says("3-5漏看一份材料")).toContain("已转为可修改，原分数保留。修改后请再次提交定稿。");
    expect(await tasks()).toContain("初评　轻纺小区：已评完，尚未提交定稿");
  });

  step("takes it off the list that is being drawn up, which says so", async () => {
    expect(await listCard()).toContain("可推荐的小区有变化：轻纺小区已不在其列。原次序未报送，请重新排序。");
    expect(await says("重新修改 轻纺小区")).toContain("的初评尚未提交定稿，可直接修改。");
  });

  step("by a colleague, with new points: once it is final it stands where it stood", async () => {
    for (const text of ["初评 轻纺小区", "3-5 3"]) await says(text, "keqiao-1");
    const look = "尚未定稿：请先核对以下分数，无误后再确认。";
    expect(await says("确认定稿 轻纺小区", "keqiao-1")).toContain(look);
    // Another score after the look: it is shown again.
    await says("3-6 4 绿化缺失", "keqiao-1");
    const again = await says("确认定稿 轻纺小区", "keqiao-1");
    expect(again).toContain(look);
    expect(again).toContain("总分92分");
    await says("3-6 5", "keqiao-1");
    await says("提交定稿 轻纺小区", "keqiao-1");
    expect(await says("确认定稿 轻纺小区", "keqiao-1")).toContain("总分93分，已提交定稿。");
    await says("推荐");
    expect(await listCard()).toContain("3. 轻纺小区：93分");
  });
});

describe("a reported list", () => {
  step("is not reported before it is said what becomes of an order that was asked about", async () => {
    expect(await says("轻纺小区去掉")).toContain("[改为此次序]");
    expect(await says("报送")).toContain("尚未报送：您发送的「轻纺小区去掉」未办理");
  });

  step("is drawn as it was reported, whatever the application says later", async () => {
    expect(await says("报送")).toContain("推荐名单（第1版，3个小区）已报送市级。");
    for (const text of ["修改申报 轻纺小区", "改 小区名称 轻纺新苑", "提交"]) await world.as("keqiao-1").says(text);

    expect(await listCard()).toContain("3. 轻纺小区");
  });

  step("binds the points it was made from", async () => {
    expect(await says("重新修改 轻纺小区")).toContain(
      "本地区的推荐名单已报送，初评不再修改；确需修改的，请先「撤回名单」。分数未改动。",
    );
  });

  step("is withdrawn after what it affects was shown, the city is told, and it can be put in force again", async () => {
    await says("撤回名单");
    expect(await listCard()).toContain("即将撤回已报送市级的推荐名单（第1版，3个小区）。");
    expect(await says("排名", "maxiaohan")).toContain("应报6个，已报1个");

    await world.as("keqiao-2").presses("不撤回");
    expect(await listCard()).toContain("推荐名单（第1版）目前有效，未撤回。");
    expect(await says("确认撤回名单")).not.toContain("已撤回，原名单留存");
    expect(await listCard()).toContain("即将撤回已报送市级的推荐名单（第1版，3个小区）。");

    expect(await says("确认撤回")).toContain("推荐名单（第1版）已撤回，原名单留存。");
    expect((await world.as("maxiaohan").messages()).map(read).join("\n")).toContain(
      "柯桥区撤回了推荐名单（第1版），计为尚未报送。",
    );
    expect(await says("排名", "maxiaohan")).toContain("应报6个，已报0个");

    await says("重新修改 轻纺新苑 绿化得分核对有误");
    expect(await says("恢复名单")).toContain("“轻纺新苑”的初评已重新修改，尚未提交定稿，推荐名单未恢复");
    expect(await says("排名", "maxiaohan")).toContain("应报6个，已报0个");
    for (const text of ["提交定稿 轻纺新苑", "确认定稿 轻纺新苑"]) await says(text);

    expect(await says("恢复名单")).toContain("推荐名单（第1版）现为有效。");
    expect(await says("排名", "maxiaohan")).toContain("应报6个，已报1个");
  });
});

describe("报送 is the press and a stamped copy with who signed it and when", () => {
  const drops = async (content: Buffer, name: string): Promise<string> =>
    (await world.as("keqiao-2").drops({ name, content })).map(read).join("\n");

  step("which may follow: the list says what is still to come, and a day to come is refused", async () => {
    await says("推荐");
    await says("1-3");
    const reported = await says("报送");
    expect(reported).toContain("推荐名单（第2版，3个小区）已报送市级。");
    expect(reported).toContain("“轻纺小区”改名为“轻纺新苑”");
    expect(reported).toContain("审签人和审签日期待登记；盖章件待补。");
    expect((await world.as("maxiaohan").messages()).map(read).join("\n")).toContain(
      "柯桥区重新报送了推荐名单，现行的为第2版。与第1版相比：“轻纺小区”改名为“轻纺新苑”。",
    );

    expect(await says("名单盖章件 审签人王建国 2023年10月30日")).toContain("审签日期晚于今天，未登记。");
    await says("名单盖章件");
    expect(await says("王建国 9月12日")).toContain("审签人：王建国，2023年9月12日；盖章件待补。");
  });

  step("and without a readable code is asked for its number, which says when it is of an older version", async () => {
    const [before = "", now = ""] = await numbers();
    expect(await drops(pdfOf(undefined), "附件4.pdf")).toContain("没有识别到附件4的二维码，盖章件尚未归档。");
    const wrong = `${now.slice(0, -1)}${(Number(now.at(-1)) + 1) % 10}`;
    expect(await says(wrong)).toContain(`没有校验号为“${wrong}”的推荐名单或申报表`);
    expect(await says(before)).toContain("这是第1版推荐名单，现行的是第2版，未归档。");
    expect(await says(now)).toContain("盖章件已归档，共1份。");
  });

  step("its number is understood also where a form's was asked for; 现行 files one without a number", async () => {
    const [, now = ""] = await numbers();
    await drops(pdfOf("无校验号一"), "第二页.pdf");
    expect(await says("申报表盖章件 第二页.pdf")).toContain("没有识别到申报表的二维码");
    expect(await says(now)).toContain("盖章件已归档，共2份。");
    await drops(pdfOf("无校验号二"), "第三页.pdf");
    expect(await says("现行")).toContain("盖章件已归档，共3份。");
  });

  step(
    "and is filed when it is dropped: asked for, or known by its check number with the version that it is",
    async () => {
      const [before, now] = await numbers();
      expect(await drops(await pictureOf(checkQr("list", [before ?? ""])), "旧.png")).toContain("现行的是第2次报送");
      const known = await drops(await pictureOf(checkQr("list", [now ?? ""])), "新.png");
      expect(known).toContain("即现行的一份");
      expect(known).toContain("[归档盖章件]");
      expect(await says(`名单盖章件 ${shownCheckNumber(now ?? "")}`)).toContain("盖章件已归档，共4份。");
    },
  );

  step("and is seen by the city, district by district", async () => {
    const all = await says("查看名单盖章件", "maxiaohan");
    expect(all).toContain("柯桥区：审签人：王建国，2023年9月12日；盖章件已归档4份。");
    expect(all).toContain("越城区：尚未报送。");
    expect(await says("名单盖章件", "maxiaohan")).toContain("代填");
  });

  /** Check numbers of the district's first list and of the one in force. */
  async function numbers(): Promise<string[]> {
    const database = await connect(world);
    const lists = await database.query<{ campaignId: string; version: number; items: { applicationId: string }[] }>(
      "select campaign_id as \"campaignId\", version, items from recommendation_list where district = 'keqiao' order by version",
    );
    await database.close();
    return lists.map(({ campaignId, version, items }) =>
      listNumber({
        campaignId,
        list: { district: "keqiao", version, items },
        taking: new Set(items.map(({ applicationId }) => applicationId)),
      }),
    );
  }
});

describe("a list that comes after 9月底", () => {
  step("in the days off is marked, and asks for nothing", async () => {
    await world.advanceTo("2023-10-07T10:00:00+08:00");
    expect(await says("无推荐 没有小区申报", "shangyu-1")).toContain("拟报送市级：本地区无推荐。");
    expect(await says("报送", "shangyu-1")).toContain("已注明：9月30日后报送（法定休假日期间）。");
  });

  step("after them is late and gives the reason, which the city sees", async () => {
    await world.advanceTo("2023-10-08T09:00:00+08:00");
    expect(await says("无推荐 没有小区申报", "zhuji-1")).toContain("【逾期原因】");
    await says("经办人调整", "zhuji-1");
    expect(await says("报送", "zhuji-1")).toContain("逾期原因：经办人调整");

    const ranking = await says("排名", "maxiaohan");
    expect(ranking).toContain("诸暨市推荐名单逾期报送，原因：经办人调整。");
    expect(ranking).toContain("上虞区推荐名单：9月30日后报送（法定休假日期间）。");
  });
});
