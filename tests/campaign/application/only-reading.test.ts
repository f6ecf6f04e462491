import { describe, expect, test } from "vitest";
import { answersOf, at, buttonsOf, readingsOf, say, sayAll, wordsOf } from "./support/said.ts";

const known = { 小区名称: "浣纱明珠府", 小区地址: "浣东街道东旺路6号" };

describe("of a message that is refused whole, the one plain value is on a button", () => {
  test.each([
    ["申报单位", "哎不对不对小区名称是东方名苑前面那几个字不要", "小区名称：东方名苑"],
    ["申报单位", "申报单位是诸暨市浣江物业管理有限公司哦不对写业委会吧浣纱明珠府业主委员会", "浣纱明珠府业主委员会"],
    ["审批单位", "对的对的就写绍兴市住建局谢谢啊", "绍兴市住建局"],
    ["申报单位负责人", "哦不对地址里不要年份地址改成浣东街道东旺路九十六号", "小区地址：浣东街道东旺路九十六号"],
    ["业委会主任电话", "幺三六五七五八九零零三哎不对最后是零零八幺三六五七五八九零零八", "13657589008"],
    ["业委会主任电话", "+86 139 5756 1122（徐水根，2021.3起任）", "13957561122"],
    ["党支部书记", "书记啊书记是应该是杨秀英吧对就是杨秀英", "杨秀英"],
    ["党支部书记", "杨秀兰啊不是杨秀英", "杨秀英"],
    ["物业服务企业名称", "都不是物业公司就是诸暨市浣江物业管理有限公司", "诸暨市浣江物业管理有限公司"],
    ["交付率或入住率", "哎不是楼国庆是社区的书记我们党支部书记还是杨秀英", "党支部书记：杨秀英"],
    ["交付率或入住率", "入住率百分之八十九啊不是百分之九十一点二嗯七月底的数", "91.2%"],
    ["小区名称", "再报一个叫那个翠湖花苑吧在陶朱街道", "翠湖花苑"],
    ["小区名称", "刚才说了呀翠湖花苑", "翠湖花苑"],
    ["小区名称", "嗯叫翠湖花园哦不是园是苑翠湖花苑", "翠湖花苑"],
    ["小区名称", "小区名字的话翠湖花苑四个字", "翠湖花苑"],
    ["申报单位类型", "社区嘛审批单位嗯跟上次那个一样", "社区"],
    ["业委会主任", "徐建平啊电话我等下给你", "徐建平"],
    ["小区地址", "地址嘛原来是东旺路69号哦不是东旺路96号", "东旺路96号"],
    ["申报材料", "哎不对小区名称是东方名苑前面那几个字不要", "小区名称：东方名苑"],
    [
      "物业服务企业名称",
      "物业公司的话是浙江宏泰物业服务有限公司诸暨分公司物管会主任电话幺五八五七五六六幺二三四",
      "浙江宏泰物业服务有限公司诸暨分公司",
    ],
  ])("%s: %s", (label, text, reading) => {
    const asked = say(at(label, known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)).toEqual([reading]);
    const [field = "", value = ""] = reading.includes("：") ? reading.split("：") : [label, reading];
    const shown = value === "91.2%" || label === "申报单位类型" ? expect.anything() : value;
    expect(answersOf(say(asked.state, reading).state)).toEqual({ ...known, [field]: shown });
  });

  test.each([
    [
      "业委会主任电话",
      "这个先跳过支部书记是傅丽娜支部是翠湖社区党总支第三支部",
      { 党支部书记: "傅丽娜", 党支部名称: "翠湖社区党总支第三支部" },
    ],
    [
      "党支部名称",
      "应该是翠湖社区第三党支部社区是翠湖社区",
      { 党支部名称: "翠湖社区第三党支部", 所属社区: "翠湖社区" },
    ],
  ])("%s: %s: several fields are on one", (label, text, values) => {
    const asked = say(at(label, known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(buttonsOf(asked)).toContain("分别记录2项");
    expect(answersOf(say(asked.state, "分别记录2项").state)).toEqual({ ...known, ...values });
  });

  test.each([
    ["地址改成诸暨市浣东街道东旺路九十六号然后提交", "小区地址：诸暨市浣东街道东旺路九十六号", "提交"],
    ["地址改成诸暨市浣东街道东旺路九十六号，提交", "诸暨市浣东街道东旺路九十六号", "提交"],
    ["书记改成杨秀英然后保存退出", "党支部书记：杨秀英", "保存退出"],
    ["业委会主任改成徐建平 提交", "徐建平", "提交"],
    ["业委会主任电话改13867501234 交了", "13867501234", "交了"],
  ])("%s: the order beside it is named as not done", (text, reading, order) => {
    const asked = say(at("申报单位负责人", known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)).toEqual([reading]);
    expect(wordsOf(asked)).toContain(`「${order}」未办理`);
  });

  test.each([
    ["业委会主任", "还没选出来呢电话也没有"],
    ["小区名称", "不是翠湖花苑"],
    ["所属社区", "放弃记录"],
    ["申报单位", "鹿山物业，物业，y，鹿山路8号，李强13911112222"],
    ["近两年内重大安全责任事故", "无，但2022年5月1日有一起"],
  ])("%s: %s: none is", (label, text) => {
    const asked = say(at(label, known), text);
    expect(answersOf(asked.state)).toEqual(known);
    expect(readingsOf(asked)).toEqual([]);
  });

  test("what is quoted is what was said", () => {
    const text = "入住率百分之八十九啊不是百分之九十一点二嗯七月底的数";
    expect(wordsOf(say(at("交付率或入住率"), text))).toContain(`「${text}」`);
  });

  test("a field that is to be written anew is opened by the button", () => {
    const state = at("项目名称", { ...known, 申报材料: "旧的材料" });
    const asked = say(state, "哎呀搞错了申报材料重新写");
    expect(readingsOf(asked)).toEqual(["改 申报材料"]);
    expect(say(asked.state, "改 申报材料").state.at).toBe("statement");
  });
});

describe("what is said to the program around a text is none of it", () => {
  const matter = "翠湖花苑两千零九年建成一共四百八十户物管会每个月碰一次头居民都说好";
  test.each([
    ["申报材料", `好的就写${matter}嗯差不多了你看着写`, matter],
    ["申报材料", `申报材料改成${matter}物业不换了谢谢`, matter],
    ["申报材料", "本小区2016年交付，业委会履职到位，就写这些", "本小区2016年交付，业委会履职到位"],
    ["备注", "嗯备注就说充电棚是去年建的其他没了", "充电棚是去年建的"],
    ["备注", "备注写充电棚去年建的，提交", "充电棚去年建的"],
    ["备注", "备注就写2022年评过美丽家园其他照旧", "2022年评过美丽家园"],
  ])("%s: %s", (label, text, content) => {
    const asked = say(at(label), text);
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual([`作为“${label}”记录`, "不记录"]);
    expect(answersOf(say(asked.state, `作为“${label}”记录`).state)).toEqual({ [label]: content });
  });

  test("写字楼 is content", () => {
    const text = "写字楼改造项目，已交付";
    expect(answersOf(say(at("备注"), text).state)).toEqual({ 备注: text });
  });

  test.each(["备注：现场材料另附", "备注改为：现场材料另附"])("%s: behind the label it is content", (text) => {
    expect(answersOf(say(at(undefined, known), text).state)).toEqual({ ...known, 备注: "现场材料另附" });
  });

  test("without the label it is shown first", () => {
    const asked = say(at("备注"), "现场材料另附");
    expect(answersOf(asked.state)).toEqual({});
    expect(readingsOf(asked)).toEqual(["作为“备注”记录", "不记录"]);
    expect(readingsOf(say(at("申报材料"), "申报材料另附"))).toEqual([]);
  });
});

describe("words of a saved text that are to go take no text's place", () => {
  const remark = { 备注: "充电棚是去年建的其他没了" };
  test.each([
    "备注不要其他没了那四个字",
    "备注后面其他没了去掉",
    "备注删掉其他没了这四个字",
    "备注里面的其他没了去掉",
    "改 备注去掉后面其他没了",
  ])("%s: what is left is shown first", (text) => {
    const asked = say(at(undefined, remark), text);
    expect(answersOf(asked.state)).toEqual(remark);
    expect(wordsOf(asked)).toContain("去掉「其他没了」后共8字：充电棚是去年建的。");
    expect(answersOf(say(asked.state, "作为“备注”记录").state)).toEqual({ 备注: "充电棚是去年建的" });
  });

  test("two parts of it, and not the order itself", () => {
    const state = at("项目名称", { 申报材料: "好的就写翠湖花苑四百八十户居民都说好嗯差不多了你看着写" });
    const asked = say(state, "申报材料前面好的就写这几个字去掉后面差不多了你看着写也去掉");
    expect(answersOf(say(asked.state, "作为“申报材料”记录").state)).toEqual({
      申报材料: "翠湖花苑四百八十户居民都说好",
    });
  });

  test("words that do not stand there are told how to be changed", () => {
    const asked = say(at(undefined, remark), "备注不要没有的话那四个字");
    expect(answersOf(asked.state)).toEqual(remark);
    expect(readingsOf(asked)).toEqual([]);
    expect(wordsOf(asked)).toContain("「备注改为…」");
  });
});

describe("不记录 and more in one message", () => {
  const state = at("项目名称", { 备注: "旧" });
  test.each(["不记录 物业是浙江宏泰物业服务有限公司", "n，物业是浙江宏泰物业服务有限公司"])("%s", (text) => {
    const done = sayAll(state, ["备注：充电棚去年建的", text]);
    expect(answersOf(done.state)).toEqual({ 备注: "旧", 物业服务企业名称: "浙江宏泰物业服务有限公司" });
    expect(wordsOf(done)).toContain("1项未予记录");
    expect(done.state.held).toBeUndefined();
  });

  test("with the rest refused, what waits is kept", () => {
    const done = sayAll(state, ["备注：充电棚去年建的", "不记录 业委会主任电话是139"]);
    expect(answersOf(done.state)).toEqual({ 备注: "旧" });
    expect({ ...done.state.held, ...done.state.offered }).toMatchObject({ remarks: "充电棚去年建的" });
  });
});

describe("yes to what was listed records it, and is never content", () => {
  const text =
    "好的就写翠湖花苑两千零九年建成一共四百八十户物管会每个月碰一次头花了六十八万居民都说好嗯差不多了你看着写";

  test.each(["对的记录", "对的，记录", "好记录吧", "是的就这么记", "嗯对记录下来", "没错照此记录", "作为申报材料记录"])(
    "%s",
    (yes) => {
      const asked = say(at("申报材料", known), text);
      expect(answersOf(asked.state)).toEqual(known);
      expect(readingsOf(asked)).toContain("作为“申报材料”记录");
      const recorded = answersOf(say(asked.state, yes).state);
      expect(recorded).toEqual(answersOf(say(asked.state, "作为“申报材料”记录").state));
      expect(recorded).toHaveProperty("申报材料");
    },
  );

  test.each(["好就记录其余的那项", "那就记录剩下的那1项", "对的记录其余1项"])("%s", (yes) => {
    const offered = say(at("申报材料", known), "物业服务企业名称：诸暨绿洲物业服务有限公司\n申报单位类型：别的");
    expect(answersOf(say(offered.state, yes).state)).toEqual(answersOf(say(offered.state, "记录其余1项").state));
    expect(answersOf(say(offered.state, yes).state)).toMatchObject({ 物业服务企业名称: "诸暨绿洲物业服务有限公司" });
  });
});
