import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleNames } from "dingtalk-payloads/samples/sample.ts";
import { describe, expect, test } from "vitest";
import { accepted, emitted, knownDifferences, leftOut, neverSent } from "./directions.ts";

const numbers = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 2));

const texts = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));

/** As the first argument of a call, or at the head of a row. */
const namesSample = (number: string): boolean => texts.some((text) => new RegExp(`[([]\\s*"${number}"`).test(text));

describe("the samples of the platform", () => {
  test("are 68, each with one direction or left out by name", () => {
    const placed = [...emitted, ...accepted, ...Object.keys(leftOut)].sort();

    expect(placed).toHaveLength(68);
    expect(placed).toEqual(numbers(sampleNames()));
  });

  test("are each played by a test here, but for those that are never sent", () => {
    const unplayed = [...emitted, ...accepted].filter((number) => !namesSample(number));

    expect(unplayed).toEqual(neverSent);
  });

  test("differ from the emulator's bodies only where a sample that it sends is named", () => {
    expect(knownDifferences.flatMap(({ samples }) => samples).filter((number) => !emitted.includes(number))).toEqual(
      [],
    );
  });
});
