import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DefinitionError, loadCampaignFolder } from "../../src/campaign/definition/load.ts";
import { parseAnswer } from "../../src/platform/conversation/answers/parse-answer.ts";
import { begin } from "../../src/platform/conversation/form-state.ts";
import { step } from "../../src/platform/conversation/form-step.ts";
import { cleanText } from "../../src/platform/dingtalk/inbound/clean-text.ts";
import { form, when } from "../platform/conversation/support/questions.ts";
import { corpus, mutated, RUNS } from "./mutate.ts";

describe("answers", () => {
  const said = [
    "小区名称：蓝天家园\n小区地址：人民路1号\n负责人电话：13800138000\n交付率或入住率：85%",
    "改 小区名称 蓝天家园二期",
    "有，2022年5月1日，人员伤亡，已处理",
  ].map((text) => Buffer.from(text));

  function hears(bytes: Buffer): void {
    const text = bytes.toString("utf8");
    const { state, outcome } = step(form, begin(form), { ...when, text });
    expect(outcome.kind).not.toBe("");
    step(form, state, { ...when, text });
    for (const field of form.fields) parseAnswer(field, text, when);
  }

  test.each(corpus("answers"))("%s", (_, bytes) => hears(bytes));

  test("with whatever changed are read, asked back or not understood", () => {
    fc.assert(fc.property(mutated(said), hears), RUNS);
  });
});

/** So many characters of a message are read. */
const MOST = 10_000;
/** Time of the processor; what grew with the square or worse took minutes. */
const WITHIN_MS = 5_000;

test.each([
  "小区名称：",
  "小区名称：蓝天，小区地址：人",
  "，",
  "。",
  "一",
  "1 ",
  "然后",
  "2022年5月1日，",
  "不对",
  "、哦",
  "3-1 ",
])("%s again and again, as long as a message may be, does not hold everybody up", (unit) => {
  const text = cleanText(unit.repeat(Math.floor(MOST / unit.length)));
  const begun = process.threadCpuUsage();
  step(form, begin(form), { ...when, text });
  for (const field of form.fields) parseAnswer(field, text, when);
  expect(process.threadCpuUsage(begun).user / 1_000).toBeLessThan(WITHIN_MS);
});

describe("campaign files", () => {
  const SOURCE = "campaigns/shaoxing-2023";
  const files = readdirSync(SOURCE).filter((file) => file.endsWith(".yaml"));
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jiayuan-fuzz-"));
    cpSync(SOURCE, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** @throws unless the folder is read, or its faults are named by file */
  function loads(file: string, bytes: Uint8Array): void {
    writeFileSync(join(folder, file), bytes);
    try {
      loadCampaignFolder(folder);
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      expect(error.message).not.toBe("");
    } finally {
      cpSync(join(SOURCE, file), join(folder, file));
    }
  }

  test.each(corpus("campaign"))("%s in place of each file", (_, bytes) => {
    for (const file of files) loads(file, bytes);
  });

  test("with whatever changed are read, or their faults are named", () => {
    const check = fc.property(
      fc
        .constantFrom(...files)
        .chain((file) => fc.tuple(fc.constant(file), mutated([readFileSync(join(SOURCE, file))]))),
      ([file, bytes]) => loads(file, bytes),
    );
    // Each run reads a whole folder.
    fc.assert(check, { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 10) });
  });
});
