import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { begin, type FormState } from "../../../src/platform/conversation/form-state.ts";
import { step } from "../../../src/platform/conversation/form-step.ts";
import { openAt } from "../../../src/platform/conversation/moves.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";

const printed = formOf(shaoxing().definition);
if (!printed) throw new Error("the demonstration has no application form");
const form = printed;
const fieldOf = (label: string) => form.fields.find((one) => one.label === label) ?? expect.fail(label);

/** Open at a field, or at the review, with answers by their labels. */
const at = (label: string | undefined, known: Record<string, string | number> = {}): FormState => ({
  ...openAt(begin(form), label === undefined ? undefined : fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-10-10"), year: 2023, nameKey: "compoundName" });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? (outcome.readings ?? []) : []);
const wordsOf = ({ outcome }: ReturnType<typeof say>) =>
  [
    "sentence" in outcome ? outcome.sentence : "",
    ...("notes" in outcome ? (outcome.notes ?? []) : []),
    ...("offer" in outcome ? [outcome.offer?.typed] : []),
  ].join("\n");

const STATEMENT = "东湖名邸二零一六年建成；投入三十二万；物业费收缴率百分之九十七点二";

describe("talk, an order or a hesitation is no answer", () => {
  test.each([
    ["所属街道", "后面那个数字错了是二十三万"],
    ["所属社区", "全文"],
    ["所属街道", "全文"],
    ["所属社区", "评分表"],
    ["申报材料", "材料我让社区小刘晚点发过来"],
    ["申报材料", "我念你记啊"],
    ["项目名称", "跟去年报的那份差不多"],
    ["项目名称", "哦绿化率错了是百分之三十八"],
    ["项目名称", "电话来了等会啊"],
    ["小区名称", "翻下本子"],
    ["备注", "那个事故不是说没有嘛"],
    ["备注", "备注嗯没什么谢谢啊"],
    ["备注", "备注改成没有"],
    ["备注", "是审批单位的内容"],
    ["小区地址", "往里走两百米"],
    ["物业服务企业名称", "完了"],
    ["申报单位负责人电话", "业委会主人叫何丽丽手机幺五八幺二三四五六七八"],
    ["备注", "备注写一下电梯正在招标哦对了不是电梯是监控"],
    ["申报材料", "改造电梯哦不对是加装电梯两部嗯还有监控全覆盖还有门禁换新，就这些谢谢"],
    ["申报材料", "康隆家园建于2010年，党员47名，管理规范。\n更正：上文「党员47名」应为「党员51名」。"],
    ["小区名称", "小区名称西施佳园家庭的家"],
    ["所属社区", "街道就浣东街道吧社区东旺社区"],
  ])("%s: %s", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({});
  });

  test("完了 passes over nothing", () => {
    expect(say(at("物业服务企业名称"), "完了").state.at).toBe(fieldOf("物业服务企业名称").key);
  });

  test("电话以后再说 leaves no field open that asks for no number", () => {
    expect(say(at("申报单位类型"), "电话以后再说").state.at).toBe(fieldOf("申报单位类型").key);
    expect(say(at("业委会主任电话"), "电话以后再说").state.at).not.toBe(fieldOf("业委会主任电话").key);
  });

  test.each([
    ["所属社区", "好像是东湖社区", "东湖社区"],
    ["小区名称", "小区名称改成祥云公寓吉祥的祥", "祥云公寓"],
    ["申报单位", "申报单位是安居物业对了全称诸暨市安居物业服务有限公司", "诸暨市安居物业服务有限公司"],
    ["业主组织形式", "还没成立业委会正在筹备", "尚未成立"],
    ["申报单位负责人电话", "申报单位负责人电话：13957500011→13957500022", "13957500022"],
  ])("%s: %s is asked about, with the value on the first button", (label, text, value) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)[0]).toBe(value);
  });

  test.each([
    ["项目名称", "项目名称西施家园嗯对", { 项目名称: "西施家园" }],
    ["审批单位", "审批单位写住建局就行", { 审批单位: "住建局" }],
    ["所属街道", "就暨阳街道呗", { 所属街道: "暨阳街道" }],
    ["所属街道", "街道就浣东街道吧社区东旺社区", { 所属街道: "浣东街道", 所属社区: "东旺社区" }],
    ["申报单位负责人", "负责人改成何炜吧", { 申报单位负责人: "何炜" }],
    ["申报单位负责人", "申报单位负责人何炜", { 申报单位负责人: "何炜" }],
    ["业委会主任", "主任换人了，现在是徐水根", { 业委会主任: "徐水根" }],
    [
      "申报单位",
      "申报单位就是那个祥和物业哦不对就写诸暨市祥和物业服务有限公司吧",
      { 申报单位: "诸暨市祥和物业服务有限公司" },
    ],
    [
      "申报单位",
      "党支部书记周明手机是一三六零零零零一二三四哦不一三六零零零零一二三五",
      { 党支部书记: "周明", 党支部书记电话: "13600001235" },
    ],
    ["申报单位", "地址陶朱街道环城东路六十六号", { 小区地址: "陶朱街道环城东路六十六号" }],
    ["填报指标", "数据截至那个八月二十号吧", { 数据截止日期: "2023-08-20" }],
    [
      "申报材料",
      "申报材料那个暨阳丽景苑是二零二零年交付的一共五百一十二户业委会还在筹备嗯就这样先",
      { 申报材料: "暨阳丽景苑是二零二零年交付的一共五百一十二户业委会还在筹备" },
    ],
  ])("%s: %s is read without the words around it", (label, text, expected) => {
    expect(answersOf(say(at(label), text).state)).toEqual(expected);
  });

  test.each([
    ["小区名称", "就业家园"],
    ["小区名称", "看山花园"],
    ["小区名称", "问渠小区"],
    ["小区名称", "差不多的家园"],
    ["所属社区", "查家桥社区"],
    ["备注", "业委会明年换届，电话待更新"],
    ["备注", "数据由街道提供"],
    ["申报材料", "电梯到期更换，居民以后出行更方便，管理有序"],
  ])("%s: %s is content", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: text });
  });

  test("what was taken back is offered to no one", () => {
    const asked = say(at("申报材料"), "好那申报材料我就直接说了啊嗯我们小区改造电梯哦不对是加装电梯两部嗯就这些谢谢");
    expect(asked.state.offered).toBeUndefined();
    const corrected = say(
      at("申报材料"),
      "康隆家园建于2010年，党员47名，管理规范。\n更正：上文「党员47名」应为「党员51名」。",
    );
    const { state } = say(corrected.state, readingsOf(corrected)[0] ?? "");
    expect(answersOf(state)).toEqual({ 申报材料: "康隆家园建于2010年，党员51名，管理规范。" });
  });
});

describe("a text that is there is added to, or changed in that part", () => {
  const known = { 申报材料: STATEMENT };
  test.each([
    ["申报材料最后加上保安二十四小时值班谢谢", `${STATEMENT}；保安二十四小时值班`],
    ["申报材料后面再补一句电梯年检合格", `${STATEMENT}；电梯年检合格`],
    ["申报材料再加一个停车位不够", `${STATEMENT}；停车位不够`],
    ["申报材料把二零一六年改成二零一七年", STATEMENT.replace("六年", "七年")],
    ["申报材料里三十二万改成二十三万", STATEMENT.replace("三十二万", "二十三万")],
  ])("%s", (text, expected) => {
    for (const label of ["申报材料", "所属街道", undefined]) {
      const taken = say(at(label, known), text);
      expect(answersOf(taken.state), label).toEqual({ 申报材料: expected });
    }
  });

  test("the new text is shown", () => {
    expect(wordsOf(say(at("所属街道", known), "申报材料里三十二万改成二十三万"))).toContain(
      STATEMENT.replace("三十二万", "二十三万"),
    );
  });

  test.each([
    ["申报材料里五十万改成二十三万", "没有“五十万”"],
    ["申报材料里九十改成八十", undefined],
    ["申报材料把十改成百", "中有2处“十”"],
    ["申报材料补充一下绿化率百分之三十五哦不对三十八", "有更正"],
  ])("%s", (text, why) => {
    const asked = say(at("所属街道", known), text);
    if (why === undefined) expect(answersOf(asked.state)).toEqual({ 申报材料: STATEMENT.replace("九十", "八十") });
    else {
      expect(answersOf(asked.state)).toEqual(known);
      expect(wordsOf(asked)).toContain(why);
    }
  });

  test("without the field's name it is asked about", () => {
    const asked = say(at("所属街道", known), "把三十二万改成二十三万");
    expect(answersOf(asked.state)).toEqual(known);
    expect(answersOf(say(asked.state, readingsOf(asked)[0] ?? "").state)).toEqual({
      申报材料: STATEMENT.replace("三十二万", "二十三万"),
    });
  });

  test("还有… may be one sentence more", () => {
    const asked = say(at("所属街道", known), "申报材料还有监控全覆盖");
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)[0]).toBe("申报材料加上监控全覆盖");
    expect(answersOf(say(asked.state, "申报材料加上监控全覆盖").state)).toEqual({
      申报材料: `${STATEMENT}；监控全覆盖`,
    });
  });

  test.each(["全文 申报材料", "申报材料 全文", "全文"])("%s shows it wherever it is said", (text) => {
    expect(wordsOf(say(at("所属社区", known), text))).toContain(STATEMENT);
  });
});

describe("what is offered records what it says, and works", () => {
  test("another field's value is offered without the words around it", () => {
    const asked = say(at("申报材料"), "项目名称就叫城西花园项目");
    expect(answersOf(say(asked.state, readingsOf(asked)[0] ?? "").state)).toEqual({ 项目名称: "城西花园项目" });
  });

  test("审批单位：确认 takes what is proposed, whatever is asked", () => {
    expect(Object.keys(answersOf(say(at("备注"), "审批单位：确认").state))).toEqual(["审批单位"]);
  });

  test("several in one breath are offered each", () => {
    const asked = say(
      at("申报单位"),
      "地址陶朱街道环城东路六十六号申报单位是诸暨市宏达物业有限公司负责人王小红电话幺三五七五五幺零零零幺",
    );
    expect(answersOf(say(asked.state, "分别记录4项").state)).toEqual({
      小区地址: "陶朱街道环城东路六十六号",
      申报单位: "诸暨市宏达物业有限公司",
      申报单位负责人: "王小红",
      申报单位负责人电话: "13575510001",
    });
  });

  test("好的那就提交吧谢谢你啊 submits, and 跳过 at the end passes over nothing", () => {
    const answered = Object.fromEntries(
      form.fields
        .filter(({ required }) => required)
        .map(({ key, kind }) => [key, kind === "phone" ? "13800000000" : "甲"]),
    );
    const review: FormState = { ...at(undefined), answers: answered };
    for (const text of ["好的那就提交吧谢谢你啊", "提交定稿吧谢谢啊", "提交"])
      expect(say(review, text).outcome.kind, text).toBe("submit");
    expect(say(review, "跳过").outcome.kind).toBe("review");
  });
});

describe("记录其余…项 is the newest offer, and nothing that waited goes silently", () => {
  const first = "申报单位：百官街道滨江社区居委会；小区地址：百官街道滨江路1号；申报单位负责人电话：12";
  const second = "备注：一期；申报单位负责人电话：12";

  test("an older offer is kept beside a newer one", () => {
    const { state } = say(say(at("小区名称"), first).state, second);
    expect(answersOf(say(state, "记录其余1项").state)).toEqual({ 备注: "一期" });
    for (const words of ["记录其余2项", "记录其余3项"]) {
      const other = say(state, words);
      expect(answersOf(other.state)).toEqual({});
      expect(wordsOf(other)).toContain("更早的消息中另有2项待记录：申报单位：百官街道滨江社区居委会；");
    }
    const left = say(say(state, "记录其余1项").state, "填了哪些");
    expect(wordsOf(left)).toContain("此前的消息中有2项尚未记录");
    expect(answersOf(say(left.state, "记录其余2项").state)).toEqual({
      申报单位: "百官街道滨江社区居委会",
      小区地址: "百官街道滨江路1号",
      备注: "一期",
    });
  });

  test("with the name of a form that has none yet, too", () => {
    const named = say(at("小区名称"), `小区名称：滨江壹号；${first}`);
    const { state } = say(named.state, second);
    expect(Object.keys(state.held ?? {})).toHaveLength(3);
  });

  test("more than wait are not said to be answered", () => {
    const { state } = say(say(say(at("小区名称"), first).state, second).state, "跳过");
    const asked = say(state, "记录其余6项");
    expect(answersOf(asked.state)).toEqual({});
    expect(wordsOf(asked)).toContain("目前待记录的有3项");
  });

  test("what is replaced is named", () => {
    const { state } = say(at("小区名称"), "备注：一期；申报单位负责人电话：12");
    const asked = say(state, "备注：二期；申报单位负责人电话：13");
    expect(wordsOf(asked)).toContain("此前待记录的1项不再保留：备注：共2字：一期");
  });

  test("the number of a person who could not be read is not offered alone", () => {
    const asked = say(at("小区地址"), "业委会主任：换届中，手机13957561122\n党支部书记电话：82334455");
    expect(wordsOf(asked)).not.toMatch(/可以记录.*13957561122/u);
  });
});

describe("what is pasted with a form", () => {
  test.each([
    [
      "党支部书记：钱卫东，电话０５７５－８２２０５５６６\n备注：一期",
      { 党支部书记: "钱卫东", 党支部书记电话: "0575-82205566", 备注: "一期" },
    ],
    [
      "（七）所属街道：百官街道\n（八）近两年无重大安全责任事故\n（九）备注：一期",
      { 所属街道: "百官街道", 近两年内重大安全责任事故: { choice: "none", details: {} }, 备注: "一期" },
    ],
    ["• 所属街道／社区：曹娥街道／舜江社区", { 所属街道: "曹娥街道", 所属社区: "舜江社区" }],
    [
      "物业服务企业名称：浙江舜江物业服务有限公司上虞分公司\n所属街道：百官街道\n更正：物业服务企业名称应为浙江舜江物业服务集团有限公司",
      { 所属街道: "百官街道", 物业服务企业名称: "浙江舜江物业服务集团有限公司" },
    ],
    [
      "Q：近两年有无重大安全责任事故？\nA：无\nQ：物业公司叫什么？\nA：绍兴百悦物业管理有限公司",
      {
        物业服务企业名称: "绍兴百悦物业管理有限公司",
        近两年内重大安全责任事故: { choice: "none", details: {} },
      },
    ],
  ])("%s", (text, expected) => {
    expect(answersOf(say(at("小区地址"), text).state)).toEqual(expected);
  });

  test("a row of units above the names of columns is none of it", () => {
    const text =
      "\t\t\t单位：%、户\n小区名称\t地址\t负责人\t手机\t备注\n百悦城\t百官街道人民路2号\t鲁建明\t139-5750-0011\t一期";
    expect(answersOf(say(at("小区名称"), text).state)).toEqual({
      小区名称: "百悦城",
      小区地址: "百官街道人民路2号",
      申报单位负责人: "鲁建明",
      申报单位负责人电话: "13957500011",
      备注: "一期",
    });
  });

  test("the number of who signs is nobody else's", () => {
    const asked = say(at("小区名称"), "党支部书记：李敏\n\n联系人：王海\n电话：0575-82213344-8012");
    expect(wordsOf(asked)).not.toMatch(/党支部书记电话/u);
    expect(wordsOf(asked)).toContain("「联系人：王海」「电话：0575-82213344-8012」");
  });

  test("Q and A that name no field are no choice of names", () => {
    expect(readingsOf(say(at("小区名称"), "Q：有无加装电梯？\nA：无"))).toEqual([]);
  });
});
