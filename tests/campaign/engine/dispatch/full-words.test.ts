import { expect, test } from "vitest";
import { withoutParticle } from "../../../../src/campaign/engine/dispatch/full-words.ts";

test.each([
  ["东升花园吧", "东升花园"],
  ["东升花园了吧", "东升花园了"],
  ["东升花园啊", "东升花园"],
  ["东升花园", "东升花园"],
  ["酒吧", "酒吧"],
  ["吧", "吧"],
])("behind a command, %s is %s", (said, name) => {
  expect(withoutParticle(said)).toBe(name);
});
