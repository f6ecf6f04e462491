import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const given: ScoreRules = { ...rules, given: rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) };
const entriesOf = (typed: string, of = given) => {
  const line = readScoreLine(of, typed);
  return line.kind === "points"
    ? showEntries(line.entries)
    : `${line.kind}：${"sentence" in line ? line.sentence : ""}`;
};
const offeredOf = (typed: string) => {
  const line = readScoreLine(given, typed);
  return line.kind === "retry" ? line.readable?.typed : undefined;
};

describe("a correction inside a sentence", () => {
  test.each([
    ["一之一四分一之二四分一之三三分不对四分一之四五分一之五三分", "1-1 4；1-2 4；1-3 4；1-4 5；1-5 3"],
    ["三杠七五分不对四分", "3-7 4"],
    ["2-1 5分不对是6分", "2-1 6"],
    ["二之一五分不对六分", "2-1 6"],
  ])("%s gives the row what was said last", (typed, expected) => {
    expect(entriesOf(typed)).toBe(expected);
  });

  test.each([
    ["二之一五分嗯没有把关记录不对是六分", "2-1 6"],
    ["2-1 5 没有记录，应该是六分", "2-1 6"],
    ["2-1 5 没有记录 说错了 4分", "2-1 4 没有记录"],
    ["三之五给四分楼道有杂物不对不对是三分", "3-5 3 楼道有杂物"],
    ["四之二两分没有供热单位不对供热本来就不适用还是三分", "4-2 3"],
  ])("%s is asked back with the later one", (typed, offered) => {
    expect(offeredOf(typed)).toBe(offered);
  });

  test("is never lost, and never a reason, whatever is said between", () => {
    const rows = rules.sections.flatMap(({ rows: all }) => all);
    const one = fc.tuple(fc.constantFrom(...rows), fc.nat(2), fc.nat(2)).filter(([, a, b]) => a !== b);
    const word = fc.constantFrom("不对", "不对是", "错了应该是", "说错了，改成", "不对，是");
    const said = fc.constantFrom("", "嗯", "会议少", "，记录不全，");
    fc.assert(
      fc.property(one, word, said, ([row, first, last], correct, between) => {
        const line = readScoreLine(given, `${row.id} ${first}分${between}${correct}${last}分`);
        const entries = line.kind === "points" ? line.entries : [];
        for (const entry of entries) expect(entry).toEqual({ row: row.id, points: last });
        const reason = between.replaceAll(/[嗯，]/gu, "");
        const kept = reason !== "" && last < row.maxPoints ? `${row.id} ${last} ${reason}` : `${row.id} ${last}`;
        if (line.kind !== "points") expect(line).toMatchObject({ kind: "retry", readable: { typed: kept } });
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("nothing of one row is filed with another", () => {
  test.each([
    ["三之一零分不在前百分之五三之三零分没算出来", "3-1 0 不在前百分之五；3-3 0 没算出来"],
    ["三之一两分前百分之五十三之三三分", "3-1 2 前百分之五十；3-3 3"],
    ["三之一两分满意度百分之九十五", "3-1 2 满意度百分之九十五"],
    ["二之四不对不对是三之四三分公示栏旧了", "3-4 3 公示栏旧了"],
    ["对了三之一不给分不在前百分之五", "3-1 0 不在前百分之五"],
  ])("%s", (typed, expected) => {
    expect(entriesOf(typed)).toBe(expected);
  });

  test("the words of a row that there is not are no reason", () => {
    expect(offeredOf("三之一零分不在前百分之五四之四一分七之三那个有车乱停")).toBe("3-1 0 不在前百分之五；4-4 1");
  });

  test.each(["不对不对是", "不对是那个", "对了那个有车乱停", "嗯不对是另一处", "说错了应该是楼道"])(
    "%s is never stored as a reason",
    (said) => {
      expect(entriesOf(`3-6 4 ${said}`)).toMatch(/^retry/);
      expect(entriesOf(`3-6 ${said}`)).toMatch(/^(?:retry|none)/);
    },
  );

  test.each(["账目不对", "公示内容与实际不对应", "与1-2重复扣分", "居民反对了两次"])("%s is a reason", (reason) => {
    expect(entriesOf(`3-6 4 ${reason}`)).toBe(`3-6 4 ${reason}`);
  });
});

describe("words about the sheet behind the points", () => {
  test.each([
    ["三之九五分提交吧", "3-9 5"],
    ["3-6 4 有几处缺株，提交吧", "3-6 4 有几处缺株"],
    ["3-6 4 撤销", "3-6 4"],
    ["3-6 4 收到", "3-6 4"],
    ["3-6 4 有几处缺株\n另：3-7现场还有1处路灯损坏，建议再核实", "3-6 4 有几处缺株"],
    ["4-5 2 把刚才那句去掉", "4-5 2"],
  ])("%s: they are no reason", (typed, offered) => {
    expect(offeredOf(typed)).toBe(offered);
  });

  test.each(["提交吧", "撤销", "不要", "先这样", "上一条", "保存退出", "删掉", "好的", "打错了", "定稿吧", "重新打"])(
    "%s is never stored as a reason",
    (said) => {
      for (const sign of [" ", "，", "。"]) expect(entriesOf(`3-6 4${sign}${said}`)).toMatch(/^retry/);
      expect(entriesOf(`3-6 4；${said}`)).toMatch(/^(?:retry|3-6 4$)/);
    },
  );

  test.each(["未公示两次", "不要求但未做", "提交材料不全", "材料撤销后未补", "只有两次会议记录", "住户反映取消了活动"])(
    "%s is a reason",
    (reason) => {
      expect(entriesOf(`3-6 4 ${reason}`)).toBe(`3-6 4 ${reason}`);
    },
  );
});

describe("a reason is taken away", () => {
  test.each([
    ["一之二理由不要", "1-2 理由 无"],
    ["3-4理由删掉，3-5的理由也删掉", "3-4 理由 无；3-5 理由 无"],
    ["删除 3-4 理由", "3-4 理由 无"],
    ["3-4 4 理由清空", "3-4 4 理由 无"],
    ["3-5 5 理由：无", "3-5 5 理由 无"],
    ["把3-4的理由去掉", "3-4 理由 无"],
  ])("%s", (typed, expected) => {
    expect(entriesOf(typed)).toBe(expected);
    expect(entriesOf(expected)).toBe(expected);
  });

  test("of a row without points, nothing is", () => {
    expect(entriesOf("1-2 理由不要", rules)).toMatch(/^retry/);
  });

  test.each([
    ["三之六四分理由有几处缺株", "3-6 4 有几处缺株"],
    ["3-6 4 理由不充分", "3-6 4 理由不充分"],
  ])("%s: the word before it is not part of it", (typed, expected) => {
    expect(entriesOf(typed)).toBe(expected);
  });
});

describe("what is forwarded", () => {
  test("who wrote when is no reason", () => {
    const line = readScoreLine(
      given,
      "王工 09:12\n3-4 4\n王工 09:13\n3-5 5\n3-6 4 部分绿地黄土裸露\n[图片]\n王工（物业科） 8/21 09:15\n3-7 5\n第三部分先这些",
    );
    expect(line).toMatchObject({
      kind: "points",
      entries: [
        { row: "3-4", points: 4 },
        { row: "3-5", points: 5 },
        { row: "3-6", points: 4, reason: "部分绿地黄土裸露" },
        { row: "3-7", points: 5 },
      ],
    });
  });

  test("closing words are none either", () => {
    expect(entriesOf("3-4 4\n王工 09:13\n3-5 5\n以上两条请先录入，谢谢")).toBe("3-4 4；3-5 5");
  });

  test.each([
    ["①1-1 4分\n②1-2 3分，会议记录少2次", "1-1 4；1-2 3 会议记录少2次"],
    ["2-1 6/6", "2-1 6"],
    ["1-5 ３/3", "1-5 3"],
  ])("%s", (typed, expected) => {
    expect(entriesOf(typed)).toBe(expected);
  });

  test("a table of several compounds gives nobody's points", () => {
    const line = readScoreLine(given, "条目\t星河湾\t湖畔居\n1-1\t4\t3\n1-2\t3\t4\n1-3\t4\t2");
    expect(line).toMatchObject({ kind: "retry", sentence: expect.stringContaining("星河湾、湖畔居几列分数") });
    expect(line).not.toHaveProperty("readable");
  });

  test("a reason before its points is asked about", () => {
    expect(offeredOf("3-8 只提供快递代收，3分")).toBe("3-8 3 只提供快递代收");
    expect(offeredOf("1-2 没公示扣两分")).toBe("1-2 2 没公示");
  });

  test("of several parts in doubt each has its reading to send", () => {
    expect(readScoreLine(given, "2-1 没有记录，5分\n1-2扣1分，会议记录少2次")).toMatchObject({
      kind: "retry",
      readings: ["2-1 5 没有记录", "1-2 3 会议记录少2次"],
    });
  });
});
