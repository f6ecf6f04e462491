import { describe, expect, test } from "vitest";
import type { Application } from "../../../src/campaign/application/application.ts";
import type { Score, ScoreSheet } from "../../../src/campaign/scoring/score-sheet.ts";
import { changedSections, sectionsOf, snapshotId } from "../../../src/campaign/snapshot/rules.ts";
import { beijing } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const application: Application = {
  ...{ id: "a1", campaignId: "c1", district: "keqiao", compoundName: "鉴湖雅苑", revision: 1 },
  answers: {
    compoundName: "鉴湖雅苑",
    projectName: "鉴湖雅苑一期",
    propertyServiceEnterprise: "和畅物业",
    rate: 95,
    applicantPhone: { personal: "p1", hash: "h1" },
  },
  ...{ formVersion: 1, definitionVersion: 1, state: "submitted", exclusion: null, declaration: "none" },
  ...{ settled: null, submittedAt: new Date(0), submittedBy: "keqiao-1", withdrawnAt: null },
};
const score = (hundredths: number): Score => ({
  ...{ criterion: "1-1", state: "given", hundredths, definitionVersion: 1 },
  ...{ reason: undefined, remark: undefined, givenFor: undefined },
});
const sheet = (hundredths: number, state: ScoreSheet["state"] = "finalized"): ScoreSheet => ({
  ...{ caseId: "a1", ledger: "district", scorer: "district", state, finalizedAt: new Date(0) },
  ...{ late: false, lateReason: undefined, finalizedFor: undefined, reopened: undefined },
  scores: new Map([["1-1", score(hundredths)]]),
});
const before = sectionsOf(shaoxing, application, sheet(400));

describe("what a snapshot holds", () => {
  test("name, enterprise, points and gate, no personal value", () => {
    expect(before.identity.content).toEqual({
      ...{ district: "keqiao", districtName: "柯桥区", name: "鉴湖雅苑" },
      answers: { compoundName: "鉴湖雅苑", projectName: "鉴湖雅苑一期", propertyServiceEnterprise: "和畅物业" },
    });
    expect(before.figures.content).toEqual({ answers: { rate: 95 } });
    expect(before.points.content).toEqual({ total: 400, rows: { "1-1": { state: "given", hundredths: 400 } } });
    expect(before.gate.content).toEqual({ state: "submitted", declaration: "none", exclusion: null });
  });

  test.each([
    ["points that are not finalized", sectionsOf(shaoxing, application, sheet(400, "open"))],
    ["no sheet", sectionsOf(shaoxing, application, undefined)],
    ["no rubric", sectionsOf(beijing, application, sheet(400))],
  ])("%s count as none", (_, { points }) => {
    expect(points.content).toEqual({ total: null, rows: {} });
  });
});

describe("what has changed since", () => {
  const renamed = { ...application.answers, projectName: "鉴湖雅苑二期" };

  test.each<[string, Application, ScoreSheet, string[]]>([
    ["nothing", { ...application, revision: 2 }, sheet(400), []],
    ["the project's name", { ...application, answers: renamed }, sheet(400), ["identity"]],
    ["a figure", { ...application, answers: { ...application.answers, rate: 96 } }, sheet(400), ["figures"]],
    ["points", application, sheet(399), ["points"]],
    ["a sheet that was opened again", application, sheet(400, "open"), ["points"]],
    ["withdrawal", { ...application, state: "withdrawn" }, sheet(400), ["gate"]],
    ["the declaration", { ...application, declaration: "unclear" }, sheet(400), ["gate"]],
  ])("%s", (_, later, points, changed) => {
    expect(changedSections(before, sectionsOf(shaoxing, later, points))).toEqual(changed);
  });

  test("a phone number stored anew with each submission is no change", () => {
    const again = {
      ...application,
      answers: { ...application.answers, applicantPhone: { personal: "p2", hash: "h2" } },
    };

    expect(changedSections(before, sectionsOf(shaoxing, again, sheet(400)))).toEqual([]);
  });

  test("a section that did not exist then is no change", () => {
    const { points: _, ...older } = before;

    expect(changedSections(older, sectionsOf(shaoxing, application, sheet(399)))).toEqual([]);
  });
});

test("the same content has the same id, another case another", () => {
  const second: Application = { ...application, revision: 2 };
  const same = sectionsOf(shaoxing, second, sheet(400));

  expect(snapshotId("a1", same)).toBe(snapshotId("a1", before));
  expect(snapshotId("a2", same)).not.toBe(snapshotId("a1", before));
  expect(snapshotId("a1", sectionsOf(shaoxing, application, sheet(399)))).not.toBe(snapshotId("a1", before));
});
