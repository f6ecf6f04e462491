import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { isUnlikeField } from "../../../src/platform/conversation/answers/unlike-field.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);
const keyOf = (label: string) => fieldOf(label).key;

const known = (answers: Record<string, string | number> = {}) =>
  Object.fromEntries(Object.entries(answers).map(([label, value]) => [keyOf(label), value]));
const at = (label: string, answers = {}): FormState => ({
  ...openAt(begin(form), fieldOf(label)),
  answers: known(answers),
});
const atReview = (answers: Record<string, string | number>): FormState => ({
  ...openAt(begin(form), undefined),
  answers: known(answers),
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? outcome.readings : undefined);

describe("a line that hardly is what its field asks for is asked about", () => {
  test.each([
    ["申报单位", "绿城wy上虞分公司 物业 ok"],
    ["申报单位", "报的"],
    ["申报单位", "那边定的单位"],
    ["审批单位", "随便填"],
    ["所属街道", "百官 江东社区 99 0831"],
    ["所属街道", "柯桥街道所属"],
    ["所属街道", "百官吧还是曹娥"],
    ["所属社区", "江东 8月31日"],
    ["小区地址", "就在江边"],
    ["党支部书记", "先弄下一个"],
    ["党支部书记", "照办"],
    ["党支部书记", "明天再说"],
    ["业委会主任", "记不清谁了"],
    ["申报单位负责人", "都可以"],
    ["党支部名称", "金柯花园"],
    ["党支部名称", "名字明天给"],
    ["物业服务企业名称", "曹娥"],
    ["物业服务企业名称", "一家叫浙江金柯物业服务有限公司"],
    ["项目名称", "提交瓜渚湖家园"],
    ["项目名称", "回来了接着填刚才那个"],
    ["小区名称", "一个叫金柯花园"],
    ["小区名称", "金柯花园然后提交"],
    ["小区名称", "金柯花园地址柯桥街道万商路218号入住率95"],
    ["备注", "一期鉴湖物业二期越秀物业然后提交"],
    ["备注", "诸暨市现在报了几个小区？什么时候截止\n\n王芳\n诸暨市住房和城乡建设局\n电话：0575-87012345"],
    ["备注", "小区分两期建成业主组织形式是业主委员会"],
    ["申报材料", "交付率百分之一百嗯不对填入住率百分之八十八点六"],
    ["申报材料", "先不弄了我等下回来"],
    ["申报材料", "同附件"],
  ])("%s: %s", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({});
  });

  test.each([
    ["物业服务企业名称", "一家叫浙江金柯物业服务有限公司", "浙江金柯物业服务有限公司"],
    ["小区名称", "另一个叫金柯花园", "金柯花园"],
    ["备注", "小区分两期建成然后提交", "小区分两期建成"],
  ])("%s: %s, with the value on the first button", (label, text, value) => {
    const asked = say(at(label), text);
    expect(readingsOf(asked)?.[0]).toBe(value);
    expect(answersOf(say(asked.state, value).state)).toEqual({ [label]: value });
  });

  test.each([
    ["没有业委会是自管组织主任叫沈阿根", ["小区自管组织", "业委会主任：沈阿根"]],
    ["业委会有的主任钱志明", ["业主委员会", "业委会主任：钱志明"]],
    ["1 李芳 82112233-806", ["业主委员会"]],
  ])("业主组织形式: %s names one of the choices and more", (text, options) => {
    const asked = say(at("业主组织形式"), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(options);
  });

  test("an option said with more is asked about, not filed under the field that its words name", () => {
    const asked = say(at("申报单位类型"), "嗯就是物业公司报的");
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["物业服务企业"]);
  });

  test("of two firms each is offered, and both as they stand", () => {
    const text = "绿城物业（一二期）、滨江物业（三期）";
    const asked = say(at("物业服务企业名称"), text);
    expect(readingsOf(asked)).toEqual(["绿城物业（一二期）", "滨江物业（三期）", `内容：${text}`]);
    expect(answersOf(say(asked.state, `内容：${text}`).state)).toEqual({ 物业服务企业名称: text });
    const said = say(at("物业服务企业名称"), "两家一家是金柯物业服务有限公司还有一家鉴湖物业管理有限公司");
    expect(readingsOf(said)?.slice(0, 2)).toEqual(["金柯物业服务有限公司", "鉴湖物业管理有限公司"]);
  });

  test.each([
    ["申报单位", "绍兴市电话设备厂"],
    ["申报单位", "塔山社区业委会主任办公室"],
    ["审批单位", "绍兴市住房和城乡建设局"],
    ["所属街道", "曹娥"],
    ["所属街道", "诸暨市店口镇"],
    ["所属社区", "湄池村"],
    ["小区地址", "书记巷12号"],
    ["小区名称", "我的家园"],
    ["小区名称", "香榭花苑（一、二期）"],
    ["党支部书记", "欧阳建国"],
    ["党支部书记", "阿布都·热合曼"],
    ["党支部书记", "王建国（副书记）"],
    ["党支部名称", "香林社区第二党支部"],
    ["物业服务企业名称", "绿城物业和滨江物业"],
  ])("%s: %s is like it", (label, text) => {
    expect(isUnlikeField(label, text)).toBe(false);
  });
});

describe("words around a value are none of it", () => {
  test.each([
    [
      "小区名称",
      "就叫金柯花园呀地址在柯桥街道万商路两百一十八号",
      { 小区名称: "金柯花园", 小区地址: "柯桥街道万商路两百一十八号" },
    ],
    ["小区名称", "金柯花园嘛", { 小区名称: "金柯花园" }],
    ["党支部名称", "支部就叫金柯花园支部", { 党支部名称: "金柯花园支部" }],
    ["申报单位", "嗯就叫府山物业呗", { 申报单位: "府山物业" }],
    ["小区地址", "地址在柯桥街道湖西路幺二八号", { 小区地址: "柯桥街道湖西路128号" }],
    ["小区地址", "湖西路三零二室", { 小区地址: "湖西路302室" }],
    ["小区地址", "湖西路一百二十八号", { 小区地址: "湖西路一百二十八号" }],
    ["业主组织形式", "ywh", { 业主组织形式: "ownersCommittee" }],
    [
      "近两年内重大安全责任事故",
      "3、待核实\n党支部名称\t暨阳第一党支部",
      { 近两年内重大安全责任事故: { choice: "pending", details: {} }, 党支部名称: "暨阳第一党支部" },
    ],
    ["党支部名称", "项目名称也是金柯花园", { 项目名称: "金柯花园" }],
    ["审批单位", "就是那个默认的市局", { 审批单位: "绍兴市住房和城乡建设局" }],
    [
      "审批单位",
      "确认\n\n--\n王芳\n浣江物业服务有限公司 经理\n手机：13800000000",
      { 审批单位: "绍兴市住房和城乡建设局" },
    ],
    ["所属街道", "所属街道柯桥街道所属社区金柯社区", { 所属街道: "柯桥街道", 所属社区: "金柯社区" }],
    ["所属社区", "湖西社区入住率九成", { 所属社区: "湖西社区", 填报指标: "occupancyRate", 交付率或入住率: 90 }],
    ["数据截止日期", "数据截止七月三十一号", { 数据截止日期: "2023-07-31" }],
  ])("%s: %s", (label, text, answers) => {
    expect(answersOf(say(at(label), text).state)).toEqual(answers);
  });

  test("a number that is corrected in the same breath is the number's", () => {
    const asked = say(at("申报单位"), "申报单位是鉴湖物业负责人王建国电话幺三八五七五幺二三四六不对是三四五六");
    expect(answersOf(asked.state)).toEqual({});
    const typed = asked.outcome.kind === "retry" ? (asked.outcome.offer?.typed ?? "") : "";
    expect(answersOf(say(asked.state, typed).state)).toEqual({
      申报单位: "鉴湖物业",
      申报单位负责人: "王建国",
      申报单位负责人电话: "13857513456",
    });
  });

  test("what stands beside a number is quoted letter for letter", () => {
    const asked = say(at("交付率或入住率"), "截至2023年8月25日，入住率96.5%（不含在装修的42户）");
    expect("sentence" in asked.outcome && asked.outcome.sentence).toContain(
      "另有「截至2023年8月25日,入住率」「(不含在装修的42户)」",
    );
    expect(readingsOf(asked)).toEqual(["96.5%"]);
  });
});

describe("the whole form before one, a few words name what is to be changed", () => {
  const filled = {
    小区名称: "金柯花园",
    小区地址: "湖西路1号",
    所属街道: "柯桥街道",
    所属社区: "湖西社区",
    交付率或入住率: 95,
  };

  test.each([
    ["入住率改96", { 交付率或入住率: 96, 填报指标: "occupancyRate" }],
    ["街道改百官", { 所属街道: "百官" }],
    ["改 街道百官 社区江东", { 所属街道: "百官", 所属社区: "江东" }],
    ["名字改天香华庭", { 小区名称: "天香华庭" }],
    ["申报单位=绿城物业上虞分公司", { 申报单位: "绿城物业上虞分公司" }],
  ])("%s", (text, changed) => {
    expect(answersOf(say(atReview(filled), text).state)).toMatchObject({ ...filled, ...changed });
  });

  test.each(["改电话", "改96", "地址180号", "看看", "改一下那个"])("%s changes nothing by itself", (text) => {
    expect(answersOf(say(atReview(filled), text).state)).toEqual(filled);
  });
});
