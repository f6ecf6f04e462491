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

/** Open at a field, with answers by their labels. */
const at = (label: string, known: Record<string, string> = {}): FormState => ({
  ...openAt(begin(form), fieldOf(label)),
  answers: Object.fromEntries(Object.entries(known).map(([of, value]) => [fieldOf(of).key, value])),
});
const say = (state: FormState, text: string) =>
  step(form, state, { text, today: civilDate("2023-08-28"), year: 2023, nameKey: "compoundName" });
const sayAll = (state: FormState, texts: readonly string[]): FormState =>
  texts.reduce((now, text) => say(now, text).state, state);
const answersOf = ({ answers }: FormState) =>
  Object.fromEntries(form.fields.flatMap(({ key, label }) => (key in answers ? [[label, answers[key]]] : [])));
const readingsOf = ({ outcome }: ReturnType<typeof say>) => ("readings" in outcome ? (outcome.readings ?? []) : []);
const wordsOf = ({ outcome }: ReturnType<typeof say>) =>
  [
    "sentence" in outcome ? outcome.sentence : "",
    ...("notes" in outcome ? (outcome.notes ?? []) : []),
    "offer" in outcome ? (outcome.offer?.typed ?? "") : "",
  ].join("\n");

describe("what plainly answers another field is asked about where a text is open", () => {
  test.each(["申报材料", "备注"])("%s: 嗯近两年没有发生过重大安全责任事故哈", (label) => {
    const asked = say(at(label), "嗯近两年没有发生过重大安全责任事故哈");
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)[0]).toBe("近两年内重大安全责任事故改为无");
  });

  test.each(["同锦绣", "申报材料同锦绣", "和锦绣一样"])("申报材料: %s is no text", (text) => {
    expect(answersOf(say(at("申报材料"), text).state)).toEqual({});
  });

  test.each(["同步实施二次供水改造", "同属一期工程"])("备注: %s is one", (text) => {
    expect(answersOf(say(at("备注"), text).state)).toEqual({ 备注: text });
  });
});

describe("the short name of a field in front is no part of the value", () => {
  test.each([
    ["所属街道", "街道暨阳街道", "暨阳街道"],
    ["所属社区", "社区江南社区", "江南社区"],
    ["党支部名称", "支部城东社区第二党支部", "城东社区第二党支部"],
    ["所属街道", "街道嘛暨阳街道", "暨阳街道"],
  ])("%s: %s", (label, text, value) => {
    expect(answersOf(say(at(label), text).state)).toEqual({ [label]: value });
    expect(answersOf(say(at("小区名称"), `${label}：${text}`).state)).toEqual({ [label]: value });
  });

  test.each([
    ["物业服务企业名称", "街道暨阳街道", "所属街道：暨阳街道"],
    ["物业服务企业名称", "社区江南社区", "所属社区：江南社区"],
    ["业委会主任", "支部城东社区第二党支部", "党支部名称：城东社区第二党支部"],
  ])("%s: %s is offered without it", (label, text, line) => {
    expect(readingsOf(say(at(label), text))).toEqual([line]);
  });

  test("what something else is said to be is offered to no field", () => {
    const asked = say(at("申报单位负责人"), "开发商是诸暨中天房地产开发有限公司");
    expect(readingsOf(asked)).toEqual([]);
    expect(answersOf(asked.state)).toEqual({});
  });
});

describe("a number is not taken for somebody else's", () => {
  const number = "电话幺五八五七五零零零八八";

  test("behind another person's name that was refused", () => {
    const asked = say(say(at("业委会主任电话"), "书记周海涛").state, number);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["业委会主任电话：15857500088", "党支部书记电话：15857500088"]);
    expect(answersOf(say(asked.state, "党支部书记电话：15857500088").state)).toEqual({
      党支部书记电话: "15857500088",
    });
  });

  test("behind another person's name that was recorded", () => {
    const named = sayAll(at("业委会主任电话", { 业委会主任: "王大伟" }), ["书记周海涛", "党支部书记：周海涛"]);
    const asked = say(named, number);
    expect(answersOf(asked.state)).toEqual({ 业委会主任: "王大伟", 党支部书记: "周海涛" });
    expect(readingsOf(asked)).toEqual(["业委会主任电话：15857500088", "党支部书记电话：15857500088"]);
  });

  test("where the person was passed over", () => {
    const asked = say(say(at("业委会主任"), "跳过").state, number);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["业委会主任电话：15857500088"]);
    const [line = ""] = readingsOf(asked);
    expect(answersOf(say(asked.state, line).state)).toEqual({ 业委会主任电话: "15857500088" });
  });

  test("and is recorded where the person was filled in before it, or is named with it", () => {
    const filled = say(at("业委会主任"), "王大伟").state;
    expect(answersOf(say(filled, number).state)).toEqual({ 业委会主任: "王大伟", 业委会主任电话: "15857500088" });
    const passed = say(at("业委会主任"), "跳过").state;
    expect(answersOf(say(passed, "主任电话15857500088").state)).toEqual({ 业委会主任电话: "15857500088" });
  });

  test.each(["13905751123（原13905751122打错了）", "13905751123，原来的13905751122停用了"])(
    "%s: the one that is said to be wrong is not offered",
    (text) => {
      const asked = say(at("业委会主任电话", { 业委会主任: "王大伟" }), text);
      expect(readingsOf(asked)).toEqual(["13905751123"]);
    },
  );
});

describe("a field is passed over by its name", () => {
  test.each([
    ["党支部名称", "党支部名称跳过"],
    ["业委会主任", "业委会主任跳过"],
    ["业委会主任电话", "业委会主任跳过"],
    ["业委会主任", "业委会主任先跳过吧"],
  ])("%s: %s", (label, text) => {
    const done = say(at(label), text);
    expect(answersOf(done.state)).toEqual({});
    expect(done.outcome.kind).toBe("ask");
  });
});

describe("what is no answer to the open field is not offered as it stands", () => {
  test.each([
    ["所属街道", "96.5 入住"],
    ["申报单位负责人", "容积率一点八绿化率百分之三十五点五"],
    ["业委会主任", "没有其他了"],
    ["业委会主任", "没出过事"],
    ["申报单位", "其他同锦绣"],
    ["申报单位", "鹿山物业，物业，y，鹿山路8号，李强13911112222"],
    ["党支部名称", "申报材料同锦绣"],
  ])("%s: %s", (label, text) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([]);
    expect(wordsOf(asked)).toContain("「内容：");
  });

  test("of two names of one firm the full one is offered", () => {
    const asked = say(at("物业服务企业名称"), "江南物业就是那个诸暨市江南物业管理有限公司");
    expect(readingsOf(asked)).toEqual(["诸暨市江南物业管理有限公司"]);
  });

  test("a firm's name is not cut within", () => {
    const asked = say(at("申报单位"), "绿城物业嵊州分公司 物业 确认 剡湖街道官河路12号");
    expect(wordsOf(asked)).not.toContain("申报单位：绿城；");
    expect(answersOf(asked.state)).toEqual({});
  });

  test("a rate with a date beside it is not offered without the date", () => {
    expect(wordsOf(say(at("填报指标"), "入住96.5 8月底"))).not.toContain("96.5%");
  });

  test("a rate that waits is dropped, and said to be, when the other figure is chosen", () => {
    const asked = say(at("填报指标"), "小区地址：柯北大道1号；入住率：96.5；业委会主任电话：12");
    expect(Object.keys(asked.state.offered ?? {})).toContain("rate");
    const chosen = say(asked.state, "交付率");
    expect(chosen.state.held ?? {}).not.toHaveProperty("rate");
    expect(wordsOf(chosen)).toContain("96.5%");
  });
});

describe("a text with sections below its name is one text", () => {
  const lines = [
    "一、小区概况",
    "江南春晓小区位于上虞区百官街道江扬路188号，2015年3月交付，总建筑面积12.6万㎡，共1086户，入住率95.5%。",
    "（一）党建引领",
    "① 成立小区党支部，书记周丽娟；",
    "② 建立“三方联席会议”制度；",
    "（二）业主自治",
    "• 业委会主任：王国平，2021年换届；",
    "• 公共收益每半年公示一次。",
    "二、物业服务",
    "1. 物业服务企业：上虞永安物业服务有限公司；",
    "2. 24小时值班电话：0575-82212345转806。",
    "三、存在不足",
    "充电桩数量不够。",
    "",
    "备注：以上材料由物业经理整理",
  ].join("\n");

  test.each(["申报材料", "项目名称"])("at %s all of it is asked about at once", (label) => {
    const asked = say(at(label), `申报材料\n${lines}`);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["作为“申报材料”记录", "不记录"]);
    expect(answersOf(say(asked.state, "作为“申报材料”记录").state)).toEqual({ 申报材料: lines });
    expect(answersOf(say(asked.state, "不记录").state)).toEqual({});
  });
});

describe("another name is not written over a form", () => {
  const words = form.fields.filter(({ kind }) => kind === "text").map(({ label }) => label);
  const full = { ...Object.fromEntries(words.map((label) => [label, "江扬"])), 小区名称: "江南春晓小区" };

  test.each([
    "小区名称\t百官\u00ad老年公寓",
    "小区名称：百官老年公寓",
    "小区名称：曹娥庙前小区\n业委会主任电话 13905751123（原13905751122打错了）",
  ])("%s is asked whose it is", (text) => {
    const asked = say(at("业委会主任电话", full), text);
    expect(answersOf(asked.state)).toEqual(full);
    expect(readingsOf(asked)).toEqual(["另填一份", "改写本表"]);
  });

  test("and what has been filled in says so again", () => {
    const asked = say(at("业委会主任电话", full), "小区名称：百官老年公寓\n小区地址：百官街道1号\n备注：二期在建");
    const shown = say(asked.state, "填了哪些");
    expect(readingsOf(shown)).toEqual(["另填一份", "改写本表"]);
    expect(wordsOf(shown)).toContain("收到的小区名称是“百官老年公寓”，本表是“江南春晓小区”");
    expect(answersOf(say(shown.state, "改写本表").state)).toMatchObject({ 小区名称: "百官老年公寓", 备注: "二期在建" });
  });

  test("and a name that is only corrected is", () => {
    const known = { ...full, 小区名称: "江南春晓小区" };
    const done = say(at("业委会主任电话", known), "小区名称：江南春晓花园");
    expect(answersOf(done.state)).toEqual({ ...known, 小区名称: "江南春晓花园" });
  });

  test("nor is a form that has little else asked about", () => {
    const done = say(at("申报单位", { 小区名称: "江南春晓小区" }), "小区名称：百官老年公寓");
    expect(answersOf(done.state)).toEqual({ 小区名称: "百官老年公寓" });
  });
});
