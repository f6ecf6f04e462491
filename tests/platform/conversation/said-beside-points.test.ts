import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const none = lineRules(shaoxing, new Map() as never);
const all = none.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const scored: ScoreRules = { ...none, given: all };
const at = (id: string): ScoreRules => ({
  ...none,
  ...{ given: [], at: id, open: id.slice(0, 1) },
  items: none.sections[Number(id.slice(0, 1)) - 1]?.rows.map((row) => row.id) ?? [],
});

/** What is recorded, or `?` with what is offered. */
const read = (text: string, rules = scored): string => {
  const line = readScoreLine(rules, text);
  if (line.kind === "points") return showEntries(line.entries) + (line.rest ? "；其余满分" : "");
  if (line.kind !== "retry") return line.kind;
  const { readable, readings = [], choices = [] } = line;
  return `? ${[...(readable ? [readable.typed] : []), ...readings, ...choices.map(({ typed }) => typed)].join(" / ")}`;
};

describe("an order behind a reason is none of it", () => {
  test.each([
    ["3-8 3 绿化秃 交定稿", "? 3-8 3 绿化秃"],
    ["3-8 3 绿化秃，提交", "? 3-8 3 绿化秃"],
    ["3-8 3 绿化秃 交了", "? 3-8 3 绿化秃"],
    ["3-8 3 绿化秃 先交定稿吧", "? 3-8 3 绿化秃"],
    ["3-8 3 绿化秃 算了先报", "? 3-8 3 绿化秃"],
    ["3-8 3 绿化秃 报送", "? 3-8 3 绿化秃"],
    ["3-8 3 材料未提交", "3-8 3 材料未提交"],
    ["3-8 3 方案尚未定稿", "3-8 3 方案尚未定稿"],
    ["3-8 3 物业费没交", "3-8 3 物业费没交"],
  ])("%j: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("不变 of the points is none of the reason", () => {
  test.each([
    ["3-8不变理由绿化秃", "3-8 绿化秃"],
    ["3-8 不变，理由绿化秃", "3-8 绿化秃"],
    ["3-8分数不变，理由改为绿化秃", "3-8 绿化秃"],
    ["3-8 分不变 理由：绿化秃", "3-8 绿化秃"],
    ["三杠九那个理由改成高峰期停车有点紧张物业在协调分不变", "3-9 高峰期停车有点紧张物业在协调"],
    ["3-9理由改成停车紧张，分数不变", "3-9 停车紧张"],
    ["3-9 理由：停车紧张 分不变", "3-9 停车紧张"],
    ["3-9 理由改为停车紧张，得分还是不变", "3-9 停车紧张"],
    ["3-9 4 停车紧张多年不变", "3-9 4 停车紧张多年不变"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("扣一分 with a reason names the points that remain, with the reason", () => {
  test.each([
    ["嗯四杠一到四杠三都满分哦四杠三扣一分老人活动少", "4-3 2 老人活动少"],
    ["四杠一四杠二满分四杠三扣一分老人活动少", "4-3 2 老人活动少"],
  ])("%j", (text, expected) => {
    expect(read(text, at("4-1"))).toContain(expected);
    expect(read(text, at("4-1"))).not.toContain("4-3 3");
  });
});

describe("what is only said between a row and its points", () => {
  test.each([
    ["四杠三两分执法来得少然后四杠四三分四杠五呢也是三分四杠六两分", ["4-3 2 执法来得少", "4-4 3", "4-5 3", "4-6 2"]],
    ["三杠二给五分三杠五的话四分三杠六嘛五分三杠七", ["3-2 5", "3-5 4", "3-6 5"]],
    ["三杠五啊四分三杠六呢五分", ["3-5 4", "3-6 5"]],
    ["1-4 更正为4分，理由：①协调机制文件已建；②8月未例会", ["1-4 4 "]],
    ["3-8 更正 3分（便民服务点8月已设）", ["3-8 3 便民服务点8月已设"]],
    ["3-8 订正为：3 便民服务点8月已设", ["3-8 3 便民服务点8月已设"]],
    ["2-1理由选举晚了，同2-3，上月改", ["2-1 选举晚了，同2-3，上月改"]],
  ])("%j: %j", (text, entries) => {
    for (const entry of entries) expect(read(text)).toContain(entry);
  });
});
