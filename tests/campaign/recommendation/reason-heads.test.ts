import fc from "fast-check";
import { expect, test } from "vitest";
import { readLabelledReasons } from "../../../src/campaign/recommendation/labelled-reasons.ts";
import { withHeads } from "../../../src/campaign/recommendation/reason-heads.ts";
import { isTalk } from "../../../src/campaign/recommendation/talk-beside.ts";
import type { Question } from "../../../src/platform/conversation/field.ts";

const field = (label: string): Question => ({ key: label, label, kind: "longText", required: true });
const form = (labels: readonly string[]) => ({
  id: "recommendation",
  title: "",
  version: 1,
  fields: labels.map(field),
});
const names = ["云栖雅苑", "金柯花园（一期）"];
const one = form(["云栖雅苑的推荐理由"]);
const both = form(["云栖雅苑的推荐理由", "金柯花园（一期）的推荐理由"]);
const read = (of: typeof one, typed: string, open = of.fields[0]) => {
  const found = readLabelledReasons(of, open, { typed, names });
  return found?.kind === "given" ? found.reasons.map(({ question, text }) => [question.label, text]) : found;
};

test.each([
  "云栖雅苑理由改成：示范",
  "云栖雅苑的推荐理由改为：示范",
  "云栖雅苑的理由应该是示范",
  "把云栖雅苑的理由改为示范",
])("%s: the words before the reason are none of it", (typed) => {
  expect(read(one, typed)).toEqual([["云栖雅苑的推荐理由", "示范"]]);
  expect(readLabelledReasons(one, undefined, { typed, names })).toMatchObject({ kind: "given" });
});

test("each reason goes to its own case", () => {
  const typed = "云栖雅苑的推荐理由改为：\n一、老旧小区改造示范；\n二、调查96.3%\n金柯花园理由：整体较好";
  expect(read(both, typed)).toEqual([
    ["云栖雅苑的推荐理由", "一、老旧小区改造示范； 二、调查96.3%"],
    ["金柯花园（一期）的推荐理由", "整体较好"],
  ]);
  expect(read(one, typed)).toEqual({ kind: "other", name: "金柯花园（一期）" });
  expect(read(both, "一、示范\n2 金柯花园（一期）：整体较好，列第二。")).toEqual([
    ["云栖雅苑的推荐理由", "一、示范"],
    ["金柯花园（一期）的推荐理由", "整体较好，列第二。"],
  ]);
});

test("a case of which no reason is asked for is named, not overwritten", () => {
  expect(read(one, "金柯花园的推荐理由：党建引领突出")).toEqual({ kind: "other", name: "金柯花园（一期）" });
});

test("whatever stands before it, and in whatever order, no reason is misfiled", () => {
  const head = fc.constantFrom("的推荐理由：", "理由：", "的理由改为：", "理由改成", "的推荐理由应为：", "：");
  const said = fc.constantFrom("示范小区", "满意度96.3%", "一、党建引领；二、物业规范", "居民认可");
  fc.assert(
    fc.property(head, head, said, said, fc.boolean(), fc.constantFrom("\n", "；"), (h1, h2, a, b, swap, sign) => {
      const lines = [`云栖雅苑${h1}${a}`, `金柯花园（一期）${h2}${b}`];
      const found = read(both, (swap ? lines.toReversed() : lines).join(sign));
      expect(new Map(found as [string, string][])).toEqual(
        new Map([
          ["云栖雅苑的推荐理由", a],
          ["金柯花园（一期）的推荐理由", b],
        ]),
      );
    }),
    { seed: 11, numRuns: 200 },
  );
});

test.each(["看看推荐名单", "打开附件1", "提交吧", "把刚才那句去掉", "理由不要了", "撤销", "好的报送吧"])(
  "%s is no reason",
  (said) => {
    expect(isTalk(said)).toBe(true);
  },
);

test.each(["看得见的变化多，居民认可", "提交材料齐全", "撤销了一处违建"])("%s may be one", (said) => {
  expect(isTalk(said)).toBe(false);
});

test.each([
  ["城西花园要求不符合的理由改为违规搭建正在整改", "违规搭建正在整改"],
  ["城西花园要求不符合的理由那个违规搭建正在拆", "违规搭建正在拆"],
  ["城西花园的不符合说明：城管执法已补充1次，9月整改", "城管执法已补充1次，9月整改"],
  ["把城西花园不符合的原因改成违规搭建正在整改", "违规搭建正在整改"],
])("%s: the field's name is none of the reason", (typed, text) => {
  const fields = ["城西花园的推荐理由", "城西花园要求不符合的理由"].map(field);
  const found = readLabelledReasons({ ...one, fields }, fields[0], { typed, names: ["城西花园"] });
  expect(found).toEqual({ kind: "given", reasons: [{ question: fields[1], text }] });
});

test.each([
  ["江东花园的理由就是满意度高", "江东花园的推荐理由：满意度高"],
  ["浣江的就写满意度高", "浣江锦苑的推荐理由：满意度高"],
  ["浣江的推荐理由就写满意度高", "浣江锦苑的推荐理由：满意度高"],
  ["浣江的就近入学率高", "浣江的就近入学率高"],
])("%j is written as %j", (said, written) => {
  const own = ["江东花园", "浣江锦苑"];
  const asked = own.map((name) => ({
    key: name,
    label: `${name}的推荐理由`,
    kind: "longText" as const,
    required: true,
  }));
  expect(withHeads(asked, said, own)).toBe(written);
});
