import { describe, expect, test } from "vitest";
import type { Application } from "../../../src/campaign/application/application.ts";
import type { Consultation } from "../../../src/campaign/consultation/consultation.ts";
import { MOST_WORDS, repliesInForm, repliesTyped } from "../../../src/campaign/consultation/given.ts";
import { consultationRefusals as refusals } from "../../../src/campaign/consultation/phrases.ts";
import { nounsOf } from "../../../src/campaign/directory/nouns.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const context = { campaign: { definition: shaoxing }, now: new Date("2023-10-09T02:00:00Z") } as Context;
const nouns = nounsOf(shaoxing);
const of = (id: string, compoundName: string, district = "keqiao"): Application =>
  ({ id, compoundName, district, state: "submitted", answers: {}, submittedAt: context.now }) as unknown as Application;
const [first, second, same, gone] = [
  of("a", "翠苑三区"),
  of("b", "越州名苑"),
  of("c", "越州名苑", "yuecheng"),
  of("d", "旧里", "keqiao"),
];
const asked = (department: string, cases: readonly Application[] = [first, second]): Consultation => ({
  department: shaoxing.campaign.departments.find(({ id }) => id === department) ?? never(),
  letter: { department, number: 1, cases: cases.map(({ id }) => id), madeAt: new Date("2023-09-28T02:00:00Z") },
  ...{ asked: cases, left: [gone], unanswered: cases, replies: new Map() },
});
function never(): never {
  throw new Error("no such department");
}
const fire = asked("fire-rescue");
const typed = (words: string, consultation = fire) => repliesTyped(context, consultation, words);

describe("what is to be recorded", () => {
  test("全部 means the cases without a reply, and only for 无异议", () => {
    expect(typed("全部无异议 回复人 张科长").map(({ caseId }) => caseId)).toEqual(["a", "b"]);
    expect(() => typed("全部有情况 7-2 消防泵故障 回复人 张科长")).toThrow(refusals.oneByOne(nouns));
    expect(() => typed("全部无异议 回复人 张科长", { ...fire, unanswered: [] })).toThrow(
      refusals.allAnswered("市消防救援支队"),
    );
  });

  test("what is reported keeps the clauses apart from the words", () => {
    expect(typed("翠苑三区 有情况 7-2、7-3 消防泵故障 10月8日回复 回复人 张科长")).toEqual([
      {
        caseId: "a",
        reply: {
          ...{ finding: "reported", concerns: ["7-2", "7-3"], words: "消防泵故障" },
          ...{ repliedOn: "2023-10-08", repliedBy: "张科长" },
        },
      },
    ]);
  });

  test("of a department that is asked about one thing only, it concerns that", () => {
    const [one] = typed("翠苑三区 有情况 去年5月有人员伤亡 回复人 张科长", asked("emergency-management"));

    expect(one?.reply.concerns).toEqual(["safety-accident"]);
  });

  test.each([
    ["翠苑三区 有情况 消防泵故障 回复人 甲", refusals.noConcern(["安全责任事故", "7-2设施与秩序", "7-3设施与秩序"])],
    [
      "翠苑三区 有情况 8-1 多收费 回复人 甲",
      refusals.foreignConcern(["8-1"], ["安全责任事故", "7-2设施与秩序", "7-3设施与秩序"]),
    ],
    ["翠苑三区 有情况 回复人 甲", refusals.noWords()],
    ["翠苑三区 回复人 甲", refusals.noFinding()],
    ["翠苑三区 无异议", refusals.noReplier()],
    ["无异议 回复人 甲", refusals.whichCase(nouns)],
    ["翠苑五区花园 无异议 回复人 甲", refusals.unknownCases(["翠苑五区花园"], nouns)],
    ["翠苑三区 无异议 10月10日回复 回复人 甲", refusals.future("2023-10-10")],
    ["翠苑三区、越州名苑 有情况 7-2 消防泵故障 回复人 甲", refusals.oneByOne(nouns)],
  ])("%s is refused with what is missing", (words, sentence) => {
    expect(() => typed(words)).toThrow(sentence);
  });

  test("a reply of today is in time; words are counted", () => {
    const words = (length: number) => `翠苑三区 有情况 7-2 ${"字".repeat(length)} 10月9日回复 回复人 甲`;

    expect(typed(words(MOST_WORDS))[0]?.reply.words).toHaveLength(MOST_WORDS);
    expect(() => typed(words(MOST_WORDS + 1))).toThrow(refusals.wordsTooLong(MOST_WORDS));
  });

  test("of two cases of the same name the district says which; one that left is known", () => {
    const both = asked("fire-rescue", [first, second, same]);

    expect(typed("越城区越州名苑 无异议 回复人 甲", both).map(({ caseId }) => caseId)).toEqual(["c"]);
    expect(() => typed("越州名苑 无异议 回复人 甲", both)).toThrow(
      refusals.severalCases("越州名苑", ["柯桥区越州名苑", "越城区越州名苑"]),
    );
    expect(typed("旧里 无异议 回复人 甲", both).map(({ caseId }) => caseId)).toEqual(["d"]);
  });

  test("a form says the same", () => {
    const values = { cases: "翠苑三区", finding: "reported", concerns: ["7-3"], words: "占用消防通道" };
    const [one] = repliesInForm(context, fire, { ...values, repliedOn: "2023-10-09 00:00:00", repliedBy: "甲" });

    expect(one).toEqual({
      caseId: "a",
      reply: {
        ...{ finding: "reported", concerns: ["7-3"], words: "占用消防通道" },
        ...{ repliedOn: "2023-10-09", repliedBy: "甲" },
      },
    });
    expect(() => repliesInForm(context, fire, { ...values, repliedBy: " " })).toThrow(refusals.noReplier());
  });
});
