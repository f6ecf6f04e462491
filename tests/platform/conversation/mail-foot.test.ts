import { describe, expect, test } from "vitest";
import { withoutMailFoot } from "../../../src/platform/conversation/mail-foot.ts";

describe("what a mail program adds below a message", () => {
  test.each([
    ["补种未完\n\n--\n周红英\n电话：0575-87018888", "补种未完", ["周红英", "电话：0575-87018888"]],
    ["同意推荐\n--\n周红英 诸暨市住建局", "同意推荐", ["周红英 诸暨市住建局"]],
    [
      "确认\n\n--\n郭伟明\n诸暨市浣江物业服务有限公司 总经理\n手机：13812345678",
      "确认",
      ["郭伟明", "诸暨市浣江物业服务有限公司 总经理", "手机：13812345678"],
    ],
    ["满意度高\n——\n住建局物业科", "满意度高", ["住建局物业科"]],
    ["满意度高\n\n发自我的iPhone", "满意度高", ["发自我的iPhone"]],
    ["满意度高\n发自我的华为手机\n", "满意度高", ["发自我的华为手机"]],
    ["满意度高\nSent from my iPhone", "满意度高", ["Sent from my iPhone"]],
    ["1-1 4\n1-2 3\n\n--\n周红英\n\n发自我的iPhone", "1-1 4\n1-2 3", ["周红英", "发自我的iPhone"]],
    [
      "党支部书记\t吴敏\n--\n地址：暨阳街道1号\n邮箱：a@b.cn",
      "党支部书记\t吴敏",
      ["地址：暨阳街道1号", "邮箱：a@b.cn"],
    ],
  ])("%j", (typed, text, foot) => {
    expect(withoutMailFoot(typed)).toEqual({ text, foot });
  });

  test.each([
    ["提交\n\n王芳 诸暨市住建局", "提交", ["王芳 诸暨市住建局"]],
    ["满意度高\n\n周红英\n0575-87018888", "满意度高", ["周红英", "0575-87018888"]],
    [
      "无\n\n诸暨市住建局 周红英\n地址：暨阳街道1号\n电话：0575-87018888",
      "无",
      ["诸暨市住建局 周红英", "地址：暨阳街道1号", "电话：0575-87018888"],
    ],
  ])("%j: also a name with its office, where no form has such lines", (typed, text, foot) => {
    expect(withoutMailFoot(typed, { isBare: true })).toEqual({ text, foot });
    expect(withoutMailFoot(typed)).toEqual({ text: typed, foot: [] });
  });

  test.each([
    "1-1 4\n--\n1-2 3 会议少",
    "第一段。\n---\n第二段。",
    "党支部书记\n周红英\n电话\n13812345678",
    "满意度高\n\n居民反映好",
    "--\n周红英",
    "发自我的iPhone",
    "物业费收缴率95%——比上年提高",
    "表格\n--\n甲\t乙\n周红英",
  ])("%j is all content", (typed) => {
    expect(withoutMailFoot(typed).foot).toEqual([]);
    expect(withoutMailFoot(typed).text).toBe(typed);
  });

  test("a bare name below an empty line needs the name of a person", () => {
    expect(withoutMailFoot("满意度高\n\n停车规范", { isBare: true }).foot).toEqual([]);
  });
});
