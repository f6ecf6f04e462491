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
const at = (label: string | undefined, known: Record<string, string> = {}): FormState => ({
  ...openAt(begin(form), label === undefined ? undefined : fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const OTHERS = { nameKey: "compoundName", otherNames: ["江南名府", "东盛·暨阳府"] };
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, ...OTHERS });
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? (outcome.readings ?? []) : []);
const sentenceOf = ({ outcome }: ReturnType<typeof say>) =>
  "sentence" in outcome ? outcome.sentence : "notes" in outcome ? (outcome.notes ?? []).join("") : "";

const STATEMENT = "小区由党支部牵头，业委会和物业三方联动，垃圾分类入户宣传到位，业主满意度高。";

describe("what is plainly a text is recorded at once", () => {
  test.each([
    ["申报材料", STATEMENT],
    ["申报材料", "一、建成于2008年。\n二、管理规范，无投诉。\n三、以上数据截至2023年8月底。"],
    ["申报材料", "共有住宅12幢、856户，2018年交付；物业费每平方米1.8元，收缴率97.3%。"],
    ["申报材料", "小区公共收益对业主公开，健身场地不对外开放。"],
    ["备注", "分两期"],
    ["备注", "一、二期物业合同不同，二期无处罚记录。"],
    ["备注", "本项以核验材料为准"],
    ["备注", "安全责任事故一项，公司在外地项目2021年有一起，已结案"],
  ])("%s: %s", (label, text) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: text });
  });

  test.each([
    ["申报材料", `申报材料是${STATEMENT}`, STATEMENT],
    ["申报材料", `嗯材料就是${STATEMENT}`, STATEMENT],
    ["备注", "备注是三期之间有围墙物业费分开收", "三期之间有围墙物业费分开收"],
    ["备注", "备注写二期还没交付", "二期还没交付"],
    ["备注", "备注就写二期还没交付", "二期还没交付"],
    ["项目名称", "项目名称就裕民锦园一期二期", "裕民锦园一期二期"],
    ["所属街道", "所属街道就齐贤街道", "齐贤街道"],
  ])("%s: %s is recorded without what leads to it", (label, text, value) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: value });
  });
});

describe("what a mail or a chat puts around a text is shown, and none of it", () => {
  const signed = "一、二期物业合同不同，二期无处罚记录。";
  test.each([
    `${signed}\n\n--\n诸暨市住建局 周红英\n地址：诸暨市东旺路9号\n电话：0575-87018888`,
    `${signed}\n\n周红英\n0575-87018888`,
    `${signed}\n周红英`,
    `${signed}\n提交\n周红英`,
    `${signed}\n\n发自我的iPhone`,
    `${signed}\n诸暨市住房和城乡建设局物业科\n2023年8月28日`,
    `发件人：周红英\n发送时间：2023年8月28日\n主题：备注\n\n${signed}`,
    `${signed}\n保存退出`,
    `${signed}\n——物业科整理`,
  ])("%s", (text) => {
    for (const label of ["备注", "申报材料"]) {
      const asked = say(at(label), text);
      expect(answersOf(asked.state)).toEqual({});
      const taken = say(asked.state, readingsOf(asked)[0] ?? "");
      expect(answersOf(taken.state)).toEqual({ [label]: signed });
      expect(answersOf(say(asked.state, "不记录").state)).toEqual({});
    }
  });

  test("is named", () => {
    const asked = say(at("备注"), `${signed}\n\n周红英\n0575-87018888`);
    expect(sentenceOf(asked)).toContain("「周红英」「0575-87018888」似不是“备注”的内容，不予记录，整条未保存。");
    expect(sentenceOf(asked)).toContain("可以记录的内容共");
    expect(readingsOf(asked)).toEqual(["作为“备注”记录", "不记录"]);
  });

  test("alone is no text", () => {
    for (const text of ["发自我的iPhone", "--", "周红英\n0575-87018888\n发自我的iPhone"])
      expect(answersOf(say(at("申报材料", { 申报材料: STATEMENT }), text).state)).toEqual({ 申报材料: STATEMENT });
  });
});

describe("what is no text is asked about, wherever paragraphs are waited for", () => {
  test.each([
    "y",
    "嗯",
    "好",
    "ok",
    "👍",
    "对",
    "1",
    "85.5",
    "92.5%",
    "13812345678",
    "入住 92.5 8.25",
    "1-3 4\n1-4 5 协调机制健全",
    "1-3 4",
    "序号\t评选内容\t评选标准\t分值（分）\t考核分\n一\t党建…\t4\t4\n\t\t2.…\t4\t3",
    "姓名\t职务\t电话\n钱国庆\t项目经理\t13800001111\n郑月琴\t业委会主任\t13900001111",
    "@周红英 你那个江南名府的材料发我一下\n周红英 16:01\n好的马上",
    "全文",
    "全文发我看看",
    "发我看看",
    "先不写材料了看看裕民锦园",
    "先空着",
    "不要了删掉",
    "再加一句垃圾分类入户宣传百分之百",
    "江南名府由诸暨绿城物业服务，2019年交付，管理规范。",
    "百分之九十二点五不对是百分之九十三点六",
    "嗯材料是二零一零年交付不对二零一一年交付六百五十户党支部书记是周海艳",
    "内容：",
    "备注 内容：",
    "进度怎么样了",
    "重新报送",
    "提交裕民锦园",
    "形式 ywh",
    "指标就是入住率",
  ])("%s", (text) => {
    for (const label of ["备注", "申报材料"]) {
      const { state, outcome } = say(at(label), text);
      expect(Object.keys(answersOf(state)), label).toEqual([]);
      expect(["retry", "ask", "more", "review", "whichField"], label).toContain(outcome.kind);
    }
  });

  test.each(["形式", "形式 ywh", "无", "没有", "管理好", "业主委员会", "入住 92.5"])("申报材料: %s", (text) => {
    expect(answersOf(say(at("申报材料"), text).state).申报材料).toBeUndefined();
  });

  test("a correction of one value is offered as it is meant", () => {
    const asked = say(at("备注"), "百分之九十二点五不对是百分之九十三点六");
    expect(sentenceOf(asked)).toContain("百分之九十三点六");
    expect(answersOf(say(asked.state, "作为“备注”记录").state)).toEqual({ 备注: "百分之九十三点六" });
  });

  test("内容： says that it is one", () => {
    expect(answersOf(say(at("备注"), "内容：入住 92.5 8.25").state)).toEqual({ 备注: "入住 92.5 8.25" });
    expect(answersOf(say(at("备注"), "内容：@周红英已核对").state)).toEqual({ 备注: "@周红英已核对" });
  });
});

describe("a text that is there is not replaced before it is said", () => {
  const known = { 申报材料: STATEMENT, 备注: "一、二期合同不同" };

  test.each([
    ["备注", "二期于2021年交付"],
    ["申报材料", `${STATEMENT}另有充电桩60个。`],
    [undefined, "备注：二期于2021年交付"],
    [undefined, "申报材料\n小区由党支部牵头，业委会和物业三方联动，群众满意。"],
  ])("%s: %s", (label, text) => {
    const asked = say(at(label, known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(sentenceOf(asked)).toMatch(/已有共\d+字/u);
    expect(readingsOf(asked)).toEqual(["改为所发内容", "不记录"]);
    expect(answersOf(say(asked.state, "改为所发内容").state)).not.toEqual(known);
    const kept = say(asked.state, "不记录");
    expect(answersOf(kept.state)).toEqual(known);
    expect(answersOf(say(kept.state, "改为所发内容").state)).toEqual(known);
  });

  test.each(["改 备注 二期于2021年交付", "备注改为二期于2021年交付", "把备注改成二期于2021年交付"])(
    "%s says it",
    (text) => {
      expect(answersOf(say(at(undefined, known), text).state).备注).toBe("二期于2021年交付");
    },
  );

  test.each(["备注改为二期于2021年交付。\n\n--\n诸暨市住建局 周红英\n电话：0575-87018888", "改 备注 1-3 4"])(
    "%s is not plain",
    (text) => {
      expect(answersOf(say(at(undefined, known), text).state)).toEqual(known);
    },
  );

  test.each(["申报材料 全文", "申报材料\n全文发我看看", "全文", "把申报材料全文发我看看", "申报材料发我看看"])(
    "%s shows it whole",
    (text) => {
      for (const label of [undefined, "申报材料"]) {
        const shown = say(at(label, known), text);
        expect(answersOf(shown.state)).toEqual(known);
        expect(sentenceOf(shown)).toContain(STATEMENT);
      }
    },
  );

  test.each([
    ["备注不要了删掉", { 申报材料: STATEMENT }],
    ["备注删掉", { 申报材料: STATEMENT }],
    ["备注加上二期于2021年交付", { 申报材料: STATEMENT, 备注: "一、二期合同不同；二期于2021年交付" }],
  ])("%s", (text, expected) => {
    expect(answersOf(say(at(undefined, known), text).state)).toEqual(expected);
    expect(answersOf(say(at("备注", known), text).state)).toEqual(expected);
  });

  test("one more sentence is added where it is said", () => {
    const asked = say(at("项目名称", known), "再加一句垃圾分类入户宣传百分之百");
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)).toEqual(["申报材料加上垃圾分类入户宣传百分之百", "备注加上垃圾分类入户宣传百分之百"]);
    expect(answersOf(say(asked.state, readingsOf(asked)[0] ?? "").state).申报材料).toBe(
      `${STATEMENT}垃圾分类入户宣传百分之百`,
    );
  });

  test("备注先空着去填党支部书记 leaves it and asks for the other", () => {
    const { state, outcome } = say(at("备注"), "备注先空着去填党支部书记");
    expect(answersOf(state)).toEqual({});
    expect(outcome).toMatchObject({ kind: "ask", question: { label: "党支部书记" } });
  });
});

describe("a short assent answers only what the last card offers", () => {
  const ASSENTS = ["y", "嗯", "好", "ok", "对", "行", "是", "好的", "可以"];

  test.each(ASSENTS)("%s beside a suggestion and a reading is asked which", (assent) => {
    for (const text of ["老小区 自管 卫生ok 满意度96% 无投诉", "wy ok"]) {
      const asked = say(at("项目名称", { 小区名称: "曹娥家园" }), text);
      const again = say(asked.state, assent);
      expect(answersOf(again.state), text).toEqual({ 小区名称: "曹娥家园" });
      expect(sentenceOf(again)).toContain("「确认」");
    }
  });

  test.each(ASSENTS)("%s is no content of any field", (assent) => {
    for (const { label, kind, proposal } of form.fields)
      if ((kind === "text" || kind === "longText") && !(proposal && "text" in proposal))
        expect(answersOf(say(at(label), assent).state)).toEqual({});
  });

  test.each(ASSENTS)("%s to two readings names them again", (assent) => {
    const asked = say(at("备注"), "一、二期合同不同，二期无处罚记录。\n周红英");
    expect(answersOf(say(asked.state, assent).state)).toEqual({});
  });
});

describe("the same message again is asked about", () => {
  test.each([
    ["业委会主任", "何建 82001122"],
    ["申报单位负责人", "周明 18900003333"],
    ["所属街道", "百官"],
    ["所属街道", "百官街道"],
    ["填报指标", "1"],
    ["申报单位", "舜江花园业主委员会"],
    ["小区名称", "舜江花园"],
    ["党支部名称", "曹娥社区党支部"],
    ["审批单位", "绍兴市住房和城乡建设局"],
    ["申报材料", STATEMENT],
  ])("%s: %s", (label, text) => {
    const once = say(at(label), text);
    const saved = answersOf(once.state);
    expect(saved).not.toEqual({});
    const twice = say(once.state, text);
    expect(answersOf(twice.state)).toEqual(saved);
    expect(answersOf(say(twice.state, ` ${text}。`).state)).toEqual(saved);
  });

  test("what was meant twice can be recorded twice", () => {
    const once = say(at("业委会主任"), "何建 82001122");
    const twice = say(once.state, "何建 82001122");
    expect(readingsOf(twice)).toEqual(["党支部书记：何建；党支部书记电话：82001122"]);
    expect(answersOf(say(twice.state, readingsOf(twice)[0] ?? "").state)).toMatchObject({ 党支部书记: "何建" });
  });

  test("the same rows again change nothing, and are not asked about", () => {
    const rows = "小区地址：凤山路90号\n申报单位：舜江花园业主委员会";
    const { outcome } = say(say(at("小区名称"), rows).state, rows);
    expect(outcome.kind).toBe("ask");
  });

  test("the number of an option is no rate", () => {
    expect(answersOf(say(at("交付率或入住率"), "1").state)).toEqual({});
    expect(answersOf(say(at("交付率或入住率"), "2").state)).toEqual({});
    expect(answersOf(say(at("交付率或入住率"), "3").state)).toEqual({ 交付率或入住率: 3 });
    expect(answersOf(say(at("交付率或入住率"), "1%").state)).toEqual({ 交付率或入住率: 1 });
  });

  test("a place that is said twice without what it is", () => {
    const asked = say(at("所属社区", { 所属街道: "百官" }), "百官");
    expect(answersOf(asked.state)).toEqual({ 所属街道: "百官" });
    expect(readingsOf(asked)).toEqual(["所属社区：百官社区", "内容：百官"]);
    expect(answersOf(say(asked.state, "所属社区：百官社区").state)).toEqual({ 所属街道: "百官", 所属社区: "百官社区" });
    expect(answersOf(say(asked.state, "内容：百官").state)).toEqual({ 所属街道: "百官", 所属社区: "百官" });
  });
});

describe("values of several columns in one line", () => {
  test.each([
    [
      "党支部书记",
      "周明 18900003333 曹娥社区党支部",
      { 党支部书记: "周明", 党支部书记电话: "18900003333", 党支部名称: "曹娥社区党支部" },
    ],
    [
      "党支部书记电话",
      "周明 18900003333 曹娥社区党支部",
      { 党支部书记: "周明", 党支部书记电话: "18900003333", 党支部名称: "曹娥社区党支部" },
    ],
    [
      "党支部书记电话",
      "党支部书记 周明 电话18900003333 曹娥社区党支部",
      { 党支部书记: "周明", 党支部书记电话: "18900003333", 党支部名称: "曹娥社区党支部" },
    ],
    ["所属街道", "曹娥街道 曹娥社区", { 所属街道: "曹娥街道", 所属社区: "曹娥社区" }],
    ["所属街道", "百官街道，江东社区", { 所属街道: "百官街道", 所属社区: "江东社区" }],
    ["填报指标", "入住 92.5", { 填报指标: "occupancyRate", 交付率或入住率: 92.5 }],
    ["填报指标", "入住 92.5 8.25", { 填报指标: "occupancyRate", 交付率或入住率: 92.5, 数据截止日期: "2023-08-25" }],
    ["业委会主任", "王建国，13812345678", { 业委会主任: "王建国", 业委会主任电话: "13812345678" }],
    ["物业服务企业名称", "项目名称 曹娥家园", { 项目名称: "曹娥家园" }],
    ["党支部书记", "书记 钱红 82003344", { 党支部书记: "钱红", 党支部书记电话: "82003344" }],
  ])("%s: %s", (label, text, expected) => {
    expect(answersOf(say(at(label), text).state)).toEqual(expected);
  });

  test("are asked about where paragraphs are waited for", () => {
    const asked = say(at("备注"), "入住 92.5 8.25");
    expect(answersOf(asked.state)).toEqual({});
    expect(answersOf(say(asked.state, "分别记录3项").state)).toEqual({
      填报指标: "occupancyRate",
      交付率或入住率: 92.5,
      数据截止日期: "2023-08-25",
    });
  });

  test.each([
    "绿城物业 滨江物业",
    "绿城物业、滨江物业",
    "绍兴市越锦物业服务有限公司和绍兴柯岩物业管理有限公司两家一期越锦二期柯岩",
    "绿城物业服务有限公司 滨江物业服务有限公司",
  ])("two firms are two: %s", (text) => {
    const asked = say(at("物业服务企业名称"), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(sentenceOf(asked)).toContain("收到2个名称");
  });
});

describe("what waits to be recorded", () => {
  test("is not recorded as it was where it was corrected since", () => {
    const asked = say(at("党支部书记"), "申报单位负责人：沈建民；申报单位负责人电话：13812345678；业委会主任电话：12");
    expect(asked.outcome).toMatchObject({ offer: { label: "记录其余2项" } });
    const refused = say(asked.state, "对不对电话是幺五九");
    const again = say(refused.state, "记录其余2项");
    expect(answersOf(again.state)).toEqual({});
    expect(sentenceOf(again)).toContain("13812345678");
    expect(answersOf(say(again.state, "按所列记录").state)).toEqual({
      申报单位负责人: "沈建民",
      申报单位负责人电话: "13812345678",
    });
  });

  test("the words of an older card do not record what a newer one lists", () => {
    const older = say(at("党支部书记"), "申报单位负责人：沈建民；小区地址：凤山路90号；业委会主任电话：12");
    const newer = say(older.state, "所属街道：百官街道；党支部书记电话：12");
    const said = say(newer.state, "记录其余2项");
    expect(answersOf(said.state)).toEqual({});
    expect(sentenceOf(said)).toContain("已不是最近所列的内容");
    expect(answersOf(say(newer.state, "记录其余1项").state)).toEqual({ 所属街道: "百官街道" });
  });
});

describe("a correction whose field is not clear", () => {
  const all = form.fields.map(({ label, kind }) => [label, kind === "phone" ? "13857512345" : "江南"]);
  const corrected = say(at(undefined, Object.fromEntries(all)), "那个负责人电话刚才说错了改成幺三八五七五幺二三四六");

  test("is offered with its value for the fields that could have it", () => {
    expect(readingsOf(corrected)).toContain("申报单位负责人电话改为13857512346");
    const [first = ""] = readingsOf(corrected);
    expect(answersOf(say(corrected.state, first).state)[first.split("改为")[0] ?? ""]).toBe("13857512346");
  });

  test("is named before 提交 hands in without it, once", () => {
    const asked = say(corrected.state, "好了提交吧");
    expect(asked.outcome.kind).toBe("review");
    expect(sentenceOf(asked)).toContain(
      "尚未提交：此前的更正没有记录。需更正的，请回复「申报单位负责人电话改为13857512346」",
    );
    expect(say(asked.state, "提交").outcome.kind).toBe("submit");
  });
});

describe("of who is named, said in a sentence", () => {
  test.each(["社区支持有力，物业服务到位，党支部书记带头包干，成效明显", "物业服务到位，社区支持有力"])(
    "%s is content",
    (text) => {
      expect(answersOf(say(at("申报材料", {}), text).state)).toEqual({ 申报材料: text });
    },
  );

  test.each(["街道百官，社区江东", "书记李红梅，物业城北物业"])("%s is not", (text) => {
    expect(answersOf(say(at("申报材料", {}), text).state)).toEqual({});
  });

  test("what may be of a field that it does not fit can be sent as it stands", () => {
    expect(readingsOf(say(at("备注", {}), "业委会主任今年换届"))).toEqual(["内容：业委会主任今年换届"]);
  });
});
