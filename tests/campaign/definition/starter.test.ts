import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkDefinition } from "../../../src/campaign/definition/check.ts";
import { definitionFiles, definitionKeys } from "../../../src/campaign/definition/definition.ts";
import { loadDefinition } from "../../../src/campaign/definition/load.ts";
import { decisionValues } from "../../../src/campaign/definition/schema/decisions.ts";
import * as purposes from "../../../src/campaign/definition/schema/purposes.ts";
import { answers } from "../../../src/campaign/definition/starter/answers.ts";
import { writeFolder } from "../../../src/campaign/definition/starter/write-folder.ts";
import { emptyFolder } from "./support/broken-folder.ts";
import { shaoxing } from "./support/shaoxing.ts";

const given = {
  id: "suzhou-2025",
  name: "幸福家园",
  planTitle: "关于开展幸福家园评选的通知",
  plan: "通知",
  year: "2025",
  city: "苏州市",
  bureau: "市住房和城乡建设局",
  contact: "张三",
  phone: "0512-00000000",
  case: "项目",
  district: "区",
  districts: "姑苏区、吴中区 吴忠区",
  selected: "20",
  opensOn: "09-01",
  listDue: "12-31",
  closesOn: "2026-01-20",
};

/** Names of the parts of a schema that are marked as cited only. */
function citedIn(schema: unknown, name = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "citedOnly" in schema && schema.citedOnly === true ? [name] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, inner]) => citedIn(inner, key))];
}

describe("a new folder", () => {
  test("passes the check as it is written, in the campaign's own words", () => {
    const folder = join(emptyFolder(), "new");

    writeFolder(folder, answers.parse(given));

    expect(checkDefinition(folder)).toEqual([]);
    const { campaign } = loadDefinition(folder);
    expect(campaign.words.case).toEqual({ noun: "项目", measure: "个" });
    expect(campaign.districts.map(({ id }) => id)).toEqual(["gusuqu", "wuzhongqu", "wuzhongqu-2"]);
    expect(campaign.stages.map(({ opensOn, closesOn }) => [opensOn, closesOn])).toEqual([
      ["09-01", "12-31"],
      ["2026-01-01", "2026-01-20"],
    ]);
  });

  test("takes the plan where it is at hand, and never writes over anything", () => {
    const folder = join(emptyFolder(), "new");

    writeFolder(folder, answers.parse(given), "通知\n各区：\n");

    expect(readFileSync(join(folder, "plan.txt"), "utf8")).toBe("通知\n各区：\n");
    expect(() => writeFolder(folder, answers.parse(given))).toThrow("folder not empty");
  });

  test("comes from options alone", () => {
    const folder = join(emptyFolder(), "new");
    const options = Object.entries({ ...given, measure: "个" }).flatMap(([key, value]) => [`--${key}`, value]);

    const said = execFileSync(process.execPath, ["scripts/campaign.ts", "new", folder, ...options], {
      encoding: "utf8",
    });

    expect(said.split("\n")[1]).toMatch(/^未发现问题：阶段2个，应交成果3项/);
    expect(said).toContain("可以办理：申报、推荐、择优、公布、导出。");
  });

  test("comes from answers, one a line", () => {
    const folder = join(emptyFolder(), "new");
    const { id, name, planTitle, plan, year, city, bureau, contact, phone } = given;
    const { case: noun, district, districts, selected, opensOn, listDue, closesOn } = given;
    const input = [
      ...[id, name, planTitle, plan, year, city, bureau, contact, phone, noun, ""],
      ...[district, districts, selected, opensOn, listDue, closesOn],
    ].join("\n");

    execFileSync(process.execPath, ["scripts/campaign.ts", "new", folder], { input, encoding: "utf8" });

    expect(loadDefinition(folder).campaign.words.case).toEqual({ noun: "项目", measure: "个" });
  });

  test("is refused with what it would break", () => {
    const wrong = answers.safeParse({ ...given, id: "苏州", name: "a: b", year: "2027", selected: "0" });

    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(["id", "name", "year", "selected"]);
  });
});

describe("the guide", () => {
  const guide = readFileSync("docs/campaign.md", "utf8");

  test.each(
    Object.entries(purposes).flatMap(([name, list]) => ("options" in list ? [[name, list.options] as const] : [])),
  )("names every %s", (_, options) => {
    expect(options.filter((option) => !guide.includes(`\`${option}\``))).toEqual([]);
  });

  test("names everything that is only cited", () => {
    const cited = definitionKeys.flatMap((key) =>
      citedIn(z.toJSONSchema(definitionFiles[key].schema, { io: "input", unrepresentable: "any" })),
    );

    expect([...new Set(cited)].sort()).toEqual(["threshold"]);
    expect(cited.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  test("names every decision with what is read of it", () => {
    const missing = Object.entries(decisionValues).flatMap(([name, { shape }]) =>
      [name, ...Object.keys(shape)].filter((word) => !guide.includes(`\`${word}\``)),
    );

    expect(missing).toEqual([]);
  });
});

test("a role without a list of its own may do what is usual, as in the campaign of 2023", () => {
  const roles = shaoxing.campaign.roles.map(({ id, name }) => ({ id, name, line: 1, mark: "ours" }));
  const folder = join(emptyFolder(), "new");
  writeFolder(folder, answers.parse(given));
  const usual = loadDefinition(folder).campaign.roles;

  expect(roles.length).toBe(7);
  expect(usual.map(({ id, may }) => [id, may])).toEqual(
    ["organizer", "approver", "districtOfficer", "administrator", "auditor"].map((role) => [
      role,
      shaoxing.campaign.roles.find(({ id }) => id === role)?.may,
    ]),
  );
});
