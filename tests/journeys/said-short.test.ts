import { afterAll, beforeAll, describe, expect } from "vitest";
import { answerIn, read, typedBy } from "./reading.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = async (text: string, userId = "keqiao-1"): Promise<Message> => answerIn(await world.as(userId).says(text));
const all = async (text: string, userId = "keqiao-1"): Promise<string> =>
  (await world.as(userId).says(text)).map(read).join("\n");

const REPORT =
  "工作报告 一、活动开展情况。今年以来认真组织开展示范小区创建，发动街道和社区广泛参与，召开动员会三次，走访小区二十个。";
const PART = "二、主要做法成效。健全机制，压实责任，居民满意度明显提升，物业服务水平提高。";

describe("撤回 alone, once a list is reported", () => {
  step("asks which of those that can be withdrawn, and withdraws nothing", async () => {
    const asked = await says("撤回");
    expect(read(asked)).toContain("请选择撤回哪一项");
    expect(Object.values(typedBy(asked)).filter((typed) => typed.startsWith("撤回申报 "))).toHaveLength(2);
    expect(Object.values(typedBy(asked))).toContain("撤回名单");
    expect(await all("撤回名单")).toContain("即将撤回已报送市级的推荐名单");
    const cancelled = await all("取消");
    expect(cancelled).toContain("已停止办理");
    expect(cancelled).toContain("撤回推荐名单第1版未经确认，不予办理。");
  });

  step("the last version of the report is one of them", async () => {
    await says(REPORT);
    expect(await all("仍然报送")).toContain("第1版");
    expect(await all("撤 回 报告")).toContain("撤回后没有已报送的工作报告");
    expect(await all("确认撤回报告")).toContain("第1版工作报告已撤回");
    await says(REPORT);
    await says("仍然报送");
    const asked = await says("撤回");
    expect(Object.values(typedBy(asked))).toContain("撤回工作报告");
    expect(await all("最后一个")).toContain("请回复序号或名称");
    expect(await all("4")).toContain("将撤回第2版文字");
    expect(await all("确认撤回工作报告")).toContain("第2版工作报告已撤回");
    expect(await all("jd")).not.toContain("报告尚未办完");
  });

  step("a part of a report that waits is named beside 进度 and whether it is handed in", async () => {
    await says(REPORT);
    expect(await all("jd")).toContain("待确认的工作报告尚未办完");
    await says(PART);
    expect(await all("报上去没有")).toContain("待确认的工作报告尚未办完");
    expect(await all("继续")).toContain("已连续收到多段文字");
    expect(await all("给瓜渚湖畔填一下附件一")).toContain("发送「继续 待确认的工作报告」可接着办理");
    expect(await all("瓜渚湖畔附件1填到哪了，什么时候截止")).toMatch(/附件1[\s\S]*截止日期[\s\S]*工作报告/u);
    expect(await all("继续 待确认")).toContain("已连续收到多段文字");
    expect(await all("不报送")).toContain("未报送");
  });
});

describe("questions about the own work", () => {
  step("each is answered from the state, two in a message as well", async () => {
    expect(await all("名单报上去没有")).toMatch(/报送情况[\s\S]*推荐名单：已报送/u);
    expect(await all("瓜渚湖畔办到哪一步了")).toMatch(/办理情况：瓜渚湖畔[\s\S]*初评已提交定稿/u);
    expect(await all("瓜渚湖畔总分多少，批了没有")).toMatch(/初评分数[\s\S]*瓜渚湖畔：[\s\S]*审批情况[\s\S]*尚未公布/u);
    expect(await all("批了没有", "maxiaohan")).toContain("择优尚未提请审批");
  });
});

describe("letters and names", () => {
  step("tj is asked about; with a form open 提交 is one of them and goes to the form", async () => {
    const asked = await says("tj");
    expect(Object.values(typedBy(asked))).toEqual(["提交定稿", "推荐"]);
    await says("取消");
    await says("申报 塔山小区");
    expect(Object.values(typedBy(await says("tj")))).toEqual(["提交", "提交定稿", "推荐"]);
    expect(await all("1")).toContain("塔山小区申报表");
    expect(await all("入住率大概百分之九十五点五吧截止七月三十一号")).toContain(
      "交付率或入住率：95.5%；数据截止日期：",
    );
    expect(await all("剩下都跳过")).toContain("「剩下都跳过」未记入本项");
    expect(await all("还差什么")).toContain("正在填写的“塔山小区”还缺必填8项：申报单位");
    await says("保存退出");
    expect(read(await says("tj"))).toContain("「继续：“塔山小区”的申报表」");
    expect(await all("取消")).toContain("未作选择");
  });

  step("a colleague's form counts for who asks what is missing, with whose it is", async () => {
    expect(await all("还差什么", "keqiao-2")).toMatch(
      /塔山小区：填写中，已填\d+\/\d+项，尚未提交（由柯桥区经办人1填写）/u,
    );
  });

  step("a form is found by its letters, and by a name that is only like it asked back", async () => {
    expect(await all("jxtx tsxq")).toContain("塔山小区申报表");
    await says("保存退出");
    const asked = await says("继续填写踏山");
    expect(read(asked)).toContain("塔山小区");
    expect(read(asked)).not.toContain("已记录");
    await says("取消");
  });

  step("the form's boxes for opinions are no answers to its questions", async () => {
    await says("继续填写 塔山小区");
    const asked = await says("业委会意见\t同意\t9月5日\n社区意见\t同意\t9月6日");
    // Whose they are is asked with what they are for.
    expect(read(asked)).toContain("用于「登记意见 瓜渚湖畔」、「登记意见 柯岩新村」的");
    expect(read(asked)).not.toContain("已登记");
    expect(await all("1")).toContain("已登记业委会、属地社区意见");
    expect(await all("继续")).toContain("塔山小区申报表");
    expect(await all("撤销")).toContain("已撤销上一条消息所记录的内容");
    expect(await all("填了哪些")).toContain("已填0/23项");
    await says("保存退出");
    expect(await all("撤销")).toContain("目前没有打开的申报表");
    expect(await all("帮助")).toContain("填了哪些：");
  });
});

describe("代填 without a district", () => {
  step("asks which, and goes on with what was said", async () => {
    const asked = await says("代填 申报", "maxiaohan");
    expect(Object.values(typedBy(asked))).toContain("代填 柯桥区 申报");
    const refused = await says("初评", "maxiaohan");
    expect(Object.values(typedBy(refused))).toContain("代填 柯桥区 初评");
    expect(Object.values(typedBy(await says("柯桥区", "maxiaohan")))).toEqual([
      "代填 柯桥区 初评 瓜渚湖畔",
      "代填 柯桥区 初评 柯岩新村",
    ]);
  });
});

describe("a report that is pasted before it is asked for", () => {
  step(
    "a report pasted before the command is offered there; a correction changes the one place, and no label is a part of it",
    async () => {
      const pasted = `新昌县工作报告\n一、活动开展情况\n悬挂横幅32条。\n二、主要做法成效\n${"成立联席会议，解决难题。".repeat(3)}\n联系人：经办科室　86210000`;
      expect(await all(pasted, "xinchang-1")).toContain("内容已保留");
      expect(await all("更正：推荐小区2个改为3个；横幅32条改为36条", "xinchang-1")).toContain(
        "此前收到的一段内容尚未办理，内容仍保留",
      );
      // The name that was offered takes the text that was kept.
      const asked = await all("工作报告", "xinchang-1");
      expect(asked).toContain("### 新昌县　工作报告待确认");
      expect(asked).toContain("未作为报告内容：「联系人：经办科室　86210000」。");

      const corrected = await all("更正：横幅32条改为36条", "xinchang-1");
      expect(corrected).toContain("已将「横幅32条」改为「横幅36条」，尚未报送。");
      expect(corrected).not.toContain("最后一段");
      expect(await all("更正：标语32条改为36条", "xinchang-1")).toContain("其中没有「标语32条」");
      await all("另外，还开展了入户走访，共走访200户。", "xinchang-1");
      for (const label of ["报送工作报告", "仍然报送"])
        expect(await all(label, "xinchang-1")).toContain(
          "**最后一段**：文字，共18字：另外，还开展了入户走访，共走访200户。",
        );
      expect(await all("工作报告全文", "xinchang-1")).toContain("悬挂横幅36条。");
      expect(await all("不报送", "xinchang-1")).toContain("工作报告未报送");
    },
  );
});

describe("a form that is handed in", () => {
  step("is changed by the beginning of its name, with what was said", async () => {
    const asked = await says("瓜渚：书记电话改13858500009，地址改越秀路90号");
    expect(read(asked)).toContain("“瓜渚湖畔”的申报已提交，未作任何改动。");
    const change = "瓜渚湖畔的党支部书记电话改为13858500009\n小区地址改为越秀路90号";
    expect(Object.values(typedBy(asked))).toEqual([change, "修改申报 瓜渚湖畔"]);
    const edit = await says("修改 瓜渚");
    expect(Object.values(typedBy(edit))).toEqual(["修改申报 瓜渚湖畔"]);
    const phones = await says("瓜渚电话改13858500009");
    expect(Object.values(typedBy(phones))).toContain("瓜渚湖畔的党支部书记电话改为13858500009");
    const whose = await says("书记电话改13858500009，地址改越秀路90号");
    expect(Object.values(typedBy(whose))).toEqual(
      ["瓜渚湖畔", "柯岩新村"].map((name) => change.replace("瓜渚湖畔", name)),
    );
    const done = await all(change);
    expect(done).toContain("党支部书记电话");
    expect(done).toContain("越秀路90号");
    expect(await all("取消")).toContain("申报");
  });
});
