import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Definition, parseDefinition } from "../../../src/campaign/definition/definition.ts";
import {
  annexFor,
  decided,
  deliverableFor,
  fieldFor,
  fieldsFor,
  formFor,
  isOpen,
  offers,
  publicationFor,
  quotaFor,
  rowFor,
  rowsFor,
  rulingDeciding,
  stagesWith,
} from "../../../src/campaign/definition/purposes.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { beijing, households } from "./support/campaigns.ts";
import { shaoxing } from "./support/shaoxing.ts";

describe("what the program looks up by purpose", () => {
  test("the deliverables, whatever they are called", () => {
    expect([shaoxing, households, beijing].map((campaign) => deliverableFor(campaign, "list")?.name)).toEqual([
      "推荐名单",
      "推荐名单",
      "推荐名单",
    ]);
    expect([shaoxing, households].map((campaign) => deliverableFor(campaign, "report")?.id)).toEqual([
      "work-report",
      undefined,
    ]);
  });

  test("the stages in which a step is offered", () => {
    expect(stagesWith(shaoxing, "recommendation").map(({ name }) => name)).toEqual(["组织实施", "核查推荐"]);
    expect(stagesWith(households, "verification")).toEqual([]);
    expect([offers(beijing, "review"), offers(households, "review")]).toEqual([false, true]);
  });

  test("the form of the application and its fields", () => {
    const form = formFor(shaoxing, "application");
    const other = formFor(households, "application");
    if (!form || !other) throw new Error("no form");

    expect([fieldFor(form, "name")?.key, fieldFor(other, "name")?.key]).toEqual(["compoundName", "householder"]);
    expect(fieldsFor(form, "disqualification").map(({ key }) => key)).toEqual(["safetyAccident"]);
    expect(fieldFor(other, "enterprise")).toBe(undefined);
    expect(formFor(shaoxing, "report")).toBe(undefined);
  });

  test("the rows that are looked at for more than their points", () => {
    expect([shaoxing, households].map(({ rubric }) => rowFor(rubric, "satisfaction")?.id)).toEqual(["3-2", "3-1"]);
    expect(rowsFor(shaoxing.rubric, "participation").map(({ id }) => id)).toEqual(["1-2", "1-4", "2-4", "4-3"]);
    expect(rowFor(beijing.rubric, "satisfaction")).toBe(undefined);
  });

  test("the numbers, lists and annexes", () => {
    expect(quotaFor(shaoxing, "selected")?.exact).toBe(10);
    expect(quotaFor(households, "province")).toBe(undefined);
    expect(publicationFor(shaoxing, "provinceList")?.to?.text).toBe("省住房和城乡建设厅");
    expect([shaoxing, households, beijing].map((campaign) => annexFor(campaign, "list")?.name)).toEqual([
      "附件4",
      "附件3",
      undefined,
    ]);
  });

  test("the number of a category before the common one", () => {
    const quotas = [
      { id: "all", name: "总数", purpose: "selected", exact: 10, line: 1, mark: "ours" },
      { id: "old", name: "老旧小区", purpose: "selected", exact: 3, category: "old", line: 1, mark: "ours" },
    ];
    const campaign = { ...shaoxing.campaign, categories: [{ id: "old", name: "老旧", line: 1, mark: "ours" }], quotas };
    const definition = parseDefinition({ ...shaoxing, campaign });

    const found = [{}, { category: "old" }, { category: "new" }].map((which) =>
      quotaFor(definition, "selected", which),
    );

    expect(found.map((quota) => quota?.exact)).toEqual([10, 3, 10]);
  });
});

describe("what a ruling decides", () => {
  test("is known by the decision, not by the number of the ruling", () => {
    expect([shaoxing, households].map((campaign) => rulingDeciding(campaign, "tieLadder")?.id)).toEqual(["R7", "R4"]);
    expect(decided(households, "pointStep", noRulings)).toEqual({ step: 0.5 });
  });

  test("is the answer's before the default's, and nothing where nobody decides it", () => {
    const answered = new Map([["R3", { text: "打半分。", value: { step: 0.5 } }]]);

    expect(decided(shaoxing, "pointStep", answered)).toEqual({ step: 0.5 });
    expect(decided(beijing, "pointStep", answered)).toEqual({});
  });

  test("is open where there is neither default nor answer", () => {
    const open = (campaign: Definition) => isOpen(campaign, "noticePeriod", noRulings);

    expect([open(shaoxing), open(households), isOpen(beijing, "rankingBasis", noRulings)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isOpen(shaoxing, "noticePeriod", new Map([["R10", { text: "不公示。" }]]))).toBe(false);
  });
});

test("no id of a campaign stands in what reads definitions, but in the upgrade of the format before", () => {
  const folder = "src/campaign/definition";
  const ids = new Set(
    [shaoxing, households, beijing].flatMap((definition) => [
      ...definition.campaign.stages.map(({ id }) => id),
      ...definition.campaign.quotas.map(({ id }) => id),
      ...definition.rulings.map(({ id }) => id),
    ]),
  );
  const words = new Set(["verification", "selection", "selected"]);
  const named = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("upgrades"))
    .flatMap((file) => {
      const code = readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return [...ids].filter((id) => !words.has(id) && code.includes(`"${id}"`)).map((id) => `${file}: ${id}`);
    });

  expect(named).toEqual([]);
});
