import { describe, expect, test } from "vitest";
import type { Standing } from "../../../src/campaign/application/requirements/requirements.ts";
import { clauseRows, gateOf, rowFigures } from "../../../src/campaign/application/requirements/rules.ts";
import { listWords } from "../../../src/campaign/recommendation/list-words.ts";
import { recommendationPhrases } from "../../../src/campaign/recommendation/phrases.ts";
import { barredOf, candidatesOf } from "../../../src/campaign/recommendation/rules.ts";
import { facts } from "../application/requirements/support.ts";
import { applied } from "../application/support/application.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { finalizedSheet } from "../scoring/support/score-sheet.ts";

/** 甲, reviewed, with these answers to 附件1, under a ruling that these requirements exclude. */
function fields(clauses: Readonly<Record<string, Standing>>, excludes: readonly string[], unclearBlocks = false) {
  const known = facts({ answers: { clauses, figures: {} } });
  const rows = clauseRows(shaoxing, known);
  const standing = { rows, figures: rowFigures(shaoxing, known), gate: gateOf(rows, excludes), sheet: undefined };
  const sheets = new Map([["甲", finalizedSheet("甲", { "1-1": 400 })]]);
  return { scoring: { rubric: shaoxing.rubric, sheets }, unclearBlocks, standings: new Map([["甲", standing]]) };
}
const cases = [applied("甲")];

describe("附件1 at 推荐", () => {
  test("a requirement that is not met is no bar by itself, and is named beside the candidate", () => {
    const [one] = candidatesOf(cases, fields({ "8-2": "notMet", "3-1": "unclear" }, []));

    expect(one?.gate?.unmet.map(({ id }) => id)).toEqual(["8-2"]);
    expect(
      one && recommendationPhrases.candidate(one, { words: listWords(shaoxing, "keqiao"), category: undefined }),
    ).toBe(
      "甲：总分4分，满意度（3-2）0分，参与度（1-2、1-4、2-4、4-3）0、0、0、0分，附件1第8-2项不符合，第3-1项待核实",
    );
  });

  test("one of which a ruling says that it excludes bars, and what would lift that is said", () => {
    const barred = barredOf(cases, fields({ "8-2": "notMet" }, ["8"]));

    expect(candidatesOf(cases, fields({ "8-2": "notMet" }, ["8"]))).toEqual([]);
    expect(
      recommendationPhrases.barred(barred, listWords(shaoxing, "keqiao"), { excludes: "R5", undecided: "R27" }),
    ).toBe("不能推荐：甲，附件1第8-2项不符合，按口径R5不得推荐；填报有误的请更正，认定有变的须由审批领导改定口径。");
  });

  test("one that is not clear bars only where its ruling says so", () => {
    expect(barredOf(cases, fields({ "3-1": "unclear" }, []))).toEqual([]);
    expect(barredOf(cases, fields({ "3-1": "unclear" }, [], true)).map(({ bar }) => bar)).toEqual([
      { kind: "unclearRequirements", clauses: ["3-1"] },
    ]);
  });

  test("what nobody answered bars nobody: an application of before goes on", () => {
    expect(barredOf(cases, fields({}, ["8"], true))).toEqual([]);
    expect(candidatesOf(cases, { ...fields({}, []), standings: new Map() })).toHaveLength(1);
  });
});
