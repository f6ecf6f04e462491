import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { photoOf } from "../platform/documents/support/photo.ts";
import { pdfOf } from "../platform/documents/support/scan.ts";
import { connect } from "./database.ts";
import { answerIn, cardTexts, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CITY = "maxiaohan";
const OFFICER = "keqiao-1";
const [name = "", second = ""] = compounds.filter(({ district }) => district === "keqiao").map((one) => one.name);

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = async (text: string, userId = OFFICER): Promise<string> =>
  read(answerIn(await world.as(userId).says(text)));

const photo = async (seed: number) => ({ name: `照片${seed}.jpg`, content: await photoOf({ seed }) });

/** The newest card about the return that the person has. */
const card = async (userId = OFFICER): Promise<string> =>
  cardTexts(await world.as(userId).messages()).findLast((text) => text.startsWith(`退回补正　${name}`)) ?? "";

/** The card of the reported list, with its buttons. */
const reportedList = async (): Promise<string> => {
  const found = (await world.as(OFFICER).messages()).findLast(
    ({ card }) => card?.text.startsWith("柯桥区　推荐名单 ") ?? false,
  );
  return found?.card?.text ?? "";
};

const everything = async (userId: string): Promise<string> => (await world.as(userId).messages()).map(read).join("\n");

const CLOSED = "只能修改所列各项：评分3-5";

describe("the city returns a reported case", () => {
  step("not before it is reported: until then the district changes it by itself", async () => {
    expect(await reportedList()).toContain("撤回名单");
    for (const text of ["撤回名单", "确认撤回"]) await says(text);
    expect(await says(`退回补正 ${name} 10月9日：评分3-5 偏高`, CITY)).toContain(`已报送的申报中没有“${name}”`);
    expect(await says("恢复名单")).toContain("第1版");
    expect(await says("退回补正 无此苑 10月9日：评分3-5 偏高", CITY)).toContain("无此苑");
  });

  step("with all defects at once, read whole or not at all, by what and until when", async () => {
    expect(await says(`退回补正 ${name} 10月9日：3-5 照片模糊；材料3-5`, CITY)).toContain(
      "没有读懂是哪一项：“3-5 照片模糊”。没有写明问题：“材料3-5”。均未记录",
    );
    expect(await says(`退回补正 ${name}：评分3-5 偏高`, CITY)).toContain("没有写明补正期限");
    expect(await says(`退回补正 ${name} 9月27日：评分3-5 偏高`, CITY)).toContain("补正期限早于今天");
    expect(await says(`确认退回补正 ${name}`, CITY)).toContain("没有待确认的退回补正");
  });

  step("after a look; 取消 takes it back", async () => {
    const typed = `退回补正 ${name} 10月9日前：评分3-5 偏高；材料3-5 缺夜间照片；小区地址 与盖章件不一致；意见社区 日期有误`;
    await says(typed, CITY);
    expect(await card(CITY)).toContain("评分3-5环境卫生：偏高");
    await says("取消", CITY);
    expect(await says("确认退回补正", CITY)).toContain("未作任何改动");

    await says(typed, CITY);
    expect(await says("确认退回补正", CITY)).toContain("已退回补正，共4项，期限2023年10月9日");
    expect(await card()).toContain("【待补正】材料3-5环境卫生：缺夜间照片");
    expect(await card(CITY)).toContain("阅读情况：已发3人，发送2小时后查询是否已读");
    expect(await card()).not.toContain("阅读情况");
    expect(await says(`退回补正 ${name} 10月9日：评分3-6 偏高`, CITY)).toContain(
      "已退回补正，尚未报送补正，未作任何改动",
    );
  });

  step("who owes it and who waits for it see it among their tasks", async () => {
    await says("待办");
    expect(cardTexts(await world.as(OFFICER).messages()).findLast((text) => text.startsWith("待办"))).toContain(
      `${name}：市级退回补正，期限10月9日，尚未报送补正`,
    );
    expect(await says("补正情况", CITY)).toContain(`柯桥区　${name}：共4项，还有4项待补正，期限2023年10月9日`);
  });
});

describe("what was not named cannot be changed", () => {
  step("neither points nor fields, clauses and opinions, and the list stays", async () => {
    await says(`初评 ${name}`);
    expect(await says("3-6 2 绿化差")).toContain(CLOSED);
    await says(`修改申报 ${name}`);
    expect(await says("改 小区名称 另一小区")).toContain(CLOSED);
    await says("取消");
    expect(await says(`意见 ${name} 业委会 同意 9月20日`)).toContain(CLOSED);
    expect(await says("撤回名单")).toContain(`名单中的“${name}”已退回补正，尚未报送补正，推荐名单不再撤回`);
    expect(await says("推荐")).toContain("未作任何改动");
    expect(await reportedList()).not.toContain("撤回名单");
  });
});

describe("the district corrects", () => {
  step("each defect is changed or explained; before that nothing is reported", async () => {
    expect(await says(`报送补正 ${name}`)).toContain("还有4项待补正（第1、2、3、4项），未报送");
    await says(`初评 ${name}`);
    await says("3-5 3 有零星垃圾");
    expect(await card()).toContain("【已修改】评分3-5环境卫生：偏高");
    await says(`修改申报 ${name}`);
    await says("改 小区地址 柯桥区滨河路300号");
    await says("提交");
    expect(await says(`补正说明 ${name} 2 经核对，已有夜间照片`)).toContain("第2项的说明已记录");
    expect(await says(`补正说明 ${name} 9 无误`)).toContain("没有第9项（共4项）");
    expect(await says(`补正说明 ${name} 4 经核对无误`)).toContain("第4项的说明已记录");
    expect(await says(`初评 ${name}`)).not.toContain("定稿后可列入推荐");
    expect(await says(`报送补正 ${name}`)).toContain("初评尚未提交定稿，未报送");
    await says(`提交定稿 ${name}`);
    await says(`确认定稿 ${name}`);
  });

  step("then it is reported, and the list gets a version that says what it has otherwise", async () => {
    expect(await says(`报送补正 ${name}`)).toContain(`“${name}”的补正已报送市级。`);
    expect(await card()).toContain("已于2023年9月28日报送补正");
    const told = await everything(CITY);
    expect(told).toContain(`柯桥区已报送补正：${name}`);
    expect(told).toContain("【已说明】材料3-5环境卫生：缺夜间照片（说明：经核对，已有夜间照片）");
    expect(told).toContain("柯桥区重新报送了推荐名单，现行的为第2版。");
    expect(told).toContain(`${name}的评价分数由`);
    expect(await reportedList()).toContain("推荐名单（第2版，2个小区）已报送市级");
    expect(await says(`报送补正 ${name}`)).toContain("没有待办的退回补正，未作任何改动");
  });

  step("and its points are bound again", async () => {
    expect(await says(`重新修改 ${name} 再改一次`)).toContain("推荐名单已报送，初评不再修改");
  });
});

describe("each kind of what can be named", () => {
  const typed = [
    ...["评分3-6 理由不足", "材料3-5 缺夜间照片", "小区地址 缺幢号", "意见业委会 日期有误"],
    ...["盖章件 不清晰", "要求8-2 未填报"],
  ].join("；");

  step("is open until it is corrected, and only that", async () => {
    await says(`退回补正 ${second} 10月9日：${typed}`, CITY);
    expect(await says("确认退回补正", CITY)).toContain("已退回补正，共6项");
    const others = [`要求 ${second} 9-1符合`, `初评 ${second}`];
    const said = [];
    for (const text of others) said.push(await says(text));
    said.push(await says("3-5 3 有垃圾"));
    expect(said.filter((one) => one.includes("只能修改所列各项"))).toHaveLength(2);
    // Refused when it is said, not once the picture is ready.
    const refused = await world.as(OFFICER).drops([await photo(1)], { text: `${second} 3-6 绿化` });
    expect(refused.map(read).join("\n")).toContain(`“${second}”已退回补正，只能修改所列各项：评分3-6`);
    await world.advanceTo("2023-09-28T09:10:00+08:00");
  });

  step("and is ticked off as it is corrected", async () => {
    const open = () => says(`报送补正 ${second}`);
    expect(await open()).toContain("还有6项待补正（第1、2、3、4、5、6项）");
    await says(`初评 ${second}`);
    await says("3-6 4 东侧绿化缺株");
    expect(await open()).toContain("（第2、3、4、5、6项）");
    await world.as(OFFICER).drops([await photo(2)], { text: `${second} 3-5 夜间` });
    await world.advanceTo("2023-09-28T09:20:00+08:00");
    expect(await open()).toContain("（第3、4、5、6项）");
    for (const text of [`修改申报 ${second}`, "改 小区地址 柯桥区湖滨路1号3至9幢", "提交"]) await says(text);
    expect(await open()).toContain("（第4、5、6项）");
    await says(`意见 ${second} 业委会 同意 9月21日`);
    expect(await open()).toContain("（第5、6项）");
    await says(`要求 ${second} 8-2符合`);
    expect(await open()).toContain("（第5项）");
    const paper = await world.as(OFFICER).drops({ name: "扫描件.pdf", content: await pdfOf(undefined) });
    expect(read(answerIn(paper))).toContain("附件3盖章件");
    for (const text of ["申报表盖章件 扫描件.pdf", second]) await says(text);
    for (const text of [`提交定稿 ${second}`, `确认定稿 ${second}`]) await says(text);
    expect(await open()).toContain(`“${second}”的补正已报送市级。`);
  });
});

describe("a correction after its day", () => {
  step("is asked for the reason, nothing half done; then it is marked", async () => {
    await says(`退回补正 ${name} 9月29日：材料1-1 不清晰`, CITY);
    await says("确认退回补正", CITY);
    await says(`补正说明 ${name} 1 原件即如此`);
    expect(await says(`重新修改 ${name} 再改一次`)).toContain(
      "尚未报送补正，初评不再修改；确有变化的，请与活动联系人联系",
    );
    await world.advanceTo("2023-09-30T00:00:00+08:00");
    expect(await says(`报送补正 ${name}`)).toContain("补正期限2023年9月29日已过，未报送");
    expect(await says(`补正延期 ${name} 10月9日 经办人休假`)).toContain(
      `“${name}”的补正期限（9月29日）已过，不能再延期。仍可报送补正，须写明逾期原因。`,
    );
    expect(await says("补正情况", CITY)).toContain(name);
    expect(await says(`报送补正 ${name} 逾期原因 经办人休假`)).toContain("的补正已报送市级");
    expect(await card()).toContain("逾期原因：经办人休假。");
    expect(await says("补正情况", CITY)).toContain("没有退回补正的事项");
  });

  step("before its day the district asks for more time, with a working day before 公布 and a reason", async () => {
    await says(`退回补正 ${name} 10月9日：评分3-5 偏低`, CITY);
    await says("确认退回补正", CITY);
    const asks = (rest: string, userId = OFFICER) => says(`补正延期 ${name} ${rest}`, userId);
    expect(await asks("9月31日 正在补拍")).toContain("没有“9月31日”这一天，未作任何改动。");
    expect(await asks("9月29日 正在补拍")).toContain("9月29日已过（今天是9月30日）");
    expect(await asks("10月9日 正在补拍")).toContain("10月9日不晚于现在的补正期限（10月9日），无须延期");
    expect(await asks("10月14日 正在补拍")).toContain("10月14日是休息日，请改为工作日，原补正期限不变。");
    expect(await asks("10月16日 正在补拍")).toContain("10月16日过晚，补正最晚可延至10月14日");
    expect(await asks("10月12日")).toContain("没有写明理由，未作任何改动。");
    expect(await asks("10月12日 正在补拍", "yuecheng-1")).not.toContain("等待活动联系人决定");
    expect(await says(`准予补正延期 ${name}`, CITY)).toContain("没有等待决定的补正延期申请，未作任何改动。");
  });

  step("on the card of the return, and the organizer grants it: the new day is the return's", async () => {
    await world.as(OFFICER).presses("补正延期");
    await world.as(OFFICER).submits({ until: "2023-10-12", reason: "正在补拍" });
    const asked = cardTexts(await world.as(CITY).messages()).findLast((text) => text.startsWith("补正延期　"));
    expect(asked).toContain(`柯桥区“${name}”的补正期限为10月9日，拟延至10月12日。`);
    await says("待办", CITY);
    expect(await everything(CITY)).toContain(`${name}：补正延期申请待您决定`);
    expect(await card()).toContain("请于2023年10月9日前改正");

    expect(await says(`不予补正延期 ${name}`, CITY)).toContain("请写明不予延期的意见，未办理。");
    await world.as(CITY).submits({ verdict: "no" });
    expect(await everything(CITY)).toContain("请写明不予延期的意见，未办理。");
    await world.as(CITY).submits({ verdict: "no", opinion: "请先报送其余各项" });
    expect(await everything(OFFICER)).toContain("办理意见：请先报送其余各项。");
    expect(await card()).toContain("请于2023年10月9日前改正");

    await world.as(OFFICER).submits({ until: "2023-10-12", reason: "正在补拍" });
    await world.as(CITY).submits({ verdict: "yes" });
    expect(await everything(OFFICER)).toContain(`“${name}”的补正准予延至10月12日（含当日）。`);
    expect(await card()).toContain("请于2023年10月12日前改正");
    expect(await says(`不予补正延期 ${name} 请按期完成`, CITY)).toContain("没有等待决定的补正延期申请");
  });

  step("a return is taken back by the city, and everything is as it was", async () => {
    expect(await says(`撤销退回补正 ${name}`, CITY)).toContain("已撤销退回补正");
    expect(await everything(OFFICER)).toContain(`市级已撤销“${name}”的退回补正`);
    expect(await says(`补正 ${name}`)).toContain("没有待办的退回补正");
  });
});

describe("the journal", () => {
  step("replayed gives the same returns, with what was explained and what came late", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();

    expect(actual.case_return).toHaveLength(4);
    expect(replayed.case_return).toEqual(actual.case_return);
    expect(actual.return_extension).toHaveLength(2);
    expect(replayed.return_extension).toEqual(actual.return_extension);
  });
});
