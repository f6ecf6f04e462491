import { describe, expect, test } from "vitest";
import { answersOf, at, readingsOf, say, sayAll } from "./support/said.ts";

const COMPANY = "浙江枫叶城市物业管理有限公司";
const either = say(at("备注"), `物业公司是${COMPANY}`);
const [asCompany = "", asRemark = ""] = readingsOf(either);

describe("an answer to an either-or decides it, and is never content", () => {
  test.each([
    "是物业服务企业名称的",
    "是物业公司的",
    "前一个",
    "那就前面那个吧",
    "第一个",
    "物业",
    "嗯是物业服务企业的内容",
  ])("%s is the first", (said) => {
    expect(answersOf(say(either.state, said).state)).toEqual({ 物业服务企业名称: COMPANY });
  });

  test.each(["是备注的一部分", "备注", "后一个", "是后面那个", "第二个", "放备注里", "那就备注吧"])(
    "%s is the second",
    (said) => {
      expect(answersOf(say(either.state, said).state)).toEqual({ 备注: `物业公司是${COMPANY}` });
    },
  );

  test.each(["都是的", "物业和备注都记", "是小区地址", "两个都要", "是社区的内容"])(
    "%s decides nothing and is asked again",
    (said) => {
      const again = say(either.state, said);
      expect(answersOf(again.state)).toEqual({});
      expect(readingsOf(again)).toEqual([asCompany, asRemark]);
      expect(answersOf(say(again.state, "是备注的").state)).toEqual({ 备注: `物业公司是${COMPANY}` });
    },
  );

  test.each(["小区车位紧张", "车棚正在改造", "无", "与物业合同同时到期", "业委会换届推迟到明年三月"])(
    "%s is no answer to it",
    (said) => {
      expect(readingsOf(say(either.state, said))).not.toEqual([asCompany, asRemark]);
    },
  );

  test("the name of a field that was not offered is none of what was", () => {
    const asked = say(at("备注"), `备注没有跳过吧对了物业公司我说漏了是${COMPANY}`);
    const again = say(asked.state, "是小区地址的");
    expect(answersOf(again.state)).toEqual({});
    expect(readingsOf(again)).toEqual(readingsOf(asked));
    expect(answersOf(say(again.state, "是物业服务企业名称的").state)).toEqual({ 物业服务企业名称: COMPANY });
  });
});

describe("what was offered is taken in words", () => {
  const two = "幺五八六七五四零三三九党支部书记是周丽萍";
  const phone = at("业委会主任电话", { 业委会主任: "陈国芬" });
  const known = { 业委会主任: "陈国芬" };

  test.each([
    "要的两项都记录",
    "要的记录其余两项",
    "好的记录其余2项",
    "嗯那就其余两项都记上",
    "可以的剩下的两项记录一下",
  ])("%s records both", (said) => {
    const offer = say(phone, two);
    expect(answersOf(offer.state)).toEqual(known);
    expect(answersOf(say(offer.state, said).state)).toEqual({
      ...known,
      业委会主任电话: "15867540339",
      党支部书记: "周丽萍",
    });
  });

  test("the name of one of them records that one, and the other waits", () => {
    const [done] = [sayAll(phone, [two, "只记书记"])];
    expect(answersOf(done.state)).toEqual({ ...known, 党支部书记: "周丽萍" });
    expect(answersOf(say(done.state, "要的记录其余一项").state)).toEqual({
      ...known,
      业委会主任电话: "15867540339",
      党支部书记: "周丽萍",
    });
  });

  test.each(["哎等我一下", "1386", "你帮我看看"])("a reply that is refused, %s, takes no offer away", (said) => {
    const refused = sayAll(phone, [two, said]);
    expect(answersOf(refused.state)).toEqual(known);
    expect(readingsOf(refused)).toEqual(["记录其余2项", "不记录"]);
    expect(answersOf(say(refused.state, "记录其余2项").state)).toMatchObject({ 党支部书记: "周丽萍" });
  });

  test("the same words later, at the review", () => {
    const offer = say(phone, two);
    const review = { ...offer.state, at: undefined };
    expect(answersOf(say(review, "要的记录其余两项").state)).toMatchObject({ 党支部书记: "周丽萍" });
  });

  test.each(["好的就叫这个", "就用这个名称吧", "那就采用建议吧", "对就叫这个", "行就写这个"])(
    "%s takes what is suggested",
    (said) => {
      const named = at("项目名称", { 小区名称: "浣纱枫庭小区" });
      expect(answersOf(say(named, said).state)).toMatchObject({ 项目名称: "浣纱枫庭小区" });
    },
  );

  test("two of its own buttons are asked about, and the offer stays", () => {
    const before = say(at("审批单位"), "可以的就写绍兴市建设局吧哦对了地址是浣东街道枫庭路一百二十八号");
    const again = say(before.state, "那就采用建议吧那个其余一项也记录上");
    expect(answersOf(again.state)).toEqual({});
    expect(readingsOf(again)).toEqual(["记录其余1项", "采用建议"]);
    expect(answersOf(say(again.state, "记录其余一项").state)).toEqual({ 小区地址: "浣东街道枫庭路一百二十八号" });
    expect(answersOf(say(again.state, "采用建议").state)).toMatchObject({ 审批单位: expect.anything() });
  });

  test.each(["枫庭家园", "和平小区", "都好花园", "对山名苑"])("%s is a name as before", (said) => {
    const named = at("项目名称", { 小区名称: "浣纱枫庭小区" });
    expect(answersOf(say(named, said).state)).toMatchObject({ 项目名称: said });
  });
});
