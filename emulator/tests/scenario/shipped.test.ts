import { expect, test } from "vitest";
import { parseScenario } from "../../src/scenario/parse.ts";
import { resolveNames } from "../../src/scenario/resolve-names.ts";
import seed from "../../src/seed.json" with { type: "json" };
import { useEmulator } from "../../src/testing/use-emulator.ts";

const emulator = useEmulator({ seed });
const shipped = () => emulator.call<{ scenarios: { file: string; text: string }[] }>("/page/scenarios");

test("the page is given the scenarios of the project, the one for newcomers first", async () => {
  const { scenarios } = await shipped();

  expect(scenarios.map(({ text }) => parseScenario(text).title)).toEqual([
    "第一次使用",
    "一周的提醒",
    "批准之后有变动，公布之后须更正",
    "代地区办理，有人休假",
    "一个小区从申报到定稿",
    "掉线也不丢",
    "一并确认默认口径",
    "现场核验",
    "从公布的名单中向省推荐，一个退出后替换",
  ]);
});

test("every person and group in them is in the demo organisation", async () => {
  const [{ scenarios }, state] = await Promise.all([shipped(), emulator.state()]);

  for (const { text } of scenarios) expect(() => resolveNames(parseScenario(text), state)).not.toThrow();
});

test("other pages are refused", async () => {
  const reply = await fetch(`${emulator.url}/_emulator/page/scenarios`, { headers: { origin: "http://example.com" } });

  expect(reply.status).toBe(403);
});
