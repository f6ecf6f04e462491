import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FAULTS } from "../../src/scenario/fault-labels.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { STEP_FORMS } from "../../src/scenario/step-forms.ts";

const PROJECT = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");

test("the example of docs/emulator.md is the one that runs as a test", () => {
  const shown = [...read("docs/emulator.md").matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);

  expect(shown).toEqual([read("emulator/tests/client/example.test.ts")]);
});

test("the example of docs/scenarios.md can be read", () => {
  const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(read("docs/scenarios.md")) ?? [];

  expect(parseScenario(example).steps).toHaveLength(5);
});

test("docs/scenarios.md names every step and every fault", () => {
  const text = read("docs/scenarios.md");

  const words = [...STEP_FORMS.map(({ word }) => word), ...Object.keys(FAULTS)];
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
});
