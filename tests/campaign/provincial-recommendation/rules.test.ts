import { describe, expect, test } from "vitest";
import { decided } from "../../../src/campaign/definition/purposes.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import {
  choiceProblem,
  hasProvince,
  MOST_REASON,
  namedVersion,
  nextOf,
  provincialBounds,
  readChoices,
  readSent,
  recommendable,
} from "../../../src/campaign/provincial-recommendation/rules.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const cases = ["鉴湖雅园", "锦绣花园", "锦绣花园二期", "江南水岸"].map((name) => ({ applicationId: name, name }));
const reasonOf = (reason: string) => (applicationId: string) => ({ applicationId, reason });
const bounds = { least: 3, most: 3, fallen: new Set<string>() };
const three = ["鉴湖雅园", "锦绣花园", "江南水岸"];

test("only a plan that names a province has the step, and it says how many", () => {
  expect([shaoxing, beijing, households].map(hasProvince)).toEqual([true, false, false]);
  expect(provincialBounds(shaoxing)).toEqual({ least: 3, most: 3 });
});

test("whom R8 lets the city recommend: only the published ones, unless it says otherwise", () => {
  const items = [{ selected: true }, { selected: false }];
  const { onlyFromSelected } = decided(shaoxing, "provinceFromSelected", noRulings);

  expect(recommendable(items, onlyFromSelected)).toEqual([{ selected: true }]);
  expect(recommendable(items, undefined)).toEqual([{ selected: true }]);
  expect(recommendable(items, false)).toEqual(items);
});

test.each([
  ["proposed", undefined, true, "decide"],
  ["declined", undefined, true, "propose"],
  ["superseded", undefined, true, "propose"],
  ["approved", undefined, true, "send"],
  ["approved", undefined, false, "amend"],
  ["approved", "2023-10-14", true, "nothing"],
  ["approved", "2023-10-14", false, "amend"],
] as const)("what comes next when it is %s, sent %s, with all on the list: %s", (state, sent, isWhole, next) => {
  const sentOn = sent === undefined ? undefined : civilDate(sent);

  expect(nextOf({ state, sentOn }, isWhole)).toBe(next);
});

describe("a choice", () => {
  test("of exactly three different ones with reasons can be proposed", () => {
    expect(choiceProblem(three.map(reasonOf("居民满意度高")), bounds)).toBeUndefined();
  });

  test.each([2, 4])("of %d is refused", (count) => {
    const choices = cases.slice(0, count).map(({ applicationId }) => reasonOf("满意")(applicationId));

    expect(choiceProblem(choices, bounds)).toEqual({ kind: "number", count });
  });

  test("names none twice, none that has fallen out, none without a reason in words", () => {
    const [a = "", b = ""] = three;

    expect(choiceProblem([a, b, a].map(reasonOf("满意")), bounds)).toEqual({ kind: "twice", ids: [a] });
    expect(choiceProblem(three.map(reasonOf("满意")), { ...bounds, fallen: new Set([b]) })).toEqual({
      ...{ kind: "fallen", ids: [b] },
    });
    expect(choiceProblem(three.map(reasonOf("。。")), bounds)).toEqual({ kind: "noReason", ids: three });
  });

  test.each([
    [MOST_REASON, undefined],
    [MOST_REASON + 1, "longReason"],
  ])("with reasons of %d characters", (length, kind) => {
    expect(choiceProblem(three.map(reasonOf("优".repeat(length))), bounds)?.kind).toBe(kind);
  });
});

describe("a typed choice", () => {
  test("keeps the order, the reasons and the day", () => {
    expect(
      readChoices("江南水岸：满意度高；2. 鉴湖雅园：参与面广\n锦绣花园：材料齐全；报送时限：10月20日。", cases),
    ).toEqual({
      choices: [
        { applicationId: "江南水岸", reason: "满意度高" },
        { applicationId: "鉴湖雅园", reason: "参与面广" },
        { applicationId: "锦绣花园", reason: "材料齐全" },
      ],
      due: "10月20日",
      unknown: [],
    });
  });

  test("goes on with the reason after a semicolon, and takes a part of a name that only one has", () => {
    expect(readChoices("雅园：满意度高；参与面广；江南：材料齐全", cases).choices).toEqual([
      { applicationId: "鉴湖雅园", reason: "满意度高；参与面广" },
      { applicationId: "江南水岸", reason: "材料齐全" },
    ]);
  });

  test.each(["锦绣：满意", "稽山花园：满意", "岸：满意"])("%s names none", (typed) => {
    const { choices, unknown } = readChoices(typed, cases);

    expect(choices).toEqual([]);
    expect(unknown).toHaveLength(1);
  });

  test("of nothing is empty", () => {
    expect(readChoices("", cases)).toEqual({ choices: [], due: undefined, unknown: [] });
  });
});

test.each([
  ["第2版 经10月13日局长办公会研究同意", 2, "经10月13日局长办公会研究同意"],
  ["2版", 2, ""],
  ["经10月13日局长办公会研究同意", undefined, "经10月13日局长办公会研究同意"],
  ["", undefined, ""],
])("a decision in words may name its version: %s", (typed, asked, rest) => {
  expect(namedVersion(typed)).toEqual({ asked, rest });
});

test("what was sent is read with its number and who signed, each of which may be missing", () => {
  expect(readSent("10月14日；文号：绍建〔2023〕88号；签收：收文处")).toEqual({
    ...{ day: "10月14日", documentNumber: "绍建〔2023〕88号", signedFor: "收文处" },
  });
  expect(readSent("文号：，10月14日")).toEqual({ day: "10月14日" });
  expect(readSent("")).toEqual({ day: "" });
});
