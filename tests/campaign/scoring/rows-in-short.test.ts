import { describe, expect, test } from "vitest";
import { asksLeft } from "../../../src/campaign/scoring/left-rows.ts";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { doubtOfNamed, doubtOfSame } from "../../../src/campaign/scoring/open-row.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { runTogether, severalTogether } from "../../../src/campaign/scoring/run-together.ts";
import type { Score } from "../../../src/campaign/scoring/score-sheet.ts";
import { nothingDone } from "../../../src/campaign/scoring/sheet-words.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { readReasoned } from "../../../src/platform/conversation/score-reason.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rules = lineRules(shaoxing, new Map() as never);
const given = rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const at = (row: string) => ({ ...rules, at: row, open: row.split("-")[0] ?? "", given });
const read = (text: string, open = rules): string => {
  const line = readScoreLine(open, text);
  if (line.kind === "points") return showEntries(line.entries);
  return line.kind === "retry" ? `? ${line.readable?.typed ?? ""}` : line.kind;
};

describe("full marks are for what is named", () => {
  test.each(["满", "满分", "满。", " 满 "])("%j is for the row that is asked for", (said) => {
    expect(read(said, at("4-1"))).toBe("none");
  });

  test.each(["本部分满分", "这部分都满分", "本页全部满分", "这一部分各条满分", "本部分全满"])(
    "%j is asked about, with the part",
    (said) => {
      expect(read(said, at("4-1"))).toBe("? 四 满分");
    },
  );

  test.each(["全部满分", "都满分", "全满分", "每条都满分", "全部满"])(
    "%j is asked about, and fills open rows only",
    (said) => {
      expect(read(said, at("4-1"))).toBe("? 其余满分");
    },
  );

  test("四 满分 names the part", () => {
    expect(read("四 满分", at("1-1"))).toBe("4-1 3；4-2 3；4-3 3；4-4 3；4-5 3；4-6 3；4-7 2");
  });
});

describe("rows with their own numbers below the heading of a part", () => {
  const THREE = [
    "三、物业服务规范高效",
    "①信用状况　4",
    "②满意度　5",
    "③收缴率97.3%　3",
    "④信息公开　4",
    "⑤环境卫生　4　2处卫生死角",
    "⑥绿化　５",
    "⑦设施设备　4　3号电梯停用2天",
    "⑧“物业服务+生活服务”　4",
    "⑨巡查劝阻报告　5",
  ];
  const READ = "3-1 4；3-2 5；3-3 3；3-4 4；3-5 4 2处卫生死角；3-6 5；3-7 4 3号电梯停用2天；3-8 4；3-9 5";

  test.each([
    ["as signs", THREE],
    ["in brackets", THREE.map((line, place) => (place === 0 ? line : `（${place}）${line.slice(1)}`))],
    ["with blanks", THREE.map((line) => line.replaceAll("　", "  "))],
    [
      "in full width",
      THREE.map((line) => line.replaceAll(/\d/gu, (digit) => "０１２３４５６７８９"[Number(digit)] ?? "")),
    ],
  ])("%s: each is a row, and no reason of the row before", (_, lines) => {
    const line = readScoreLine(rules, lines.join("\n"));
    expect(line.kind === "points" ? showEntries(line.entries) : line).toBe(READ);
  });

  test("a line that is no row of the part is named, and joins no reason", () => {
    const line = readScoreLine(rules, "三、物业服务规范高效\n⑤环境卫生　4　死角\n⑥夜间照明工程　5");
    expect(line.kind).toBe("retry");
    expect(line.kind === "retry" ? line.sentence : "").toContain("夜间照明工程");
    expect(line.kind === "retry" ? (line.readable?.typed ?? "") : "").toBe("3-5 4 死角");
  });

  test("points within a reason that are only counted stay in it", () => {
    expect(read("3-5 4 ①垃圾未清；②路灯坏")).toBe("3-5 4 ①垃圾未清；②路灯坏");
  });
});

describe("rows of the plan as they are pasted", () => {
  const TWO_1 =
    "二\t业委会运行规范（20分）\t1.街道社区党组织做好业委会人选推\n荐把关工作，组织业主成立业主大会，选举产生业主委员会，或指导组建物业管理委员会，临时代行业主委员会部分职责。\t6\t5\t未成立业主大会";
  const TWO_4 =
    "\t\t4.定期召开业主委员会或物业管理委\n员会会议，及时组织召集业主共同决策小区重要公共事务，并报告社区党组织和居民委员会。\t5\t5";

  test("a row may break within its cell", () => {
    expect(
      read(
        `${TWO_1}\n\t\t3.业主委员会或物业管理委员会至少每年向业主公布业主共有部分经营与收益、维修资金使用、经费开支等信息。\t6\t６\n${TWO_4}`,
      ),
    ).toBe("2-1 5 未成立业主大会；2-3 6；2-4 5");
  });

  test.each([
    ["党建引领机制完善（20分）\t4\t4\t4\t5\t3", "1-1 4；1-2 4；1-3 4；1-4 5；1-5 3"],
    ["党建引领机制完善（20分）\t４\t4\t4\t５\t3", "1-1 4；1-2 4；1-3 4；1-4 5；1-5 3"],
    [
      "物业服务规范高效（40分）\t４\t5\t3\t4\t5\t5\t5\t4\t5",
      "3-1 4；3-2 5；3-3 3；3-4 4；3-5 5；3-6 5；3-7 5；3-8 4；3-9 5",
    ],
    [
      "三、物业服务规范高效（40分）\t4\t5\t3\t4\t5\t5\t5\t4\t5",
      "3-1 4；3-2 5；3-3 3；3-4 4；3-5 5；3-6 5；3-7 5；3-8 4；3-9 5",
    ],
  ])("%j: a part by its name", (text, entries) => {
    expect(read(text)).toBe(entries);
  });

  test("all four parts in one line", () => {
    expect(read("一 4 3 4 5 3 二 6 3 4 5 三 4 5 3 4 5 5 5 4 5 四 3 3 3 2 3 3 2")).toBe(
      "1-1 4；1-2 3；1-3 4；1-4 5；1-5 3；2-1 6；2-2 3；2-3 4；2-4 5；3-1 4；3-2 5；3-3 3；3-4 4；3-5 5；3-6 5；3-7 5；3-8 4；3-9 5；4-1 3；4-2 3；4-3 3；4-4 2；4-5 3；4-6 3；4-7 2",
    );
  });
});

describe("a reason that is none", () => {
  test.each(["4-6 3 无", "4-6 3 没有", "4-6 3 无。", "4-6 3 /", "4-6 3 —", "4-6 3 理由：无"])("%j", (said) => {
    expect(read(said)).toBe("4-6 3");
  });

  test("of a row that has one takes it away", () => {
    expect(read("4-6 3 无", at("4-6"))).toBe("4-6 3 理由 无");
    expect(readReasoned("3 无")).toEqual({ points: "3", reason: "" });
  });

  test.each([
    ["3-5 4 因为垃圾未清", "3-5 4 垃圾未清"],
    ["3-5 4 是因为垃圾未清", "3-5 4 垃圾未清"],
    ["3-5 4 理由是垃圾未清", "3-5 4 垃圾未清"],
    ["3-5 4 嗯，垃圾未清", "3-5 4 垃圾未清"],
    ["3-5 4 原因是2号楼漏水", "3-5 4 2号楼漏水"],
    ["改4-4 2", "4-4 2"],
    ["修改4-4 2 通道堵", "4-4 2 通道堵"],
    ["把4-4改成2", "4-4 2"],
  ])("%j: what only leads to it is left out", (said, entries) => {
    expect(read(said)).toBe(entries);
  });
});

describe("the number of a row without its stroke", () => {
  test.each([
    ["二三五分因为公示晚了两个月", "2-3 5 公示晚了两个月"],
    ["那个三七四分是因为二号楼电梯去年停过三次", "3-7 4 二号楼电梯去年停过三次"],
    ["三幺不对三一是四分", "3-1 4"],
    ["一幺四分", "1-1 4"],
    ["嗯一一是四分", "1-1 4"],
    ["23 5 公示少", "2-3 5 公示少"],
    ["37 4，电梯停过", "3-7 4 电梯停过"],
  ])("%j is asked about", (said, reading) => {
    expect(runTogether(rules, said)?.readings).toEqual([reading]);
  });

  test("without points it says how they are written", () => {
    expect(runTogether(rules, "23 公示少")).toMatchObject({ readings: [] });
    expect(runTogether(rules, "23 公示少")?.sentence).toContain("2-3");
  });

  test.each(["二十三分", "九九五分", "4 公示少", "23", "五分", "12 15", "20 3号楼"])("%j is none", (said) => {
    expect(runTogether(rules, said)).toBeUndefined();
  });
});

test.each([
  "还有几个",
  "还剩几条没评",
  "还差多少条",
  "还有几项",
  "嗯还有几条没打分",
  "还有几个没评分",
  "查",
  "查一下",
  "评分表",
])("%j asks what is left", (said) => {
  expect(asksLeft(said)).toBe(true);
});

test.each(["还有几个问题没整改", "几个小区", "还有2个", "还差什么", "初评表", "查 3-4", "查材料"])(
  "%j does not",
  (said) => {
    expect(asksLeft(said)).toBe(false);
  },
);

describe("rows without their strokes, one after another", () => {
  test.each([
    ["三六五分三七四分三八四分理由是停车位不够", "3-6 5；3-7 4；3-8 4 停车位不够"],
    ["四一两分四二三分剩下的满分", "4-1 2；4-2 3；其余满分"],
    ["四一两分剩下的满分", "4-1 2；其余满分"],
  ])("%j is asked about as a whole", (said, reading) => {
    expect(severalTogether(rules, said)?.readings).toEqual([reading]);
  });

  test.each([
    ["三六五分三七四分三八四分理由是停车位不够三九六分", "3-6 5；3-7 4；3-8 4 停车位不够", "3-9应在0至5分之间"],
    ["四一两分四二三分四三一分半剩下的满分", "4-1 2；4-2 3", "4-3应以1分为一档"],
  ])("%j: what a row cannot have is named, and the others are offered", (said, reading, sentence) => {
    const doubt = severalTogether(rules, said);

    expect(doubt?.readings).toEqual([reading]);
    expect(doubt?.sentence).toContain(sentence);
  });

  test.each(["三六五分", "会议三次四人参加", "一二三四五分"])("%j is none", (said) => {
    expect(severalTogether(rules, said)).toBeUndefined();
  });
});

test("a row by its words alone is named with the form to write", () => {
  expect(doubtOfNamed(rules, "嗯联席会议那条再扣零点五分")).toEqual({
    sentence: "「嗯联席会议那条再扣零点五分」未保存。指1-2的，请写「1-2 分数 理由」，分数为0至4。",
    readings: [],
  });
});

test("points that a row cannot have are not offered", () => {
  const whole = {
    ...rules,
    unfit: (row: string, points: number) => (points % 1 ? `${row}应以1分为一档。` : undefined),
  };

  expect(doubtOfNamed(whole, "党的工作覆盖打三分半")).toEqual({ sentence: "1-3应以1分为一档。", readings: [] });
  expect(doubtOfNamed(whole, "党的工作覆盖打三分")?.readings).toEqual(["1-3 3"]);
});

test("同上 for the open row is offered with the points of the row before", () => {
  const [row] = criteriaOf(shaoxing.rubric).slice(1);
  const last = { state: "given", hundredths: 300 } as Score;

  expect(row && doubtOfSame({ row, rules }, last, "同上")?.readings).toEqual(["1-2 3"]);
  expect(row && doubtOfSame({ row, rules }, { ...last, hundredths: 600 }, "同上")).toBeUndefined();
  expect(row && doubtOfSame({ row, rules }, last, "同上次会议")).toBeUndefined();
});

test.each(["撤", "撤销", "记录其余6项"])("%j does nothing on a sheet, and it is said what does", (said) => {
  const [row] = criteriaOf(shaoxing.rubric);

  expect(nothingDone(said, row)).toContain(said);
  expect(nothingDone("3", row)).toBeUndefined();
});

test("四六那个两分 然后那个四七一分 is of these rows, not of the one that is asked for", () => {
  const said = "四六那个两分 然后那个四七一分 没有做信用";
  expect(runTogether(rules, said)?.readings).toEqual(["4-6 2；4-7 1 没有做信用"]);
});
