import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { rules as sheet } from "./support/sections.ts";

const rules = { ...sheet, given: ["1-1", "1-3", "2-4", "4-2", "4-5"] };
const lineOf = (typed: string) => readScoreLine(rules, typed);

/** What is recorded, or what is offered with what is said of the rest. */
const read = (typed: string): string => {
  const line = lineOf(typed);
  if (line.kind === "points") return showEntries(line.entries) + (line.rest ? "；其余满分" : "");
  if (line.kind !== "retry") return line.kind;
  return `${line.sentence.split("未保存")[0]}未保存${line.readable ? ` [${line.readable.typed}]` : ""}`;
};

describe("what is said of points or of an offer is no reason", () => {
  test.each([
    ["哦二之二是三分其他的照记", "「其他的照记」没有作为2-2的理由，未保存 [2-2 3]"],
    ["2-1 5 把关没台账，剩下的照旧", "「剩下的照旧」没有作为2-1的理由，未保存 [2-1 5 把关没台账]"],
    ["三之六四分绿化枯了剩下的都记吧", "「剩下的都记吧」没有作为3-6的理由，未保存 [3-6 4 绿化枯了]"],
    ["1-3 3 会议少前两条不变", "「前两条不变」没有作为1-3的理由，未保存 [1-3 3 会议少]"],
    ["4-2 2 会议少，其他的先这样记", "「其他的先这样记」没有作为4-2的理由，未保存 [4-2 2 会议少]"],
    ["1-3 3 会议少分不改", "「分不改」没有作为1-3的理由，未保存 [1-3 3 会议少]"],
    ["三之四四分三之五也满分啊对了四之二的理由是绿化有几处黄土裸露分不改", "3-4 4；3-5 5；4-2 绿化有几处黄土裸露"],
    ["1-3的理由改成会议少得分不变", "1-3 会议少"],
    ["三之六四分有几处绿化枯了没补后面的其余都给满分吧", "3-6 4 有几处绿化枯了没补；其余满分"],
    [
      "三之四三分公示栏更新慢了哦对了三之五那个我说多了改成四分有两户反映报修慢",
      "3-4 3 公示栏更新慢了；3-5 4 有两户反映报修慢",
    ],
    ["三杠四给三分公示栏旧对了三杠五扣多了应该四分报修慢", "3-4 3 公示栏旧；3-5 4 报修慢"],
    ["3-4 3 公示栏更新慢，3-5我记错了 4 报修慢", "3-4 3 公示栏更新慢；3-5 4 报修慢"],
    ["二杠一扣了一分因为选举档案不齐二杠四是公示栏太小了", "2-1「扣一分」请写明得分，未保存 [2-4 公示栏太小了]"],
    ["2-1 5 选举档案不齐2-4是公示栏太小", "2-1 5 选举档案不齐；2-4 公示栏太小"],
    ["2-1 5把关没台账 2-3 5 公示栏旧 1-1理由执法联动少", "2-1 5 把关没台账；2-3 5 公示栏旧；1-1 执法联动少"],
    ["1-3 3 会议少，那三项也记", "「那三项也记」没有作为1-3的理由，未保存 [1-3 3 会议少]"],
    ["1-3 3 会议少其余的照录吧", "「其余的照录吧」没有作为1-3的理由，未保存 [1-3 3 会议少]"],
    ["1-3 3 会议少分数别动", "「分数别动」没有作为1-3的理由，未保存 [1-3 3 会议少]"],
    ["1-3 3 那三项活动没记录", "1-3 3 那三项活动没记录"],
    ["3-4 3 垃圾堆在楼后面其余满分", "3-4 3 垃圾堆在楼后面；其余满分"],
    ["2-1 5把关没台账上面的不改", "「上面的不改」没有作为2-1的理由，未保存 [2-1 5 把关没台账]"],
    ["2-2 3 分数先不动", "「分数先不动」没有作为2-2的理由，未保存 [2-2 3]"],
    ["2-2 0 后面三条都满分", "「后面三条都满分」没有作为2-2的理由，未保存 [2-2 0]"],
    ["3-6打低了改4分", "3-6 4"],
    ["3-6按4分记", "3-6 4"],
    ["3-6就按4分算吧", "3-6 4"],
    ["3-6按4分记，绿化枯了", "3-6 4 绿化枯了"],
    ["4-2应打2分，4-5的理由是停车乱", "4-2 2；4-5 停车乱"],
    ["3-6应得4分绿化枯", "3-6 4 绿化枯"],
  ])("%s", (typed, expected) => expect(read(typed)).toBe(expected));

  test("words behind another row are of that row, and of two equal buttons there is one", () => {
    const line = lineOf("三杠一满分三杠二呢嗯我想想收缴率百分之九十五点五应该满分吧三杠三两分");
    const { readable, readings, sentence = "" } = line.kind === "retry" ? line : {};
    expect([readable?.typed, readings]).toEqual(["3-1 4；3-3 2", undefined]);
    expect(sentence).toContain("「3-2 呢我想想收缴率百分之九十五点五应该满分吧」没有作为3-1的理由");
  });

  test("a number before a row is offered for the row that is asked for", () => {
    const line = readScoreLine({ ...rules, at: "1-4" }, "5 1-5 3");
    expect(line.kind === "retry" && line.readable?.typed).toBe("1-4 5；1-5 3");
  });
});

test.each(["3-6打多了两分", "3-6 说多了", "3-6 少给了一分", "3-6给多了一分", "3-6 改少了一盏灯"])(
  "%s is not read as points",
  (typed) => {
    expect(lineOf(typed)).toMatchObject({ kind: "retry" });
    expect(lineOf(typed)).not.toHaveProperty("readable");
  },
);

test.each([
  ["3-6 4 其他小区垃圾清运车停放占道", "其他小区垃圾清运车停放占道"],
  ["3-6 4 其余楼道堆物未清", "其余楼道堆物未清"],
  ["3-6 4 其他的记录不全", "其他的记录不全"],
  ["3-6 4 前两个月没有巡查", "前两个月没有巡查"],
  ["3-6 4 台账部分不变", "台账部分不变"],
  ["3-6 4 车位划分不动", "车位划分不动"],
  ["3-6 4 业主反映扣多了物业费", "业主反映扣多了物业费"],
  ["4-2 2 应打卡未打卡", "应打卡未打卡"],
  ["3-6 4 上面不给批经费", "上面不给批经费"],
  ["3-6 4 前一个物业不给钥匙", "前一个物业不给钥匙"],
  ["3-6 4 后续整改等3-5个月", "后续整改等3-5个月"],
  ["2-3 5 没有备注一下经费", "没有备注一下经费"],
])("%s keeps its reason", (typed, reason) => {
  expect(lineOf(typed)).toMatchObject({ kind: "points", entries: [{ reason }] });
});

describe("a remark on a row among other rows", () => {
  test.each([
    [
      "2-2 3分，党员占比57%；另外2-4应为9分，1-5的活动场所是和社区合用的，备注一下",
      "2-4的分数应为0至5之间的整数，未保存 [2-2 3 党员占比57%；1-5 备注 活动场所是和社区合用的]",
    ],
    ["2-2 3分，另外1-5的活动场所是共用的，备注一下", "2-2 3；1-5 备注 活动场所是共用的"],
    ["2-2 3分，1-5与社区合用，备注一下", "2-2 3；1-5 备注 与社区合用"],
    ["2-2 3分，另外1-5那个场所是共用的请备注一下", "2-2 3；1-5 备注 场所是共用的"],
    ["2-2 3，备注一下1-5场所是合用的", "2-2 3；1-5 备注 场所是合用的"],
    ["1-5备注一下场所是合用的", "1-5 备注 场所是合用的"],
    ["1-5 3 备注一下：场所是合用的", "1-5 3 备注 场所是合用的"],
    ["1-5活动场所合用备注一下", "1-5 备注 活动场所合用"],
    ["2-3 5 公示栏旧，备注一下", "2-3 5 备注 公示栏旧"],
    ["2-3 5分，台账缺，公示栏旧，备注一下", "「备注一下」没有作为2-3的理由，未保存 [2-3 5 台账缺，公示栏旧]"],
  ])("%s", (typed, expected) => expect(read(typed)).toBe(expected));

  const STRAY = [
    ["前三个不变", "前三个不变"],
    ["其他的照记", "其他的照记"],
    ["后面的我再看看", "我再看看"],
    ["1-5还没看", "还没看"],
    ["1-5那边台账在街道", "台账在街道"],
    ["另外1-5的场所是共用的", "场所是共用的"],
    ["1-5的场所是共用的，备注一下", "场所是共用的"],
    ["1-5是两家合用的", "两家合用的"],
    ["1-5等局长定", "等局长定"],
  ] as const;
  const row = fc
    .record({
      row: fc.constantFrom("1-4", "2-1", "3-4", "3-5", "4-1"),
      points: fc.constantFrom(" 2", "打3分", "按3分记", "应为2.5分", " 99", "扣1分"),
      reason: fc.constantFrom("", " 会议少", "，绿化枯了", "，理由：公示栏旧"),
    })
    .map(({ row: id, points, reason }) => ({ id, typed: `${id}${points}${reason}` }));
  const several = fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 3 });

  test("stands in the answer, wherever it is said", () => {
    const marks = fc.constantFrom("，", "；", "\n", " ", "。");
    const check = fc.property(several, fc.constantFrom(...STRAY), marks, fc.nat(3), (all, stray, mark, at) => {
      const said = all.map(({ typed }) => typed);
      const typed = [...said.slice(0, at), stray[0], ...said.slice(at)].join(mark);
      const line = lineOf(typed);
      const told =
        line.kind === "points"
          ? showEntries(line.entries)
          : line.kind === "retry"
            ? [line.sentence, line.readable?.typed, ...(line.readings ?? [])].join(" ")
            : // Nothing is recorded of it: it is no line of points.
              typed;
      expect(told).toContain(stray[1]);
    });
    fc.assert(check, { seed: 20_231_109, numRuns: 600 });
  });
});

describe("a chat or a mail around the points", () => {
  test.each([
    ["2-3 3 换届按时\n百官街道-王敏 8月28日 09:13\n2-4 4 季度公示", "2-3 3 换届按时；2-4 4 季度公示"],
    ["4-6 2 未见联席记录\n4-7 满分\n\n祝好\n周某　0575-82213456转22", "4-6 2 未见联席记录；4-7 2"],
    ["4-6 2 未见联席记录\n周某　0575-82213456转22", "4-6 2 未见联席记录"],
    ["4-3 由2分调整为3分，又开展联合执法2次", "4-3 3 又开展联合执法2次"],
    ["4-3从3分降为2分，少一次", "4-3 2 少一次"],
    ["4.3 由2分调整为3分，又开展联合执法2次", "4-3 3 又开展联合执法2次"],
    ["3-4 3 垃圾分类调整为定时投放", "3-4 3 垃圾分类调整为定时投放"],
    ["4-6 2 未见联席记录\n祝老师反映较多", "4-6 2 未见联席记录；祝老师反映较多"],
  ])("%j", (typed, expected) => expect(read(typed)).toBe(expected));

  test("what stands below is said, and not recorded", () => {
    const line = lineOf("4-6 2 未见联席记录\n\n祝好\n周某　0575-82213456转22");
    expect(line.kind === "points" ? line.beside : line).toEqual([
      { text: "祝好" },
      { text: "周某　0575-82213456转22" },
    ]);
  });
});
