import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { matchSpoken } from "../../src/campaign/engine/dispatch/match-command.ts";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { features } from "../../src/campaign/features.ts";

const { commands } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("none")) }));

/** Answers to the question beside which they are named, and the form's own words. */
const TO_A_QUESTION = [
  ...[
    "0",
    "无",
    "同上",
    "沿用",
    "其余沿用",
    "拟稿",
    "其余拟稿",
    "通过",
    "否决",
    "附页",
    "现行",
    "确认",
    "不报送",
    "报批",
    "其余满分",
    "不记录",
  ],
  ...["提交", "跳过", "上一步", "保存退出", "改", "改 甲", "改 栏目名称", "内容：", "内容：甲"],
  ...["以同事为准", "以我为准", "理由 1-3 文字", "理由 甲 拟稿", "递补 序号", "栏目名称：新的理由", "都归入 甲"],
];

const ASKED = /(?<!并)(?:发送|回复)((?:「[^」]+」(?:、|，?或|和)?)+)/gu;
const FILLED_IN = /\$\{(?:[^{}]|\{[^{}]*\})*\}|\{\{[^}]*\}\}/gu;

function asked(): string[] {
  const lines = ["src", "campaigns"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?:phrases[\w-]*\.ts|phrases\.yaml)$/.test(file) && !file.includes("generated"))
      .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
      .filter((line) => !/^\s*(?:\/\*|\*|\/\/|#)/.test(line)),
  );
  return lines
    .flatMap((line) => [...line.matchAll(ASKED)].flatMap(([, words = ""]) => [...words.matchAll(/「([^」]+)」/gu)]))
    .flatMap(([, said = ""]) =>
      said.startsWith("${") || said.startsWith("{{") ? [] : [said.replaceAll(FILLED_IN, "甲")],
    );
}

test("what a sentence asks people to send is understood: a command, or an answer to the question beside it", () => {
  const said = asked();
  const unknown = said.filter((one) => !TO_A_QUESTION.includes(one) && !matchSpoken(commands, one));

  expect(said.length).toBeGreaterThan(200);
  expect([...new Set(unknown)]).toEqual([]);
  expect(TO_A_QUESTION.filter((one) => !said.includes(one))).toEqual([]);
});

const words = commands.flatMap(({ words: own = [] }) => own).filter((word) => /\p{Script=Han}/u.test(word));
const BARE_EXAMPLE = /例如：([^。；"`「」${}]+)/gu;

test("an example of what to send stands in 「」, too", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  const bare = files
    .filter((file) => /phrases[\w-]*\.ts$/.test(file) && !file.includes("generated"))
    .flatMap((file) => [...readFileSync(join("src", file), "utf8").matchAll(BARE_EXAMPLE)])
    .flatMap(([, said = ""]) => (words.some((word) => said === word || said.startsWith(`${word} `)) ? [said] : []));

  expect(bare).toEqual([]);
});
