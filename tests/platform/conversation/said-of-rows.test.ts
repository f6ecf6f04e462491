import { describe, expect, test } from "vitest";
import { readReasonText } from "../../../src/platform/conversation/reason-line.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const given: ScoreRules = {
  ...rules,
  open: "1",
  given: rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id)),
};
const entriesOf = (typed: string) => {
  const line = readScoreLine(given, typed);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};

describe("what is said of a row is none of its reason", () => {
  test.each([
    ["3-4 4分 改 3分 公示栏无联系电话", "3-4 3 公示栏无联系电话"],
    ["3-4 4分改成3分，公示栏无联系电话", "3-4 3 公示栏无联系电话"],
    ["3-4 由4分改为3分", "3-4 3"],
    ["3-4 4→3 公示栏无联系电话", "3-4 3 公示栏无联系电话"],
    ["第三块的第六条第七条理由是绿化补种滞后", "3-6 绿化补种滞后；3-7 绿化补种滞后"],
    ["第三部分第六条、第七条的理由：绿化补种滞后", "3-6 绿化补种滞后；3-7 绿化补种滞后"],
    ["三杠四三杠五都是保洁频次不够的理由", "3-4 保洁频次不够；3-5 保洁频次不够"],
    ["一 44 4 4 3", "1-1 4；1-2 4；1-3 4；1-4 4；1-5 3"],
    ["二 63 65", "2-1 6；2-2 3；2-3 6；2-4 5"],
  ])("%s", (typed, expected) => {
    expect(entriesOf(typed)).toBe(expected);
  });

  test.each(["一 44 4 3", "一 444 43 2"])("%s counts no numeral of a part among its points", (typed) => {
    expect(entriesOf(typed)).toBe("retry");
  });
});

describe("a reason is stored as it is said", () => {
  test.each([
    "信用等级甲，列全市前3%（2023年7月公布）",
    "楼道亮牌（二期）未覆盖，9月15日前整改",
    "公示栏“联系电话”缺失；物业已更换",
  ])("%s", (reason) => {
    expect(entriesOf(`1-2 3 ${reason.replace("；", "，")}`)).toBe(`1-2 3 ${reason.replace("；", "，")}`);
    expect(entriesOf(`1-2\t4\t3\t${reason}`)).toBe(`1-2 3 ${reason}`);
    expect(readReasonText(reason)).toEqual({ kind: "text", text: reason });
  });

  test("without what leads to it", () => {
    expect(readReasonText("嗯理由是两期合并管理以后投诉减少")).toEqual({
      kind: "text",
      text: "两期合并管理以后投诉减少",
    });
    expect(readReasonText("理由充分，居民满意")).toEqual({ kind: "text", text: "理由充分，居民满意" });
  });

  test.each(["报", "报送", "2-4改5", "2-4 5分", "照旧", "重新报送", "记录其余2项"])("%s is none", (typed) => {
    expect(readReasonText(typed)).toBeUndefined();
  });
});
