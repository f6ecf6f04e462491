import { afterAll, beforeAll, describe, expect } from "vitest";
import { answerIn, read, typedBy } from "./reading.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

const answerTo = (messages: readonly Message[]): Message => answerIn(messages);
const textOf = (messages: readonly Message[]): string => read(answerTo(messages));

describe("a clerk who answers what stands further up", () => {
  const step = story();
  const clerk = () => world.as("keqiao-1");
  const asked: Message[] = [];
  const OPEN = "请填写【审批单位】";

  step("an answer that quotes an earlier question goes to it, and the open one is asked again", async () => {
    await clerk().says("申报");
    asked.push(answerTo(await clerk().says("滨河花园")));
    asked.push(answerTo(await clerk().says("滨河花园业主委员会")));
    await clerk().says("业主组织");
    expect(read(asked[0] ?? never())).toContain("【申报单位】");

    const answer = textOf(await clerk().says("滨河花园业主大会", { quote: asked[0]?.id ?? "" }));

    expect(answer).toContain("已记录　申报单位：滨河花园业主大会");
    expect(answer).toContain(OPEN);
  });

  step("a question left for a day steps aside with a word, and 继续 goes on with it", async () => {
    await world.advanceTo("2023-08-22T12:00:00+08:00");
    const said = (await clerk().says("进度")).map(read);
    expect(said.at(-1)).toContain("“滨河花园”的申报表尚未办完，已暂放");
    expect(textOf(await clerk().says("区建设局"))).toContain("未能识别");
    expect(textOf(await clerk().says("继续"))).toContain(OPEN);
  });

  step("a quoted message that asks nothing takes no answer while a question is open", async () => {
    const [progress] = (await clerk().messages()).filter((message) => read(message).includes("办理进度"));
    const answer = textOf(await clerk().says("柯桥区住房和城乡建设局", { quote: progress?.id ?? "" }));
    expect(answer).toBe(read(answerTo(await clerk().messages())));
    expect(answer).toContain("您引用的消息不等待答复");
  });

  step("after a day a text may be no answer any more, so it is asked about", async () => {
    await world.advanceTo("2023-08-23T13:00:00+08:00");
    expect(textOf(await clerk().says("柯桥区住房和城乡建设局"))).toContain("是对该问题的答复吗");
    expect(textOf(await clerk().says("内容：柯桥区住房和城乡建设局"))).toContain("已记录");
  });

  step("小区地址改为… changes the field of the form that is open, beside its question and outside", async () => {
    expect(textOf(await clerk().says("申报单位改为滨河花园业委会"))).toContain("已记录　申报单位：滨河花园业委会");
    await clerk().says("保存退出");
    expect(textOf(await clerk().says("把滨河花园的小区地址改成滨河路8号"))).toContain("已记录　小区地址：滨河路8号");
  });

  step("the answer to 请选择 goes to no other open question: by number or name, else it is asked again", async () => {
    await clerk().says("另填一份 湖滨小区");
    expect(textOf(await clerk().says("继续填写"))).toContain("请选择接着填写");
    expect(textOf(await clerk().says("知道了"))).toContain("请回复序号或名称");
    const shown = (await clerk().says("滨河花园")).map(read).join("\n");
    expect(shown).toContain("滨河花园");
    expect(shown).not.toContain("已记录");
    expect((await clerk().says("继续填写 湖滨")).map(read).join("\n")).toContain("湖滨小区申报表");
    expect(textOf(await clerk().says("同滨河花园"))).toContain("已记录　申报单位：滨河花园业委会");
    await clerk().says("保存退出");
  });

  step("of several open ones 继续 names each", async () => {
    const which = textOf(await clerk().says("继续"));
    expect(which).toContain("“滨河花园”的申报表");
    expect(which).toContain("“湖滨小区”的申报表");
    const change = textOf(await clerk().says("小区地址改为湖滨路1号"));
    expect(change).toContain("请选择修改哪一份");
    expect(textOf(await clerk().says("湖滨小区的小区地址改为湖滨路1号"))).toContain("已记录　小区地址：湖滨路1号");
    expect(textOf(await clerk().says("继续 滨河花园"))).toContain("滨河花园");
  });

  step("a form that is not submitted is shown to who fills it in, and is no case to others yet", async () => {
    const said = (await clerk().says("查看 滨河花园")).map(read).join("\n");
    expect(said).toContain("尚未提交，以下为已填内容，仅供查看");
    expect(said).toContain("滨河路8号");
    expect(textOf(await world.as("keqiao-2").says("查看 滨河花园"))).toContain("提交后才能办理这一事项");
  });
});

describe("a clerk with two compounds of one name", () => {
  const step = story();
  const clerk = () => world.as("yuecheng-1");
  const form = (address: string) =>
    [
      "附件3",
      "绍兴市“美好家园”示范小区申报表",
      `小区名称\t曹娥花园\t\t小区地址\t${address}`,
      "申报单位\t府山街道办事处\t\t审批单位\t",
      "申报单位负责人\t周伟\t电话\t13957512345",
      "党支部书记\t吴敏\t电话\t13957500003",
      "申报材料\t建成于2012年，共18幢860户。",
      "近两年内是否发生重大安全责任事故\t否",
      "备注\t",
    ].join("\n");

  step("hands in both forms as they were pasted", async () => {
    for (const address of ["曹娥路2号", "凤山路90号"]) {
      await clerk().says(address === "曹娥路2号" ? "申报" : "嗯，再报一个");
      expect(textOf(await clerk().says(form(address)))).toContain(`已记录　小区地址：${address}`);
      expect(textOf(await clerk().says("提交"))).toContain("曹娥花园申报表");
      expect(read(answerTo(await clerk().says("提交")))).toContain("已提交");
      const card = (await clerk().messages()).map(read).findLast((text) => /^越城区　曹娥花园申报表/u.test(text)) ?? "";
      expect(card).toMatch(/^越城区　曹娥花园申报表 已提交/u);
      expect(card).not.toContain("已填");
    }
  });

  step("is asked which one, told apart by the address: by number, by name and by button", async () => {
    const which = answerTo(await clerk().says("修改申报 曹娥"));
    const listed = Object.keys(typedBy(which));
    expect(read(which)).toContain(listed.map((typed) => typed.replace("修改申报 ", "")).join("、"));
    expect(typedBy(which)).toEqual({
      "修改申报 曹娥花园 曹娥路2号": "修改申报 曹娥花园 曹娥路2号",
      "修改申报 曹娥花园 凤山路90号": "修改申报 曹娥花园 凤山路90号",
    });
    expect(textOf(await clerk().says("知道了"))).toContain("请回复序号或名称");
    const shown = (await clerk().says(String(listed.indexOf("修改申报 曹娥花园 凤山路90号") + 1))).map(read).join("\n");
    expect(shown).toContain("凤山路90号");
    expect(shown).not.toContain("已记录");
    await clerk().says("保存退出");
    await clerk().says("修改申报 曹娥");
    expect((await clerk().says("凤山路90号")).map(read).join("\n")).toContain("凤山路90号");
    await clerk().says("保存退出");
    await clerk().says("修改申报 曹娥");
    expect((await clerk().says("修改申报 曹娥花园 曹娥路2号")).map(read).join("\n")).toContain("曹娥路2号");
    await clerk().says("保存退出");
  });

  step(
    "each question names the compound; what is said of another is asked about, of the same goes to its field",
    async () => {
      await clerk().says("申报 塔山小区");
      const asked = textOf(await clerk().says("府山街道办事处"));
      expect(asked).toContain("塔山小区申报表");
      const other = answerTo(await clerk().says("曹娥花园地址凤山路91号"));
      expect(read(other)).toContain("“曹娥花园”的“小区地址”，还是本项的内容？");
      expect(Object.keys(typedBy(other))).toContain("曹娥花园的小区地址改为凤山路91号");
      expect(textOf(await clerk().says("塔山小区地址解放南路66号"))).toContain("已记录　小区地址：解放南路66号");
    },
  );

  step(
    "the label of a button, typed, is the button; 进度 says that the question still waits, 继续 shows it",
    async () => {
      const refused = textOf(await clerk().says("申报单位负责人：周伟\n填表人：李四"));
      expect(refused).toContain("「填表人：李四」不是本表的栏目");
      expect(textOf(await clerk().says("记录其余1项"))).toContain("已记录　申报单位负责人：周伟");
      const progress = (await clerk().says("进度")).map(read).join("\n");
      expect(progress).toContain("“塔山小区”的申报表尚未办完，仍在等待您的答复");
      expect(textOf(await clerk().says("继续"))).toContain("塔山小区申报表");
      expect((await clerk().says("再报一个")).map(read).join("\n")).toContain("小区申报表");
      await clerk().says("保存退出");
    },
  );

  const other = "小区名称\t龙山新村\n申报单位\t府山街道办事处\n小区地址\t府横街8号";

  step("another compound's form pasted into a filled one is asked about; 另填一份 keeps both", async () => {
    await clerk().says("继续填写 塔山小区");
    const asked = answerTo(await clerk().says(other));
    expect(read(asked)).toContain("收到的小区名称是“龙山新村”，本表是“塔山小区”，整条未保存");
    expect(Object.keys(typedBy(asked))).toEqual(expect.arrayContaining(["另填一份", "改写本表"]));
    expect((await clerk().says("另填一份")).map(read).join("\n")).toContain("已记录　小区地址：府横街8号");
    await clerk().says("保存退出");
    expect((await clerk().says("继续填写 塔山小区")).map(read).join("\n")).toContain("塔山小区申报表");
    await clerk().says("保存退出");
  });

  step("a form that is given up is deleted once that is confirmed", async () => {
    expect(textOf(await clerk().says("删除申报表 龙山新村"))).toContain("将删除“龙山新村”的申报表（已填3项");
    expect(textOf(await clerk().says("确认删除申报表 龙山新村"))).toContain("“龙山新村”的申报表已删除");
    expect(textOf(await clerk().says("删除申报表 龙山新村"))).toContain("没有您正在填写、未提交的申报表");
  });

  step("a form pasted with nothing open is offered, its text kept", async () => {
    const asked = textOf(await clerk().says(other));
    expect(asked).toContain("收到一段内容，尚未办理，内容已保留");
    expect((await clerk().says("1")).map(read).join("\n")).toContain("已记录　小区地址：府横街8号");
    await clerk().says("保存退出");
  });

  step("a table pasted before other commands is still there for 申报", async () => {
    expect(textOf(await clerk().says(TABLE))).toContain("用于「申报」的，请点击");
    await clerk().says("进度");
    await clerk().says("待办");
    const asked = answerTo(await clerk().says("申报"));
    expect(read(asked)).toContain("此前收到的一段内容");
    expect(Object.keys(typedBy(asked))).toEqual(["用于申报", "不用这段内容"]);
    expect((await clerk().says("用于申报")).map(read).join("\n")).toContain("收到不止一份申报表的内容，整条未保存");
  });

  step("the name of a field of the open form is no command, whatever stands behind it", async () => {
    const text = "小区绿化率百分之三十五 满意度百分之九十二 有电动车充电棚两处";
    expect((await clerk().says(`材料 ${text}`)).map(read).join("\n")).toContain("已记录　申报材料：共29字：小区绿化率");
    const asked = answerTo(await clerk().says("材料 绿化率百分之三十五"));
    expect(typedBy(asked)).toEqual({
      "填写“申报材料”": "申报材料：绿化率百分之三十五",
      办理材料: "/材料 绿化率百分之三十五",
    });
    await clerk().says("保存退出");
  });

  step("a change of one of two submitted forms is answered by number, or by what tells it apart", async () => {
    const asked = answerTo(await clerk().says("曹娥花园的申报单位改为府山街道社区办"));
    expect(read(asked)).toContain("请选择修改哪一份");
    expect((await clerk().says("2")).map(read).join("\n")).toContain("已记录　申报单位：府山街道社区办");
    await clerk().says("保存退出");
  });
});

describe("a clerk who writes short and pastes", () => {
  const step = story();
  const clerk = () => world.as("shangyu-1");
  const BELOW = "申报单位：上虞港湾物业服务有限公司\n小区地址：港湾路1号";
  const follows = async (label: string): Promise<string> => textOf((await clerk().opensLink(label)).news);
  const filled = async (): Promise<string[]> =>
    textOf(await clerk().says("填了哪些"))
      .split("\n")
      .filter((line) => line.startsWith("**") && !line.endsWith("：未填写"))
      .map((line) => line.replaceAll("**", ""));
  const asked = (answer: string): string | undefined => answer.split("\n")[1];

  step("申报表 before the name is none of the name", async () => {
    await clerk().says("申报");
    expect(asked(textOf(await clerk().says("申报表 滨江花园")))).toBe("已记录　小区名称：滨江花园");
    expect(await filled()).toEqual(["小区名称：滨江花园"]);
  });

  step("a word of a label is none of the value, and 删 with it empties the field", async () => {
    await clerk().says("改 物业服务企业名称");
    expect(asked(textOf(await clerk().says("物业 城北物业")))).toBe("已记录　物业服务企业名称：城北物业");
    await clerk().says("备注：楼道正在粉刷，九月完工");
    expect(await filled()).toEqual([
      "小区名称：滨江花园",
      "物业服务企业名称：城北物业",
      "备注：共11字：楼道正在粉刷，九月完工",
    ]);
    expect(asked(textOf(await clerk().says("删 备注")))).toBe("“备注”的内容已清除。");
    expect(await filled()).toEqual(["小区名称：滨江花园", "物业服务企业名称：城北物业"]);
  });

  step("a person with a number is no 备注: the button records whose it is", async () => {
    await clerk().says("改 备注");
    const answer = answerTo(await clerk().says("王建国13805751122"));
    expect(asked(read(answer))).toBe(
      "「王建国13805751122」似为其他栏目的数据，未记入“备注”。可以记录：申报单位负责人：王建国；申报单位负责人电话：13805751122；业委会主任：王建国；业委会主任电话：13805751122；党支部书记：王建国；党支部书记电话：13805751122。请点击或回复所列内容。确为“备注”内容的，请写作「内容：…」。",
    );
    expect(await follows("党支部书记：王建国；党支部书记电话：13805751122")).toContain(
      "已记录　党支部书记：王建国\n已记录　党支部书记电话：13805751122",
    );
    expect(await filled()).toEqual([
      "小区名称：滨江花园",
      "党支部书记：王建国",
      "党支部书记电话：13805751122",
      "物业服务企业名称：城北物业",
    ]);
  });

  step("内容：… goes to the field that was named for it, also behind a number", async () => {
    await clerk().says("改 申报材料");
    const answer = answerTo(await clerk().says("4. 项目名称：滨江花园一期、二期"));
    expect(asked(read(answer))).toBe(
      "「项目名称：滨江花园一期、二期」是“项目名称”的内容，还是“申报材料”的一部分？未保存，请点击或回复其中一项。",
    );
    expect(Object.keys(typedBy(answer)).slice(0, 3)).toEqual([
      "项目名称：滨江花园一期",
      "项目名称：二期",
      "内容：4. 项目名称：滨江花园一期、二期",
    ]);
    expect(asked(textOf(await clerk().says("内容：滨江花园一期、二期")))).toBe("已记录　项目名称：滨江花园一期、二期");
    await clerk().says("改 备注");
    await clerk().says("4. 业委会主任：赵「老」强");
    expect(asked(textOf(await clerk().says("内容：赵老强")))).toBe("已记录　业委会主任：赵老强");
  });

  step(
    "another name with rows below is asked about wherever the form stands, and 另填一份 loses none of them",
    async () => {
      for (const open of ["申报单位", "备注", "交付率或入住率"]) {
        await clerk().says(`改 ${open}`);
        const answer = answerTo(await clerk().says(`申报 金色港湾\n${BELOW}`));
        expect(asked(read(answer))).toBe(
          "收到的小区名称是“金色港湾”，本表是“滨江花园”，整条未保存。属于另一份的，请点击或回复「另填一份」；确属本表更改的，请点击或回复「改写本表」，本表的相应栏目即以收到的内容替换。",
        );
        expect(Object.keys(typedBy(answer)).slice(0, 2)).toEqual(["另填一份", "改写本表"]);
      }
      await follows("另填一份");
      expect(await filled()).toEqual([
        "小区名称：金色港湾",
        "申报单位：上虞港湾物业服务有限公司",
        "小区地址：港湾路1号",
      ]);
      await clerk().says("保存退出");
    },
  );
});

describe("a clerk who pastes what is due later", () => {
  const step = story();
  const clerk = () => world.as("xinchang-1");
  const said = async (text: string, userId = "xinchang-1"): Promise<string> =>
    (await world.as(userId).says(text)).map(read).join("\n");

  step("a report that is sent again below 更正后： takes the place of its parts, and is handed in so", async () => {
    const lineOf = (text: string, label: string) => text.split("\n").filter((line) => line.startsWith(`**${label}**`));
    await said("工作报告");
    await said("一、活动开展情况：动员会3次，走访小区二十个。\n二、主要做法成效：解决停车难题。");
    await said("三、存在问题：停车位不足。\n四、下一步工作建议：加强培训。\n五、推广实施：在三个镇推广。");
    const again = await said("更正后：一、活动开展情况：动员会2次，走访小区二十个。");
    expect(again.split("\n")[1]).toBe(
      "“活动开展情况”已有内容，现以重新发送的为准，原内容不再保留；其余部分不变。需两段都保留的，请不报送，合为一份后重新发送。",
    );
    expect(lineOf(again, "活动开展情况")).toEqual(["**活动开展情况**：14字：动员会2次，走访小区二十个。"]);
    expect(lineOf(again, "下一步工作建议")).toEqual(["**下一步工作建议**：5字：加强培训。"]);
    const { news } = await clerk().opensLink("仍然报送");
    expect(news.map(read).join("\n")).toContain("工作报告已收到（第1版）");
    expect(await said("工作报告全文")).toContain(
      "一、活动开展情况：动员会2次，走访小区二十个。\n二、主要做法成效：解决停车难题。\n三、存在问题：停车位不足。",
    );
  });

  step("a request for time on lines is read whatever their order; without a day its form is told", async () => {
    expect(await said("申请延期 工作报告\n原因：材料核实\n联系人：经办科室 86210000", "shengzhou-1")).toContain(
      "没有写明延至哪一天，未作任何改动。请发送「申请延期 工作报告 10月",
    );
    expect(await said("延期情况", "shengzhou-1")).toContain("目前没有延期申请。");
    expect(await said("申请延期\n理由：材料核实\n事项：工作报告\n日期：10月25日", "shengzhou-1")).toContain(
      "已申请将工作报告延至10月25日，理由：材料核实。等待活动联系人决定，此前原截止日期不变。",
    );
    expect(await said("延期情况", "shengzhou-1")).toContain("嵊州市　工作报告：拟延至10月25日，待决定");
  });
});

const TABLE = `序号\t小区名称\t所在街道\t建成年份\t户数\t物业服务企业\t物业费收缴率\t项目负责人\t联系电话
1\t滨江花园\t塔山街道\t2009年\t986\t绍兴市绿城物业服务有限公司\t0.955\t王建国\t+86 138-5751-2233
2\t锦绣家园\t府山街道\t2013年\t720\t浙江金昌物业服务有限公司\t96%\t陈丽娟\t0575-82112345转806`;

function never(): never {
  throw new Error("nothing was asked");
}
