import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { formOf } from "../../../src/campaign/application/offered.ts";
import {
  changesSeveral,
  fieldsOfCases,
  isForOther,
  severalFormsView,
  wordWithName,
} from "../../../src/campaign/application/several-forms.ts";

const form = formOf(shaoxing().definition);
if (!form) throw new Error("the demonstration has no application form");
const names = { own: "镜湖春天", others: ["金都花园", "鉴湖名邸"] };
const read = (text: string) =>
  fieldsOfCases(form, names, text).map(({ name, fields }) => [
    name,
    ...fields.map(({ label, value }) => `${label}：${value}`),
  ]);

describe("fields of several cases in one message", () => {
  test.each([
    [
      "更正：\n金都花园\t物业服务企业\t浙江甲物业有限公司\n镜湖春天\t业委会主任\t何芳芳",
      ["镜湖春天", "业委会主任：何芳芳"],
      ["金都花园", "物业服务企业名称：浙江甲物业有限公司"],
    ],
    [
      "金都花园的小区地址改为胜利路1号；镜湖春天：申报单位负责人电话改为13700002288",
      ["金都花园", "小区地址：胜利路1号"],
      ["镜湖春天", "申报单位负责人电话：13700002288"],
    ],
    [
      "金都花园：小区地址改为胜利路1号；镜湖春天：业委会主任改为何芳芳",
      ["金都花园", "小区地址：胜利路1号"],
      ["镜湖春天", "业委会主任：何芳芳"],
    ],
    [
      "业委会主任：何芳芳\n金都花园 小区地址：胜利路1号",
      ["镜湖春天", "业委会主任：何芳芳"],
      ["金都花园", "小区地址：胜利路1号"],
    ],
  ])("%j: each its own", (text, ...parts) => {
    expect(read(text)).toEqual(parts);
  });

  test("a line of another case holds the message, also where it is not read", () => {
    expect(read("金都花园\t物管\t甲公司\n镜湖春天\t业委会主任\t何芳芳")).toEqual([
      ["金都花园"],
      ["镜湖春天", "业委会主任：何芳芳"],
    ]);
  });

  test.each([
    "镜湖春天：小区地址改为胜利路1号",
    "小区地址：胜利路1号\n业委会主任：何芳芳",
    "小区名称：金都花园\n小区地址：胜利路1号\n业委会主任：何芳芳",
    "金都花园",
    "小区地址：金都花园北侧",
    "申报单位：金都花园业委会",
    "金都花园地址胜利路1号",
  ])("%j is asked elsewhere, or is of the open form", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("what is offered is said to the form, or to the case that it names, and never to another", () => {
    const parts = fieldsOfCases(
      form,
      names,
      "金都花园的小区地址改为胜利路1号；镜湖春天：申报单位负责人电话改为13700002288",
    );
    expect(severalFormsView(parts, names.own).actions.map(({ label, typed }) => [label, typed])).toEqual([
      ["办理“金都花园”", "/金都花园的小区地址改为胜利路1号"],
      ["办理“镜湖春天”", "申报单位负责人电话：13700002288"],
    ]);
    for (const typed of ["金都花园的小区地址改为胜利路1号", "申报单位负责人电话：13700002288"])
      expect(fieldsOfCases(form, { others: [names.own, ...names.others] }, typed)).toEqual([]);
  });
});

test.each([
  ["金都花园的小区地址改为胜利路1号；镜湖春天：业委会主任改为何芳芳", true],
  ["小区地址改为胜利路1号；申报单位改为镜湖社区", true],
  ["小区地址改为胜利路1号", false],
  ["/小区地址改为胜利路1号；申报单位改为镜湖社区", false],
])("%s changes more than one field: %s", (text, several) => {
  expect(changesSeveral(text)).toBe(several);
});

test.each([
  ["经过 金都花园", "金都花园"],
  ["经过　镜湖春天", "镜湖春天"],
  ["胜利路1号 金都花园", undefined],
  ["镜湖春天", undefined],
])("%s: a word with the name %s", (text, name) => {
  expect(wordWithName(text, [names.own, ...names.others])).toBe(name);
});

describe("what stands under the name of another case is that case's", () => {
  test.each([
    [
      "【金都花园】备注：2023年列入市级样板\n【镜湖春天】所属社区：康隆社区",
      [
        ["金都花园", "备注：2023年列入市级样板"],
        ["镜湖春天", "所属社区：康隆社区"],
      ],
    ],
    [
      "转发：金都花园补充材料\n党支部书记：李军\n党支部书记电话：0575-82110033",
      [["金都花园", "党支部书记：李军", "党支部书记电话：0575-82110033"]],
    ],
    ["《金都花园》\n党支部名称：江扬社区第五党支部", [["金都花园", "党支部名称：江扬社区第五党支部"]]],
    [
      "各位同事：\n关于金都花园，业委会主任电话更正为：13905751123，联系人不变。\n2023/8/28",
      [["金都花园", "业委会主任电话：13905751123"]],
    ],
    ["改 金都花园 业委会主任电话 13905751123", [["金都花园", "业委会主任电话：13905751123"]]],
    ["关于金都花园\n项目名称：金都花园三期", [["金都花园", "项目名称：金都花园三期"]]],
  ])("%j", (text, parts) => {
    expect(read(text)).toEqual(parts);
  });

  test("its own name above it says nothing else", () => {
    expect(read("【镜湖春天】\n党支部名称：江扬社区第五党支部")).toEqual([]);
  });
});

test.each([
  ["/金都花园的小区地址改为胜利路1号\n所属社区改为锦江社区", true],
  ["／金都花园的小区地址改为胜利路1号", true],
  ["/镜湖春天的小区地址改为胜利路1号", false],
  ["金都花园的小区地址改为胜利路1号", false],
  ["/小区地址改为胜利路1号", false],
])("%j is for another form: %s", (text, is) => {
  expect(isForOther(text, [names.own, ...names.others], names)).toBe(is);
});
