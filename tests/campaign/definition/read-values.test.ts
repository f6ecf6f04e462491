import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { definitionFiles } from "../../../src/campaign/definition/definition.ts";

/** Code that checks, compares, upgrades or names a definition reads none of it for the campaign. */
const ABOUT =
  /^campaign\/definition\/(?:schema|checks|upgrades|starter)\/|^campaign\/definition\/(?:compare|.*-phrases|value-names)/;

const code = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !ABOUT.test(file))
  .map((file) => readFileSync(join("src", file), "utf8"))
  .map((text) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1"))
  .join("\n");

interface Shape {
  keys: Set<string>;
  values: Set<string>;
}

/** What a campaign folder can say: every key, and every value that is one of a fixed set. */
function shapeOf(schema: unknown, found: Shape = { keys: new Set(), values: new Set() }, seen = new Set()): Shape {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return found;
  seen.add(schema);
  const { _zod: inner } = schema as { _zod?: { def?: Record<string, unknown> } };
  const { shape = {}, entries = {}, values = [], options = [], ...rest } = inner?.def ?? {};
  for (const [key, part] of Object.entries(shape as object)) {
    found.keys.add(key);
    shapeOf(part, found, seen);
  }
  for (const value of [...Object.values(entries as object), ...(values as unknown[])]) found.values.add(String(value));
  for (const part of [
    ...(options as unknown[]),
    ...["element", "innerType", "in", "out", "keyType", "valueType"].map((name) => rest[name]),
  ]) {
    shapeOf(part, found, seen);
  }
  return found;
}

const all: Shape = { keys: new Set(), values: new Set() };
/** The roster is no part of the definition: it fills the list of people at the start. */
const { roster: _, ...files } = definitionFiles;
for (const { schema } of Object.values(files)) shapeOf(schema, all, new Set());

const isRead = {
  key: (name: string) => new RegExp(`\\.${name}\\b|\\b${name}\\b\\s*[,:}=]|"${name}"`).test(code),
  value: (name: string) => new RegExp(`"${name}"|\\b${name}\\b\\s*:`).test(code),
};

/** Parts of a campaign that no part of the program works on yet; people carry them out. */
const NOT_YET = ["system.configure"];

/** Says how the plan has it; nothing hangs on it. */
const DOCUMENTARY: Readonly<Record<string, string>> = {
  original: "the row as it is printed, held against the plan by the check",
  pointsLine: "where the plan prints the points, held against it by the check",
  threshold: "names the wording of a row or clause, so that a change of it is shown with them",
  county: "kind of district, in words only",
  zone: "kind of district, in words only",
  town: "kind of district, in words only",
  village: "kind of district, in words only",
  percentOfCity: "unit of an amount, in words only",
  timesPerYear: "unit of an amount, in words only",
  rateAsOf: "the day of the rate is carried like any other field",
};

test("whatever a campaign folder says is read, or stands in the list of what nothing hangs on", () => {
  const unread = [
    ...[...all.keys].filter((name) => !isRead.key(name)),
    ...[...all.values].filter((name) => !isRead.value(name)),
  ];

  expect(all.keys.size).toBeGreaterThan(100);
  expect(all.values.size).toBeGreaterThan(100);
  expect([...new Set(unread)].sort()).toEqual([...NOT_YET, ...Object.keys(DOCUMENTARY)].sort());
});
