import { describe, expect, test } from "vitest";
import {
  composed,
  contentsOf,
  isNothing,
  PROMOTION,
  partsSaid,
  promotionIn,
} from "../../../../src/campaign/work-report/contents/contents.ts";
import { partsOfReport, promptsOf } from "../../../../src/campaign/work-report/rules.ts";
import { beijing } from "../../definition/support/campaigns.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const PARTS = partsOfReport(shaoxing);
const [ABOUT = "", DONE = "", PROBLEMS = "", NEXT = ""] = PARTS;

const states = (text: string): string[] => contentsOf(text, PARTS).map(({ state }) => state);
const words = (text: string): string[] => contentsOf(text, PARTS).map((part) => part.text);

describe("where a report speaks of each part of the plan", () => {
  test("below headings in the plan's words", () => {
    const text = `工作报告\n一、${ABOUT}\n组织12个小区申报。\n二、${DONE}\n成立专班。\n三、${PROBLEMS}\n物业费收缴难。\n四、${NEXT}\n加强培训。`;

    expect(words(text)).toEqual(["组织12个小区申报。", "成立专班。", "物业费收缴难。", "加强培训。"]);
  });

  test("dictated without punctuation, one after another", () => {
    const text = `我念工作报告啊第一${ABOUT}我区八月份开了动员会第二${DONE}就是红色物业第三${PROBLEMS}是资金不足第四${NEXT}加强指导`;

    expect(words(text)).toEqual(["我区八月份开了动员会", "红色物业", "资金不足", "加强指导"]);
  });

  test.each([
    "嗯活动开展情况是申报三个小区主要做法是党建引领成效是满意度提高存在问题是停车难下一步工作建议是继续推进",
    "活动开展情况是申报三个小区，主要做法是党建引领，成效是满意度提高，存在问题是停车难，建议是继续推进。",
    "活动开展情况：申报三个小区，主要做法：党建引领，成效：满意度提高，存在问题：停车难，下一步：继续推进",
    "活动开展情况：申报三个小区；做法：党建引领；成效：满意度提高；问题：停车难；建议：继续推进",
    "第一稿\n活动开展情况是申报三个小区主要做法是党建引领成效是满意度提高\n存在问题是停车难下一步工作建议是继续推进",
    "开展情况：申报三个小区。主要措施：党建引领。工作成效：满意度提高。存在不足：停车难。下一步打算：继续推进。",
  ])("several labels in one sentence: %j", (text) => {
    const plain = words(text).map((one) => one.replaceAll(/[，。；\s]+/gu, " ").trim());
    expect(plain).toEqual(["申报三个小区", "党建引领 满意度提高", "停车难", "继续推进"]);
  });

  test("推广实施 within the breath is its own, and no end of the part before", () => {
    const said = "存在问题是停车难下一步工作建议是继续推进推广实施是全区推广联席会议做法";
    expect(words(said)[3]).toBe("继续推进");
    expect(promotionIn(said)).toBe("全区推广联席会议做法");
    expect(partsSaid(said, PARTS)).toEqual(
      new Map([
        [PROBLEMS, "停车难"],
        [NEXT, "继续推进"],
        [PROMOTION, "全区推广联席会议做法"],
      ]),
    );
  });

  test.each(["全区推广。", "已在全区推广", "推广实施：全区推广。"])("%j says something of 推广实施", (text) => {
    expect(promotionIn(text)).toContain("全区推广");
  });

  test.each(["推广实施", "三、推广实施情况：", "推广。"])("%j alone does not", (text) => {
    expect(promotionIn(text)).toBeUndefined();
  });

  test("names in a row are no headings", () => {
    expect(states("内容包括活动开展情况、主要做法成效、存在问题和下一步工作建议。")).toEqual(
      PARTS.map(() => "missing"),
    );
  });

  test("补充工作报告, where a part is named without a pause", () => {
    expect(partsSaid(`${PROBLEMS}资金筹集有困难`, PARTS)).toEqual(new Map([[PROBLEMS, "资金筹集有困难"]]));
  });

  test.each([
    ["1. 基本情况\n开展\n2. 主要做法和成效\n做法一\n3. 存在的主要问题及不足\n问题一\n4. 下步工作打算\n打算一"],
    ["（一）工作开展情况：开展\n（二）工作成效：做法一\n（三）存在不足：问题一\n（四）下一步计划：打算一"],
    [
      "第一部分 活动开展情况\n开展\n第二部分 经验与成效\n做法一\n第三部分 困难和问题\n问题一\n第四部分 工作建议\n打算一",
    ],
    ["活动开展情况：开展。主要做法成效：做法一。存在问题：问题一。下一步工作建议：打算一。"],
  ])("below headings as people write them: %j", (text) => {
    expect(words(text).map((one) => one.replace(/。$/u, ""))).toEqual(["开展", "做法一", "问题一", "打算一"]);
  });

  test("after a sentence that begins with its name", () => {
    expect(words("我区开展了活动。存在的问题主要是资金不足。下一步，将加强培训。")).toEqual([
      ...["", "", "资金不足。", "将加强培训。"],
    ]);
  });

  test("not where a sentence merely uses the words", () => {
    expect(states("为提升水平，我区开展活动情况良好，存在问题不少，下一步要改进。")).toEqual(
      PARTS.map(() => "missing"),
    );
  });

  test("a heading with nothing below it is empty, one with 无 says that there is none", () => {
    expect(states("一、活动开展情况。二、主要做法成效。三、存在问题。四、下一步工作建议。")).toEqual(
      PARTS.map(() => "empty"),
    );
    expect(states(`三、${PROBLEMS}\n无\n四、${NEXT}\n加强培训`)).toEqual(["missing", "missing", "none", "written"]);
    expect(states(`三、${PROBLEMS}\n无物业小区收费难`)).toEqual(["missing", "missing", "written", "missing"]);
  });

  test("of a table of contents and the text, the text", () => {
    expect(
      words(`目录\n一、${ABOUT}\n二、${DONE}\n一、${ABOUT}\n组织申报。\n二、${DONE}\n成立专班。`).slice(0, 2),
    ).toEqual([...["组织申报。", "成立专班。"]]);
  });

  test.each(["", "无", "暂无。", "没有", "目前无明显问题", "……", "略"])("%j holds nothing", (text) => {
    expect(isNothing(text)).toBe(true);
  });

  test.each(["无人接管", "没有物业的小区有3个", "收缴难"])("%j holds something", (text) => {
    expect(isNothing(text)).toBe(false);
  });
});

describe("推广实施", () => {
  test("is found in a sentence or below its heading, and is no part of what stands before it", () => {
    expect(promotionIn("一、好。相关经验已在全区12个小区推广。")).toBe("相关经验已在全区12个小区推广。");
    expect(promotionIn(`四、${NEXT}\n加强培训\n五、推广实施\n已在三个街道实行。`)).toBe("已在三个街道实行。");
    expect(promotionIn("没有说到。")).toBeUndefined();
    expect(words(`${NEXT}：加强培训\n推广实施：已在三个街道实行`)[3]).toBe("加强培训");
  });
});

describe("a report part by part", () => {
  test("a message names its parts, in any order and number", () => {
    expect([...partsSaid(`${PROBLEMS} 无`, PARTS)]).toEqual([[PROBLEMS, "无"]]);
    // A name that begins like another one.
    for (const name of PARTS) expect([...partsSaid(`${name}：加强培训。`, PARTS)]).toEqual([[name, "加强培训。"]]);
    expect([...partsSaid(`${PROBLEMS}：收缴难；推广实施：已推广`, PARTS)]).toEqual([
      [PROBLEMS, "收缴难；"],
      [PROMOTION, "已推广"],
    ]);
    expect([...partsSaid("推广实施：已推广\n下一步打算：加强培训", PARTS)]).toEqual([
      [PROMOTION, "已推广"],
      [NEXT, "加强培训"],
    ]);
  });

  test("only a blank stands between them, or 改成 behind the name", () => {
    expect([...partsSaid(`${ABOUT}：4个小区申报，3个上报 推广实施：2个社区学了`, PARTS)]).toEqual([
      [ABOUT, "4个小区申报，3个上报"],
      [PROMOTION, "2个社区学了"],
    ]);
    expect([...partsSaid("问题 停车位少 下步 1-3月回访加培训", PARTS)]).toEqual([
      [PROBLEMS, "停车位少"],
      [NEXT, "1-3月回访加培训"],
    ]);
    expect([...partsSaid("问题改成停车少；推广：2社区", PARTS)]).toEqual([
      [PROBLEMS, "停车少；"],
      [PROMOTION, "2社区"],
    ]);
    expect([...partsSaid(`${PROBLEMS}：两个小区 问题较多`, PARTS)]).toEqual([[PROBLEMS, "两个小区 问题较多"]]);
  });

  test("a message that begins with anything else names none", () => {
    expect(partsSaid(`我补充一下，${PROBLEMS}：收缴难`, PARTS).size).toBe(0);
    expect(partsSaid("收缴难", PARTS).size).toBe(0);
  });

  test("put together, it reads as it was filled in", () => {
    const said = new Map([
      ...PARTS.map((name): [string, string] => [name, `${name}的内容。`]),
      [PROMOTION, "已推广。"],
    ]);
    const text = composed(PARTS, said);

    expect(words(text)).toEqual(PARTS.map((name) => `${name}的内容。`));
    expect(promotionIn(text)).toBe("已推广。");
  });
});

test("无 that was filled in for a part is an answer, not an empty part", () => {
  const said = new Map(PARTS.map((name): [string, string] => [name, name === PROBLEMS ? "无" : "有内容。"]));

  expect(states(composed(PARTS, said))).toEqual(PARTS.map((name) => (name === PROBLEMS ? "none" : "written")));
});

test("what L10–L12 speak of is suggested where the plan has it", () => {
  expect(promptsOf(shaoxing)).toEqual(["城镇老旧小区改造", "社会组织", "效果共评"]);
  expect(promptsOf(beijing)).toEqual([]);
});
