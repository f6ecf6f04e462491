import { describe, expect, test } from "vitest";
import { besideReason } from "../../../src/campaign/recommendation/beside-reasons.ts";
import { readOrder } from "../../../src/campaign/recommendation/order.ts";
import type { Asked } from "../../../src/campaign/recommendation/said-of-several.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";

const names = ["江滨一品", "望江华园", "金色家园"];
const field = (key: string, label: string): Question => ({ key, label, kind: "longText", required: true });
const reason = field("c0", "江滨一品的推荐理由");
const listOf = (fields: readonly Question[], given: Readonly<Record<string, string>> = {}): Asked => {
  const form = { id: "recommendation", title: "", version: 1, fields };
  const candidates = names.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
  const open = begin(form);
  const { at: _, ...none } = open;
  const isReady = fields.every(({ key }) => given[key] !== undefined);
  return { candidates, order: ["c0", "c1"], reasons: { form, state: { ...(isReady ? none : open), answers: given } } };
};
const asking = listOf([reason]);
const ready = listOf([reason], { c0: "居民满意度高" });
const offers = (said: string, of: Asked = asking) =>
  besideReason(of, said)?.offers.map(({ label, typed }) => [label, typed]);

describe("reasons of two cases in one text are not taken for that of one", () => {
  test.each([
    [
      "嗯理由的话江滨一品居民满意度高群众反映好望江华园党建做得扎实",
      ["只记江滨一品", "江滨一品的推荐理由：居民满意度高群众反映好"],
    ],
    ["江滨一品业委会筹备中，望江华园街道推荐", ["只记江滨一品", "江滨一品的推荐理由：业委会筹备中"]],
  ])("%j", (said, own) => {
    expect(offers(said)).toEqual([own, ["作为理由", `内容：${said}`]]);
    expect(besideReason(asking, said)?.said).toContain("“望江华园”没有");
  });

  test.each([
    "江滨一品满意度高于望江华园，群众反映好",
    "与望江华园、金色家园相比，物业服务更细致",
    "在望江华园改造后的基础上推广",
  ])("%j is one reason", (said) => {
    expect(besideReason(asking, said)).toBeUndefined();
  });

  test("where each has its own, all are offered at once", () => {
    const both = listOf([reason, field("c1", "望江华园的推荐理由")]);
    expect(offers("江滨一品居民满意度高望江华园党建做得扎实", both)?.[0]).toEqual([
      "分别记录",
      "江滨一品的推荐理由：居民满意度高\n望江华园的推荐理由：党建做得扎实",
    ]);
  });
});

describe("what is offered beside a reason works", () => {
  test("a case that needs no reason is no item of the open one once all are given", () => {
    const said = besideReason(ready, "望江华园的理由是党建做得扎实网格员到位");
    expect(said?.offers).toEqual([]);
    expect(said?.said).toContain("“望江华园”没有需要填写的理由");
    expect(said?.said).not.toContain("本项");
  });

  test.each([
    ["理由就是居民满意度高投诉少", "居民满意度高投诉少"],
    ["理由改 街道推荐 有党建示范点", "街道推荐 有党建示范点"],
    ["因为居民满意度高投诉少", "居民满意度高投诉少"],
  ])("%j, where all is given, may replace the only one", (said, text) => {
    expect(offers(said, ready)).toEqual([["作为理由", `内容：江滨一品的推荐理由：${text}`]]);
    expect(besideReason(ready, said)?.said).toContain("已填写「居民满意度高」");
  });
});

describe("a request for something else within a reason is asked about", () => {
  test.each([
    "江滨一品的推荐理由：联席会议制度9月15日前建立。\n另：申请延期，因省厅检查，推荐名单延至2023/10/9报送",
    "居民满意度高。另，请将名单延至10月9日报送",
    "居民满意度高。此外恳请延期至10月9日",
    "居民满意度高。\n申请延期至10月9日",
  ])("%j", (said) => {
    expect(besideReason(asking, said)?.said).toContain("其他事项");
  });

  test.each([
    "另有3户空置，不影响满意度",
    "居民满意度高；另外社区常年开展议事",
    "已申请省级示范小区，群众支持",
    "业委会另行选举，运行良好",
  ])("%j is one", (said) => {
    expect(besideReason(asking, said)).toBeUndefined();
  });
});

describe("an order in people's words", () => {
  const orderOf = (said: string) => offers(said, ready)?.[0]?.[1];
  test.each([
    ["换一下望江华园第一江滨一品第二吧", "推荐 2 1"],
    ["顺序换一下，望江华园第一，江滨一品第二", "推荐 2 1"],
    ["顺序改成：1. 望江华园；2. 江滨一品", "推荐 2 1"],
    ["江滨去掉", "推荐 2"],
    ["江滨一品拿掉", "推荐 2"],
    ["江滨一品不推了", "推荐 2"],
  ])("%j", (said, typed) => {
    expect(orderOf(said)).toBe(typed);
  });

  test.each<[string, readonly number[]]>([
    ["还是江滨一品先吧然后望江华园", [0, 1]],
    ["望江华园先，江滨一品后面", [1, 0]],
  ])("%j", (said, places) => {
    expect(readOrder(said, names)).toEqual({ kind: "places", places });
  });

  test("a table with three columns under its title is read with its reasons", () => {
    const table = "序号\t小区名称\t推荐理由\n1\t望江华园\t满意度98.6％，自治有力\n2\t江滨一品\t参与度高";
    const read = {
      kind: "places",
      places: [1, 0],
      reasons: new Map([
        [1, "满意度98.6％，自治有力"],
        [0, "参与度高"],
      ]),
    };
    expect(readOrder(table, names)).toEqual(read);
    expect(readOrder(`上虞区推荐名单\n${table}`, names)).toEqual(read);
  });

  test("of a row that names none that can be recommended its name is said", () => {
    expect(readOrder("序号\t小区名称\t推荐理由\n1\t望江华园\t好\n2\t百合苑\t整改提升明显", names)).toEqual({
      kind: "unknown",
      part: "百合苑",
    });
  });
});

describe("rows of reasons are never offered as one reason", () => {
  const shangyu = ["曹娥庙前小区", "滨江壹号院", "江南春晓小区"];
  const candidates = shangyu.map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
  const fields = [field("c1", "滨江壹号院的推荐理由"), field("unmet-c2", "江南春晓小区要求不符合的理由")];
  const form = { id: "recommendation", title: "", version: 1, fields };
  const three: Asked = { candidates, order: ["c1", "c0", "c2"], reasons: { form, state: begin(form) } };
  const wanted = [
    [
      "只记滨江壹号院、江南春晓小区",
      "滨江壹号院的推荐理由：物业服务规范，满意度0.955，投诉少\n江南春晓小区要求不符合的理由：“红色物业”示范点，6-4厨余分类已于2023/8/15整改",
    ],
  ];

  test("with their names, of which one wants none", () => {
    expect(offers("1.江滨一品 业委会筹备中\n2.望江华园 街道推荐")).toEqual([
      ["只记江滨一品", "江滨一品的推荐理由：业委会筹备中"],
    ]);
  });

  test("numbered without names they are those of the saved order", () => {
    const said =
      "1. 理由：物业服务规范，满意度0.955，投诉少\n2. 理由：老旧小区改造后面貌一新；6-3已整改\n3. 理由：“红色物业”示范点，6-4厨余分类已于2023/8/15整改";
    expect(offers(said, three)).toEqual(wanted);
    expect(besideReason(three, said)?.said).toContain("序号按已保存的次序：");
    expect(besideReason(three, said)?.said).toContain("“曹娥庙前小区”没有需要填写的理由");
  });

  test("as rows of a table those that are wanted are offered", () => {
    const said =
      "滨江壹号院\t物业服务规范，满意度0.955，投诉少\n曹娥庙前小区\t老旧小区改造后面貌一新；6-3已整改\n江南春晓小区\t“红色物业”示范点，6-4厨余分类已于2023/8/15整改";
    expect(offers(said, three)).toEqual(wanted);
  });

  test("numbers beyond the saved order are no rows of it", () => {
    const said = "1. 理由：满意度高\n4. 理由：投诉少";
    expect(offers(said, three)?.some(([label]) => label === "改为此次序") ?? false).toBe(false);
  });

  test("a single reason in numbered points is one", () => {
    expect(besideReason(three, "1. 满意度高\n2. 投诉少")).toBeUndefined();
  });

  test("the label of a reason that nobody asks for is no part of it", () => {
    const own = { ...form, fields: [field("unmet-c1", "江南新村要求不符合的理由")] };
    const one = [{ application: { id: "c1", compoundName: "江南新村" } }];
    const asked: Asked = { candidates: one, order: ["c1"], reasons: { form: own, state: begin(own) } };
    expect(offers("江南新村推荐理由：党建引领扎实，9月15日前完成整改", asked)).toEqual([
      ["作为理由", "内容：党建引领扎实，9月15日前完成整改"],
    ]);
  });

  test("第一…理由是…第二…理由嘛…, in a breath", () => {
    const zhuji = ["浣纱花苑", "江南新村"].map((compoundName, at) => ({ application: { id: `c${at}`, compoundName } }));
    const own = { ...form, fields: [field("unmet-c1", "江南新村要求不符合的理由")] };
    const two: Asked = { candidates: zhuji, order: ["c0", "c1"], reasons: { form: own, state: begin(own) } };
    const said = "第一浣纱花苑理由是党建引领好评分高第二江南新村理由嘛居民满意度高";
    expect(offers(said, two)).toEqual([["只记江南新村", "江南新村要求不符合的理由：居民满意度高"]]);
    expect(offers("哦不对江南新村的理由改成因为乱停乱放正在整改", two)).toEqual([
      ["按更正后记录", "江南新村的理由改成乱停乱放正在整改"],
    ]);
  });

  test("who falls off the list by another order is said", () => {
    expect(besideReason(three, "曹娥庙前小区")?.said).toContain("改后不再推荐“滨江壹号院”、“江南春晓小区”");
    expect(besideReason(three, "2 1 3")?.said).not.toContain("不再推荐");
  });
});

test.each(["好改为此次序吧", "按更正后记录", "嗯 分别记录"])("%j is a button and no reason", (said) => {
  for (const of of [asking, ready]) {
    expect(offers(said, of)).toEqual([]);
    expect(besideReason(of, said)?.said).toContain("是按钮的名称，未记为理由");
  }
});

describe("a command behind a reason is none of it", () => {
  const isCommand = (word: string): boolean => ["查", "推荐"].includes(word);

  test.each([
    ["群众满意高 查", "群众满意高"],
    ["群众满意高，推荐", "群众满意高"],
  ])("%j", (said, less) => {
    const beside = besideReason(asking, said, { isCommand });
    expect(beside?.offers[0]?.typed).toBe(less);
    expect(beside?.said).toContain("未保存");
  });

  test.each(["群众满意高 检查", "群众推荐", "查", "投诉少便于查"])("%j has none", (said) => {
    expect(besideReason(asking, said, { isCommand })).toBeUndefined();
  });
});
