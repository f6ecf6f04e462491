import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { wordWithName } from "../../../src/campaign/application/several-forms.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);

const REVIEW = "";
const at = (label: string, known: Record<string, string | number> = {}): FormState => ({
  ...openAt(begin(form), label === REVIEW ? undefined : fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const buttonsOf = ({ outcome }: ReturnType<typeof say>): readonly string[] => [
  ...("readings" in outcome ? (outcome.readings ?? []) : []),
  ...("offer" in outcome && outcome.offer ? [outcome.offer.typed] : []),
];
const sentenceOf = ({ outcome }: ReturnType<typeof say>): string =>
  "sentence" in outcome ? outcome.sentence : "notes" in outcome ? (outcome.notes ?? []).join("") : "";

describe("what names another field is asked about, and offered for that field only", () => {
  test.each([
    ["申报单位", "党支部书记李伟忠嗯不是王丽萍书记电话跟那个幺五八六七五零零幺二三", ["党支部书记电话：15867500123"]],
    ["审批单位", "嗯组织形式的话是业主委员会吧已经成立了", ["业主组织形式：业主委员会"]],
    ["业主组织形式", "数据到八月二十五号", ["数据截止日期：2023年8月25日"]],
    ["业主组织形式", "那数据截止日期就是八月二十五号", ["数据截止日期：2023年8月25日"]],
    ["业主组织形式", "近两年没出过安全事故啊没有", ["近两年内重大安全责任事故：无"]],
    [REVIEW, "对了数据截止日期八月二十五号啊", ["数据截止日期：2023年8月25日"]],
    [
      "申报单位",
      "入住率大概百分之九十五点五吧截止七月三十一号",
      ["填报指标：入住率；交付率或入住率：95.5%；数据截止日期：2023年7月31日"],
    ],
    ["申报单位", "入住率大概百分之九十五点五吧", ["填报指标：入住率；交付率或入住率：95.5%"]],
    ["申报单位", "地址陶朱街道滨江路两百六十六号啊", ["小区地址：陶朱街道滨江路两百六十六号"]],
    [
      "业主组织形式",
      "1600户 入住85 截止0820 事故没有",
      ["填报指标：入住率；交付率或入住率：85%；数据截止日期：2023年8月20日；近两年内重大安全责任事故：无"],
    ],
    ["审批单位", "再把业委会主任电话也写上跟负责人一样的", []],
    ["小区名称", "地址最后那个门牌是幺二八号不对是幺三八号", []],
    [
      "备注",
      "没有党支部名称就叫江滨一品党支部",
      ["党支部名称：江滨一品党支部", "内容：没有党支部名称就叫江滨一品党支部"],
    ],
    ["备注", "物业服务企业", ["申报单位类型：物业服务企业", "内容：物业服务企业"]],
  ])("%s: %s", (label, text, buttons) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(buttons);
    expect(sentenceOf(asked)).toContain("未保存");
  });

  test("what is the same as another is offered with that value", () => {
    const known = { 申报单位负责人电话: "13600000001" };
    const asked = say(at("审批单位", known), "业委会主任电话同负责人电话");
    expect(buttonsOf(asked)).toEqual(["业委会主任电话：13600000001"]);
    expect(answersOf(say(asked.state, "业委会主任电话：13600000001").state)).toEqual({
      ...known,
      业委会主任电话: "13600000001",
    });
  });

  test("a saved answer is not replaced by what was said of another field", () => {
    const known = { 小区名称: "望江花园" };
    expect(answersOf(say(at("小区名称", known), "地址最后那个门牌是幺二八号不对是幺三八号").state)).toEqual(known);
  });

  test("a number of fields in one breath, each cut where the next begins", () => {
    const asked = say(at("申报单位"), "申报单位是江滨一品业主委员会类型业主组织负责人周建平电话幺三六零零零零幺二三四");
    expect(buttonsOf(asked)).toEqual([
      "申报单位：江滨一品业主委员会；申报单位类型：业主组织；申报单位负责人：周建平；申报单位负责人电话：13600001234",
    ]);
    const changed = say(at(REVIEW), "小区地址改为暨阳街道望江路幺三八号项目名称也改成望江华园");
    expect(buttonsOf(changed)).toEqual(["小区地址：暨阳街道望江路138号；项目名称：望江华园"]);
  });

  test.each(["2015.6 建筑面积16.8万 容积率2.2", "江滨一品在陶朱街道滨江路两百六十六号"])(
    "小区名称: %s is no name",
    (text) => {
      expect(answersOf(say(at("小区名称"), text).state)).toEqual({});
    },
  );
});

describe("words for the form are no content", () => {
  test.each([
    ["党支部名称", "剩下都跳过", ["跳过", "提交"]],
    ["党支部名称", "其他的都不填了", ["跳过", "提交"]],
    ["申报单位", "撤", ["撤销"]],
    ["项目名称", "不对 删", ["撤销"]],
    ["申报单位类型", "查", ["填了哪些"]],
    ["申报材料", "先这样", []],
  ])("%s: %s", (label, text, buttons) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(buttons);
  });

  test("好的 does not confirm words that were refused", () => {
    const asked = say(at("审批单位"), "3栋");
    expect(buttonsOf(asked)).toEqual([]);
    const agreed = say(asked.state, "ok");
    expect(answersOf(agreed.state)).toEqual({});
    expect(buttonsOf(agreed)).toEqual(["确认"]);
    const bare = say(say(at("申报单位"), "3栋").state, "ok");
    expect(answersOf(bare.state)).toEqual({});
    expect(buttonsOf(bare)).toEqual([]);
  });

  test("好记录吧 records what waits; an order among rows is sent on its own", () => {
    const asked = say(at("申报单位"), "小区名称：甲苑；入住率：好");
    expect(answersOf(say(asked.state, "好记录吧").state)).toEqual({ 小区名称: "甲苑" });
    const apart = say(asked.state, "记录其余1项\n所属街道：百官街道");
    expect(answersOf(apart.state)).toEqual({});
    expect(sentenceOf(apart)).toContain("「记录其余1项」请单独发送");
  });

  test("no name that is empty stands in anything", () => {
    expect(wordWithName("经过 锦绣花园", ["", "锦绣花园"])).toBe("锦绣花园");
    expect(wordWithName("保存退出", [""])).toBeUndefined();
  });
});

describe("what was read into the wrong place", () => {
  const some = "近两年内重大安全责任事故";
  test.each(["没", "没有伤亡"])("%s is no kind of accident", (text) => {
    const asked = say(say(at(some), "有 2023.3.5").state, text);
    expect(answersOf(asked.state)).toEqual({});
    expect(buttonsOf(asked)).toEqual(["无", "待核实"]);
    expect(answersOf(say(asked.state, "无").state)).toEqual({ [some]: { choice: "none", details: {} } });
  });

  test.each([
    ["物业服务企业名称", "物业锦绣物业公司", "锦绣物业公司"],
    ["申报单位", "申报单位西施公寓业委会哦不对是物业公司诸暨安居物业", "诸暨安居物业"],
    ["审批单位", "审批单位确认", "绍兴市住房和城乡建设局"],
    ["党支部名称", "党支部名称东湖小区党支部就这个", "东湖小区党支部"],
  ])("%s: %s", (label, text, value) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: value });
  });

  test("a field named behind 吧, and another one before the own name, are none of the content", () => {
    expect(buttonsOf(say(at("申报单位"), "嗯申报单位大唐街道办事处吧类型街道"))).toEqual([
      "申报单位：大唐街道办事处；申报单位类型：街道（乡镇）",
    ]);
    expect(answersOf(say(at("备注"), "单位锦绣物业，备注无").state)).toEqual({});
    expect(answersOf(say(at("申报材料"), "申报材料嘛还没想好").state)).toEqual({});
  });

  test("more of a text is offered as an addition", () => {
    const asked = say(at("备注", { 备注: "物业费三块五" }), "备注那个嗯再加上电梯年检过了");
    expect(buttonsOf(asked)).toEqual(["备注加上电梯年检过了", "改为所发内容", "不记录"]);
    expect(answersOf(say(asked.state, "备注加上电梯年检过了").state)).toEqual({
      备注: expect.stringMatching(/^物业费三块五.*电梯年检过了$/su),
    });
  });
});

describe("an offer", () => {
  test("that still waits is taken after other words", () => {
    const asked = say(at("备注", { 备注: "去年评过优秀小区" }), "备注：电梯正在加装二号楼那边");
    const between = say(asked.state, "查看");
    expect(answersOf(say(between.state, "改为所发内容").state)).toEqual({ 备注: "电梯正在加装二号楼那边" });
  });

  test("is not in doubt through a correction of something else", () => {
    const asked = say(at("小区名称"), "申报单位负责人：陈建国；入住率：好");
    const other = say(asked.state, "物业服务企业名称不对应该是：1");
    expect(answersOf(say(other.state, "记录其余1项").state)).toEqual({ 申报单位负责人: "陈建国" });
  });

  test("of a refused field is sent with the name of the field", () => {
    const asked = say(at("小区名称"), "小区地址：百官街道东山路1号\t建成年份：2009\n入住率：90%左右吧");
    expect(buttonsOf(asked)).toEqual(["小区地址：百官街道东山路1号", "交付率或入住率：90%"]);
    expect(answersOf(say(asked.state, "交付率或入住率：90%").state)).toEqual({ 交付率或入住率: 90 });
  });

  test("of a community as the applicant does not say that more stands in it", () => {
    expect(sentenceOf(say(at("项目名称"), "申报单位：曹娥街道滨江社区"))).not.toContain("还有其他内容");
  });
});

describe("what is pasted", () => {
  test.each([
    [
      "申报单位类型\t审批单位\t业主组织形式\t备注\n物业服务企业\t确认\t业主委员会\t/",
      { 申报单位类型: "enterprise", 审批单位: "绍兴市住房和城乡建设局", 业主组织形式: "ownersCommittee" },
    ],
    [
      "王科，材料如下：\n小区名称\t小区地址\t负责人\t电话\n滨江花园\t曹娥街道滨江路1号\t赵七\t13600000001",
      {
        小区名称: "滨江花园",
        小区地址: "曹娥街道滨江路1号",
        申报单位负责人: "赵七",
        申报单位负责人电话: "13600000001",
      },
    ],
    [
      "• 申报单位类型：物业服务企业；• 业主组织形式：业主委员会；• 所属街道：百官街道",
      { 申报单位类型: "enterprise", 业主组织形式: "ownersCommittee", 所属街道: "百官街道" },
    ],
    ["业委会主任：孙巴；联系电话不变", { 业委会主任: "孙巴" }],
  ])("%s", (text, answers) => {
    expect(answersOf(say(at("项目名称"), text).state)).toEqual(answers);
  });

  test("two cases below a line of introduction are two", () => {
    const text = "再报两个小区：\n小区名称\t小区地址\n滨江花园\t滨江路1号\n百合苑\t百合路8号";
    expect(sentenceOf(say(at("小区名称"), text))).toContain("不止一份申报表");
  });

  test("who is to be contacted below a text is none of it", () => {
    const text = "申报材料：党支部每月开会，矛盾纠纷就地化解，共12起。\n附：联系人赵六 13600000001";
    const { 申报材料: statement = "" } = answersOf(say(at("项目名称"), text).state);
    expect(String(statement)).not.toContain("赵六");
  });

  test("a label that no field has is named, and the others are offered", () => {
    const asked = say(at("小区地址"), "单位：越秀府业委会 地址：城南路3号 负责人：赵六 电话：13600001111");
    expect(answersOf(asked.state)).toEqual({});
    expect(sentenceOf(asked)).toContain("「单位：越秀府业委会」不是本表的栏目");
    expect(buttonsOf(asked)).toEqual(["小区地址：城南路3号；申报单位负责人：赵六；申报单位负责人电话：13600001111"]);
  });
});

describe("a correction", () => {
  test("of a name that stands in two fields is asked about, with both", () => {
    const known = { 申报单位负责人: "孙八", 业委会主任: "孙八" };
    const asked = say(at("审批单位", known), "更正：孙八改为孙巴");
    expect(answersOf(asked.state)).toEqual(known);
    expect(buttonsOf(asked)).toEqual([
      "申报单位负责人：孙巴；业委会主任：孙巴",
      "申报单位负责人：孙巴",
      "业委会主任：孙巴",
    ]);
    expect(answersOf(say(asked.state, "申报单位负责人：孙巴；业委会主任：孙巴").state)).toEqual({
      申报单位负责人: "孙巴",
      业委会主任: "孙巴",
    });
  });

  test("with the old value before the new one, and a rate with its day", () => {
    const known = { 小区地址: "百合路8号", 交付率或入住率: 88.5 };
    const text = "小区地址由百合路8号改为百合路18号，入住率改为89.2%，截止到8月15日";
    expect(answersOf(say(at("审批单位", known), text).state)).toEqual({
      小区地址: "百合路18号",
      填报指标: "occupancyRate",
      交付率或入住率: 89.2,
      数据截止日期: "2023-08-15",
    });
  });

  test("算了…填无, where details of 有 are asked for, is 无; what may not count is asked about", () => {
    const label = "近两年内重大安全责任事故";
    const some = say(at(label), "有");
    expect(answersOf(say(some.state, "算了近两年内重大安全责任事故填无").state)).toEqual({
      [label]: { choice: "none", details: {} },
    });
    const unsure = say(at(label), "有个事故啊去年电动车起火不过没有伤亡不算重大的吧");
    expect(answersOf(unsure.state)).toEqual({});
    expect(unsure.state.pending).toBeUndefined();
    expect(buttonsOf(unsure)).toEqual(["无", "有", "待核实"]);
  });
});
