import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLog } from "../../src/platform/log.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-log-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What stands in the log's file once it is written to the end: `flush` alone does not wait for a write under way. */
async function written(values: object, message: string): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.log`);
  const log = await openLog({ LOG_LEVEL: "info", LOG_FILE: file });
  log.error(values, message);
  const destination = Reflect.get(log, pino.symbols.streamSym);
  destination.end();
  await once(destination, "close");
  return readFile(file, "utf8");
}

test.each([
  ["a forged line", '甲"}\r\n{"level":30,"msg":"forged"}'],
  ["a line feed alone", "甲\n乙"],
  ["signs that move a terminal's cursor and clear it", "\u001b[2J\u001b[1;1H\u001b]0;title\u0007甲"],
  ["a NUL and a backspace", "甲\u0000\b乙"],
])("%s in what people write stays inside one line of the log, as text", async (_, hostile) => {
  const text = await written({ reason: hostile, error: new Error(hostile).message }, hostile);

  expect(text.endsWith("\n")).toBe(true);
  expect(text.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f]/);
  expect(JSON.parse(text)).toMatchObject({ level: 50, reason: hostile, error: hostile, msg: hostile });
});

test("a secret's field is not written, at the top and one level below", async () => {
  const text = await written({ token: "planted", request: { authorization: "planted" } }, "a call");

  expect(text).not.toContain("planted");
  expect(JSON.parse(text)).toMatchObject({ token: "[redacted]", request: { authorization: "[redacted]" } });
});
