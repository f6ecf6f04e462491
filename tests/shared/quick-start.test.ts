import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BUNDLES, presentBundle } from "../../src/shared/quick-start.ts";

let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "jiayuan-bundle-"));
  await mkdir(join(project, BUNDLES), { recursive: true });
  await writeFile(join(project, "bot.ts"), "one");
  const { size, mtimeMs } = await stat(join(project, "bot.ts"));
  await note(JSON.stringify({ entry: "bot-1/bot.js", files: [["bot.ts", size, mtimeMs]] }));
});
afterEach(() => rm(project, { recursive: true }));

const note = (text: string) => writeFile(join(project, BUNDLES, "bot.json"), text);
const root = () => pathToFileURL(`${project}/`);

describe("a program's bundle", () => {
  test("is used where its sources are as they were", () => {
    expect(presentBundle("bot", root())).toBe(new URL(`${BUNDLES}bot-1/bot.js`, root()).href);
  });

  test.each([
    { change: "longer", make: () => writeFile(join(project, "bot.ts"), "one two") },
    { change: "of the same length, written a millisecond later", make: touch },
    { change: "gone", make: () => rm(join(project, "bot.ts")) },
  ])("is not used when one of them is $change", async ({ make }) => {
    await make();

    expect(presentBundle("bot", root())).toBeUndefined();
  });

  test("is not used when its note was cut off", async () => {
    await note('{"entry":"bot-1/bot.js","files":[["bot.ts"');

    expect(presentBundle("bot", root())).toBeUndefined();
  });

  test("of another program says nothing of this one", () => {
    expect(presentBundle("emulator", root())).toBeUndefined();
  });
});

async function touch(): Promise<void> {
  const file = join(project, "bot.ts");
  const { atimeMs, mtimeMs } = await stat(file);
  await utimes(file, atimeMs / 1000, (mtimeMs + 1) / 1000);
}
