import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const PROJECT = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");

test("the example of docs/emulator.md is the one that runs as a test", () => {
  const shown = [...read("docs/emulator.md").matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);

  expect(shown).toEqual([read("tests/emulator/client/example.test.ts")]);
});
