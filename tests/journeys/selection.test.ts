import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { selectionPhrases, selectionRefusals } from "../../src/campaign/selection/phrases.ts";
import { publicationPhrases } from "../../src/campaign/selection/publication/phrases.ts";
import { connect } from "./database.ts";
import { read, refusal } from "./reading.ts";
import { reviewed } from "./reviewed.ts";
import { nouns, selectionWords } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** What the confirmed lists hold, in the districts' own order. */
const LISTED = [
  "稽山花园（越城区，初评100分",
  "和畅苑（越城区，初评97分，安全责任事故情况待核实",
  "瓜渚湖畔（柯桥区，初评99分",
  "柯岩新村（柯桥区，初评95分",
  "曹娥江苑（上虞区，初评98分",
  "舜耕花园（上虞区，初评96分",
  "浣纱名苑（诸暨市，初评100分",
  "暨阳新村（诸暨市，初评94分",
  "越剧新苑（嵊州市，初评98分",
  "剡溪花园（嵊州市，初评97分",
  "鼓山新村（新昌县，初评99分",
  "南岩雅居（新昌县，初评95分",
].map(
  (line) =>
    `${line.replace(/^(.+)（(.{3})，/u, "$1（$2，$1物业服务有限公司，").replace(/初评\d+分/u, "$&，3-2条达到，各方参与17分")}）`,
);
const line = (number: number): string => LISTED[number - 1] ?? "";
const nameOf = (number: number): string => line(number).split("（")[0] ?? "";
const districtOf = (number: number): string => /（(.{3})，/.exec(line(number))?.[1] ?? "";
const LEAD =
  "马小涵于10月11日（周三）09:00报批：从已报送推荐名单的12个小区中择优10个。批准只对本版本有效，名称、企业、分数或参评资格有变的须重新批准。";
const TIE = expect.stringContaining("第10位上下未分先后的有2个（均为95分）：柯岩新村、南岩雅居。");
const UNVERIFIED = selectionPhrases.unverifiedLead(selectionWords);

const step = story();
let world: World;
let campaignGroup: string;

beforeAll(async () => {
  world = await worldAt("9月13日");
  campaignGroup = await world.groupId("美好家园活动群");
  for (const text of ["撤回 鉴湖雅苑", "确认撤回"]) await world.as("yuecheng-1").says(text);
  await reviewed(world, { district: "yuecheng", name: "和畅苑", less: { "2-2": 3 }, declaration: "待核实" });
  for (const district of ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"]) {
    for (const text of ["推荐", "1 2", "确认推荐"]) await world.as(`${district}-1`).says(text);
  }
  await world.advanceTo("2023-10-11T09:00:00+08:00");
});
afterAll(() => world.end());

const says = async (userId: string, text: string): Promise<string> => {
  const all = await world.as(userId).says(text);
  const answered = all.filter(({ kind }) => kind === "markdown" || (kind === "card" && text === "择优"));
  return read(answered.at(-1) ?? all.at(-1) ?? noMessage());
};

function noMessage(): never {
  throw new Error("nothing was answered");
}

const lines = (text: string, from: number, to?: number): string[] => text.split("\n").slice(from, to);

async function answersRuling(text: string): Promise<void> {
  await world.as("maxiaohan").says(`口径 ${text}`);
  await world.as("approver").says(`确认口径 ${text.slice(0, 3)}`);
}

describe("择优 by words", () => {
  step("lists every compound on a confirmed list, with nothing chosen beforehand", async () => {
    const card = await says("maxiaohan", "择优");

    expect(lines(card, 0, 5)).toEqual([
      "择优 已选0个，应选10个",
      "【入选小区】请回复入选小区的序号，共10个，用空格隔开，例如：2 1 3。",
      ...[1, 2, 3].map((number) => `${number}. ${line(number)}`),
    ]);
    expect(card.split("\n")).toContain(`12. ${line(12)}`);
    expect(card.split("\n").at(-1)).toBe(UNVERIFIED);
  });

  test.each([
    ["keqiao-1", "择优", dispatchPhrases.mayNot("择优", "区（县、市）经办人")],
    [
      "maxiaohan",
      "1 2 3",
      "选了3个，应正好10个；少于10个的，须先由活动联系人按「口径 R9」记录答复、审批领导确认，未记录。请重新回复序号。",
    ],
    ["maxiaohan", "1 2 3 4 5 6 7 8 9 10 11", "选了11个，应正好10个（口径R9），未记录。请重新回复序号。"],
    ["maxiaohan", "1 2 3 4 5 6 7 8 9 13", "没有序号13，序号为1至12。"],
    ["approver", "批准", selectionRefusals.nothingToApprove()],
  ])("%s says %s and is told why not", async (userId, text, sentence) => {
    expect(await says(userId, text)).toBe(refusal(sentence));
  });

  step("asks for the reason of each one, chosen or passed over, one question at a time", async () => {
    const first = await says("maxiaohan", "1 2 3 4 5 6 7 8 9 10");
    expect(lines(first, 2, 4)).toEqual(["【1.稽山花园入选理由】（1/12）请写明择优入选的理由，200字以内。", line(1)]);
    expect(await says("maxiaohan", "1")).toBe(refusal(selectionRefusals.reasonEmpty(selectionWords)));
    await says("maxiaohan", "居民满意度高");
    expect(lines(await says("maxiaohan", "同上"), 1, 2)).toEqual([
      "【3.瓜渚湖畔入选理由】（3/12）请写明择优入选的理由，200字以内。",
    ]);
    expect(lines(await says("maxiaohan", "上一步"), 1, 2)).toEqual([
      "【2.和畅苑入选理由】（2/12）请写明择优入选的理由，200字以内。",
    ]);
    expect(lines(await says("maxiaohan", "理由 2-10 各方参与度高，运行良好"), 1, 2)).toEqual([
      "【11.鼓山新村未入选理由】（11/12）请写明未予入选的理由，200字以内。",
    ]);
    const last = await says("maxiaohan", "同区另有更优");
    expect(lines(last, 1, 3)).toEqual([
      "【12.南岩雅居未入选理由】（12/12）请写明未予入选的理由，200字以内。",
      line(12),
    ]);
    expect(last).toContain("拟稿：未得满分的有");
    expect(last.split("\n")).toContain(selectionPhrases.last());
  });

  step("carries no reason for 入选 over to 未入选 with 其余同上", async () => {
    for (const text of ["上一步", "上一步"]) await says("maxiaohan", text);
    expect(await says("maxiaohan", "其余同上")).toContain("【11.鼓山新村未入选理由】");
    expect(await says("maxiaohan", "其余同上")).toBe(refusal(selectionRefusals.nothingAbove()));
    await says("maxiaohan", "同区另有更优");
  });

  step("is reviewed after the last reason, and goes to the approver with 报批", async () => {
    const reviewed = await says("maxiaohan", "同上");
    expect(lines(reviewed, 0, 3)).toEqual([
      "### 择优（已选10个，应选10个）",
      selectionPhrases.review(selectionWords),
      TIE,
    ]);
    expect(await says("approver", "批准")).toBe(refusal(selectionRefusals.nothingToApprove()));
    const proposed = await says("maxiaohan", "报批");
    const card = read((await world.as("approver").messages()).at(-1) ?? noMessage());

    expect(lines(proposed, 0, 3)).toEqual([
      "### 择优第1版（待批准）",
      selectionPhrases.submitted(1, selectionWords),
      LEAD,
    ]);
    expect(card.split("\n")).toEqual([
      "市级名单（第1版） 待批准",
      LEAD,
      TIE,
      "入选10个：",
      `1. ${line(1)}：居民满意度高`,
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number}. ${line(number)}：各方参与度高，运行良好`),
      "入选分布：越城区2个、柯桥区2个、上虞区2个、诸暨市2个、嵊州市2个；新昌县没有入选的（仅列出，方案未作要求）。",
      "未入选2个：",
      ...[11, 12].map((number) => `- ${line(number)}：同区另有更优`),
      "[批准]",
      "[不批准]",
      "[入围临界情况]",
      "[一事一链]",
      "[择优说明]",
      "[查看小区]",
      UNVERIFIED,
    ]);
  });
});

describe("公布", () => {
  step("is refused by name while R10 and R14 are open", async () => {
    await says("approver", "批准");

    expect(await says("maxiaohan", "公布")).toBe(
      refusal(
        "不能公布：口径R10「公布前是否公示？公示几天？」、口径R14「全市排名以谁的总分为准：核验修正后的区级初评分，还是市级自评分？」尚未答复。请先发送「口径」，由审批领导答复后再公布。",
      ),
    );
    await answersRuling("R14 以核验修正后的区级初评分为准");
    expect(await says("maxiaohan", "公布")).toBe(
      refusal("不能公布：口径R10「公布前是否公示？公示几天？」尚未答复。请先发送「口径」，由审批领导答复后再公布。"),
    );
    await answersRuling("R10 不公示");
  });

  step("is stopped by a compound whose declaration is 待核实, by name", async () => {
    expect(await says("maxiaohan", "公布")).toBe(
      refusal("不能公布：和畅苑的安全责任事故情况待核实。名单有变的，请重新择优并报批。"),
    );
  });

  step("is stopped by R27 while a clause of 附件1 is 尚不清楚, by its number", async () => {
    await world.as("yuecheng-1").says("要求 和畅苑 3-1尚不清楚，其余均符合");

    const stopped = await says("maxiaohan", "公布");
    expect(stopped).toContain("不能公布：和畅苑的安全责任事故情况待核实");
    expect(stopped).toContain("和畅苑：附件1第3-1项待核实（口径R27）；明确后更正填报，或由市级补充名单数据");
  });

  step("asks for a new approval after a change", async () => {
    await says("maxiaohan", "择优 1 3 4 5 6 7 8 9 10 11");
    await says("maxiaohan", "理由 2 情况待核实");
    await says("maxiaohan", "理由 11 居民满意度高");
    await says("maxiaohan", "其余沿用");
    await says("maxiaohan", "报批");

    expect(await says("maxiaohan", "公布")).toBe(refusal(publicationPhrases.notApproved(2, selectionWords)));
    expect(await says("approver", "批准 1")).toBe(refusal(selectionRefusals.otherVersion(1, 2)));
    expect(await says("keqiao-1", "批准 2")).toBe(refusal(dispatchPhrases.mayNot("批准", "区（县、市）经办人")));
    expect(await says("approver", "批准")).toBe("### 批准\n已批准第2版。");
  });

  step("waits for a new approval after a compound was withdrawn, and both are told by name", async () => {
    for (const text of ["撤回 鼓山新村", "确认撤回"]) await world.as("xinchang-1").says(text);

    const told = "批准后有变动，须重新批准：鼓山新村已撤回。";
    for (const userId of ["maxiaohan", "deputy", "approver"]) {
      const cards = (await world.as(userId).messages()).map(read);
      const card = cards.findLast((text) => text.startsWith("市级名单（第2版）"))?.split("\n");
      expect(card).toEqual(expect.arrayContaining(["市级名单（第2版） 须重新批准", told]));
    }
    expect(await says("maxiaohan", "公布")).toBe(refusal(publicationPhrases.reopened(2, selectionWords)));
    expect(await says("approver", "批准")).toBe(refusal(selectionRefusals.reopened(2, selectionWords)));
    expect(await says("maxiaohan", "重新报批")).toBe(refusal(selectionRefusals.chooseAgain(selectionWords)));
    await says("maxiaohan", "择优 1 3 4 5 6 7 8 9 10 11");
    await says("maxiaohan", "理由 11 居民满意度高");
    await says("maxiaohan", "其余沿用");
    await says("maxiaohan", "报批");
    await says("approver", "批准 经10月8日局长办公会研究同意，〔2023〕12号");
  });

  step("shows once more what goes to whom; nothing is sent before the confirmation", async () => {
    const preview = await says("maxiaohan", "公布");

    expect(lines(preview, 0, 9)).toEqual([
      "公布前请核对 第3版，尚未公布",
      "发送对象：美好家园活动群（各区（县、市）建设部门）",
      "发送内容：10个小区的名单，不含分数、名次和择优理由",
      "批准：审批领导，10月11日（周三）09:00",
      "决定依据：10月8日局长办公会，〔2023〕12号",
      "核验：系统中无核验记录",
      "口径R9：市级名单是否必须正好10个？正好10个。超过10个不予公布；少于10个须有口径。",
      "口径R10：公布前是否公示？公示几天？不公示",
      "口径R14：全市排名以谁的总分为准：核验修正后的区级初评分，还是市级自评分？以核验修正后的区级初评分为准",
    ]);
    expect(preview).toContain("口径R7：总分相同时怎样排序？按默认口径，全文可发送「口径 R7」查看");
    expect(preview).toContain("序号 | 地区 | 小区名称");
    expect((await world.as("keqiao-1").messages(campaignGroup)).map(read).join()).not.toContain(nameOf(1));
  });

  step("sends the list to the campaign group, once", async () => {
    expect(await says("maxiaohan", "确认公布")).toBe("### 已公布\n市级名单已公布，名单已发到美好家园活动群。");

    const title = "2023年度绍兴市“美好家园”小区名单 已公布";
    const group = (await world.as("keqiao-1").messages(campaignGroup)).map(read);
    const lists = group.filter((text) => text.startsWith(title));
    expect(lists.map((list) => list.split("\n"))).toEqual([
      [
        title,
        "经评选，现将2023年度绍兴市“美好家园”小区名单（共10个小区）公布如下。",
        "序号 | 地区 | 小区名称",
        ...[1, 3, 4, 5, 6, 7, 8, 9, 10, 12].map(
          (number, at) => `${at + 1} | ${districtOf(number)} | ${nameOf(number)}`,
        ),
        "公布单位：市住房和城乡建设局。依据：实施方案“三、工作安排”第（三）项。按地区排列，不分先后。联系人：马小涵，电话85082235。",
      ],
    ]);
    expect(await says("maxiaohan", "确认公布")).toBe(
      refusal(publicationPhrases.already("10月11日（周三）09:00", selectionWords)),
    );
    expect(await says("maxiaohan", "择优")).toBe(refusal(dispatchPhrases.settled("择优", nouns)));
    expect((await world.as("keqiao-1").messages(campaignGroup)).map(read)).toHaveLength(
      (await world.as("zhuji-1").messages(campaignGroup)).length,
    );
  });

  step("closes the districts' lists: none is withdrawn or reported any more", async () => {
    for (const word of ["撤回名单", "推荐"])
      expect(await says("keqiao-1", word)).toBe(refusal(dispatchPhrases.published(word, nouns)));
    expect(await says("keqiao-1", "无推荐 情况有变")).toBe(refusal(dispatchPhrases.published("无推荐", nouns)));
  });

  step("opens the ranking to the campaign group", async () => {
    const [answer] = await world.as("keqiao-1").says("排名", { in: campaignGroup });

    expect(lines(read(answer ?? noMessage()), 2, 4)).toEqual([
      "1. 并列第1名 越城区 稽山花园 100 入选",
      "2. 并列第1名 诸暨市 浣纱名苑 100 入选",
    ]);
  });
});

step("the journal gives back the same tables", async () => {
  const database = await connect(world);
  const { replayed, actual, verified } = await database.replay();
  await database.close();

  expect(replayed).toEqual(actual);
  expect(verified).toMatchObject({ unsealed: 0 });
});
