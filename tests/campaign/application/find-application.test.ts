import { describe, expect, test } from "vitest";
import { findApplication, isNamedBy, nearTo } from "../../../src/campaign/application/find-application.ts";
import { applicationPhrases } from "../../../src/campaign/application/phrases.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { applied } from "./support/application.ts";

const garden = applied("锦绣花园小区");
const second = applied("锦绣花园二期");
const south = applied("城南·Ｃ区");
const applications = [garden, second, south];
const words = { noun: "小区" };

describe("a compound is found", () => {
  test.each([["锦绣花园小区"], ["锦绣花园"], [" 锦绣 花园 "], ["“锦绣花园”小区"], ["《锦绣花园》"]])(
    "by its whole name, written %s, though another name contains it",
    (name) => {
      expect(findApplication(applications, name, words)).toEqual({ kind: "one", application: garden });
    },
  );

  test.each(["二期", "花园二期"])("by a part that only one has: %s", (name) => {
    expect(findApplication(applications, name, words)).toEqual({ kind: "one", application: second });
  });

  test.each(["城南·C区", "城南·c区", "ｃ区"])("in full or half width, in capitals or not: %s", (name) => {
    expect(findApplication(applications, name, words)).toEqual({ kind: "one", application: south });
  });

  test("without a name, when there is only one", () => {
    expect(findApplication([garden], "", words)).toEqual({ kind: "one", application: garden });
    expect(findApplication([garden], "小区", words)).toEqual({ kind: "one", application: garden });
  });
});

describe("a compound in any spelling", () => {
  const old = applied("锦绣 花园（一期）");

  test.each([
    "锦绣花园(一期)",
    "锦绣花园一期",
    "錦繡花園（一期）",
    "锦绣\u200b花园 （一期）",
    "「锦绣花园（一期）」",
    "jxhyyq",
    "jxhy",
  ])("%s", (name) => {
    expect(findApplication([old, south], name, words)).toEqual({ kind: "one", application: old });
  });

  test("keeps the signs between digits", () => {
    const [first, second] = [applied("解放路3-2号"), applied("解放路32号")];
    expect(findApplication([first, second], "解放路3-2号", words)).toEqual({ kind: "one", application: first });
  });
});

describe("a name as it sounds, or by its letters", () => {
  const [tower, pagoda] = [applied("塔山小区"), applied("鉴湖花园")];

  test.each(["ts", "tsxq", "tashan", "tashanxiaoqu", "TSXQ"])("%s is 塔山小区", (typed) => {
    expect(findApplication([tower, pagoda], typed, words)).toEqual({ kind: "one", application: tower });
  });

  test.each(["踏山", "踏山小区", "他山"])("%s is asked about, with what sounds so first", (typed) => {
    const mountains = [applied("稽山小区"), applied("府山小区"), applied("塔川小区"), tower];
    const found = findApplication(mountains, typed, words);
    expect(found.kind).toBe("none");
    expect(found.kind === "none" && found.nearest[0]).toBe("塔山小区");
  });

  test.each([
    ["塔山", true],
    ["塔山小区", true],
    ["踏山小区", true],
    ["tsxq", true],
    ["山", false],
    ["小区", false],
    ["鉴湖", false],
    ["塔山的分数是多少", false],
    ["塔", false],
  ])("“%s” stands for 塔山小区: %s", (typed, isNamed) => {
    expect(isNamedBy("塔山小区", typed, "小区")).toBe(isNamed);
  });
});

test("handed in again after 撤回, the compound is the one that takes part", () => {
  const withdrawn = { ...garden, id: "撤回的", state: "withdrawn" as const };

  expect(findApplication([withdrawn, garden], "锦绣花园", words)).toEqual({ kind: "one", application: garden });
  expect(findApplication([withdrawn], "锦绣花园", words)).toEqual({ kind: "one", application: withdrawn });
});

test.each(["再报花园", "再报 花园"])(
  "初评 %s after it was withdrawn and handed in again is of the one that takes part",
  (name) => {
    const again = applied("再报花园", { id: "again", submittedAt: new Date("2023-09-08T09:00:00+08:00") });
    const withdrawn = applied("再报花园", { id: "before", state: "withdrawn" });

    expect(findApplication([withdrawn, again], name, words)).toEqual({ kind: "one", application: again });
  },
);

describe("a compound is asked for", () => {
  test("when several names hold the part, naming those", () => {
    expect(findApplication(applications, "花园", words)).toEqual({
      kind: "several",
      names: ["锦绣花园小区", "锦绣花园二期"],
    });
  });

  test("when two have the same name", () => {
    const other = { ...garden, id: "另一个", submittedAt: new Date("2023-10-08T09:00:00+08:00") };
    expect(findApplication([garden, other], "锦绣花园", words)).toEqual({
      kind: "several",
      names: ["锦绣花园小区 9月1日", "锦绣花园小区 10月8日"],
    });
    expect(findApplication([garden, other], "锦绣花园小区 10月8日", words)).toEqual({
      kind: "one",
      application: other,
    });
  });

  test("by the hour, or as the first and second, when they came on one day", () => {
    const later = { ...garden, id: "另一个", submittedAt: new Date("2023-09-01T16:30:00+08:00") };
    const twin = { ...garden, id: "又一个" };
    const ofDay = ["锦绣花园小区 9月1日（周五）09:00", "锦绣花园小区 9月1日（周五）16:30"];
    const ofMinute = ["锦绣花园小区 第1份", "锦绣花园小区 第2份"];

    expect(findApplication([garden, later], "锦绣花园", words)).toEqual({ kind: "several", names: ofDay });
    expect(findApplication([garden, later], ofDay[1] ?? "", words)).toEqual({ kind: "one", application: later });
    expect(findApplication([garden, twin], "锦绣花园", words)).toEqual({ kind: "several", names: ofMinute });
    expect(findApplication([garden, twin], ofMinute[1] ?? "", words)).toEqual({ kind: "one", application: twin });
  });

  test("by its own address, even where another's begins with it", () => {
    const other = { ...garden, id: "另一个" };
    const addresses = new Map([
      [garden.id, "滨河路3号"],
      ["另一个", "滨河路3号院"],
    ]);

    expect(findApplication([garden, other], "锦绣花园小区 滨河路3号", { noun: "小区", addresses })).toEqual({
      kind: "one",
      application: garden,
    });
  });

  test("when no name is given and there are several, naming all, or none at all", () => {
    expect(findApplication(applications, " ", words)).toEqual({
      kind: "several",
      names: ["锦绣花园小区", "锦绣花园二期", "城南·Ｃ区"],
    });
    expect(findApplication([], "", words)).toEqual({ kind: "several", names: [] });
  });

  test("when there are nine, naming all nine, and three of them only with how many there are", () => {
    const nine = [..."甲乙丙丁戊己庚辛壬"].map((sign) => applied(`${sign}苑`));
    const nouns = nounsOf(shaoxing);
    const all = findApplication(nine, "", words);
    const none = findApplication(nine, "锦绣华庭", words);

    expect(all.kind === "several" && applicationPhrases.whichName(all.names, nouns)).toBe(
      "请注明小区名称，本地区的申报有：甲苑、乙苑、丙苑、丁苑、戊苑、己苑、庚苑、辛苑、壬苑。",
    );
    expect(none.kind === "none" && applicationPhrases.noSuchName("锦绣华庭", none)).toBe(
      "没有名为“锦绣华庭”的已提交的申报。名称相近的有：甲苑、乙苑、丙苑；共有9份申报，发送时不写名称即可列出全部。",
    );
  });
});

describe("an unknown name", () => {
  test("is answered with the three nearest, nearest first", () => {
    const four = [south, ...["城西家园", "锦秀家园", "锦绣家园"].map((name) => applied(name))];

    expect(findApplication(four, "锦绣佳园", words)).toEqual({
      kind: "none",
      nearest: ["锦绣家园", "锦秀家园", "城西家园"],
      total: 4,
    });
  });

  test("is offered for what was said of it only where it may be meant", () => {
    expect(nearTo(["滨江花园"], "城北新苑", "小区")).toEqual([]);
    expect(nearTo(["锦绣家园", "城西家园"], "锦绣佳园", "小区")).toEqual(["锦绣家园"]);
    expect(nearTo(["塔山小区"], "踏山", "小区")).toEqual(["塔山小区"]);
  });

  test("has nothing near it where nobody has applied", () => {
    expect(findApplication([], "锦绣花园", words)).toEqual({ kind: "none", nearest: [], total: 0 });
  });
});

describe("households that share a name", () => {
  const zhangs = [applied("张三", { id: "a" }), applied("张三", { id: "b" }), applied("李四")];
  const village = {
    noun: "农户",
    addresses: new Map([
      ["a", "上阳村3号"],
      ["b", "上阳村13号"],
    ]),
  };

  test("are told apart by their addresses", () => {
    expect(findApplication(zhangs, "张三", village)).toEqual({
      kind: "several",
      names: ["张三 上阳村3号", "张三 上阳村13号"],
    });
  });

  test.each([
    ["张三 13号", "b"],
    ["张三上阳村3号", "a"],
    ["李四农户", "李四"],
  ])("and found by name and address, written %s", (typed, id) => {
    const found = findApplication(zhangs, typed, village);

    expect(found.kind === "one" && found.application.id).toBe(id);
  });
});
