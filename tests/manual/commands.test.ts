import { expect, test } from "vitest";
import { matchSpoken } from "../../src/campaign/engine/dispatch/match-command.ts";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { features } from "../../src/campaign/features.ts";
import { whoQuestion } from "../../src/campaign/overview/answer/rules.ts";
import { standingQuestion } from "../../src/campaign/overview/standing/rules.ts";
import { asksLeft } from "../../src/campaign/scoring/left-rows.ts";
import { readFormCommand } from "../../src/platform/conversation/form-command.ts";
import { shaoxing } from "../campaign/definition/support/shaoxing.ts";
import { sent } from "./support/manual.ts";

const { commands } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("none")) }));

/** Understood only beside what they answer, or in the sentence of another command. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  "to a list": ["2", "第2段", "现行"],
  "in a form": ["记录其余几项", "记录其余2项", "不记录", "本项以后再填", "以同事为准", "以我为准", "申报材料 全文"],
  "on a form that was submitted": ["锦绣电话改13812345678", "锦绣：书记电话改13812345678，地址改滨河路5号"],
  "of a form that is not open": ["不用这段内容", "小区地址：滨河路3号"],
  "while scoring": ["其余满分", "1-2 会议记录不全；1-4 缺记录", "还差哪几条"],
  "beside photos": ["3-5", "3-5 东门", "锦绣花园 3-5"],
  "in the report": ["存在问题：具体内容", "1 具体内容"],
  "while choosing": [
    ...["1-10", "1 2 4 5 6 7 8 9 10 11", "无", "递补 12 11", "报批", "同上", "沿用", "其余沿用"],
    ...["理由 1-3 居民满意度高", "理由 3 党建联建好", "拟稿", "理由 1-3 拟稿", "其余拟稿"],
  ],
  "on an objection": ["匿名", "名单不变", "不成立", "不予受理"],
  "about others": ["催催没报名单的", "柯桥区已电话联系，约定9月27日", "柯桥区已电话联系"],
  "filled in per receiver": ["{姓名}", "{地区}", "{未办事项}", "{截止日期}", "{联系人}", "{联系电话}"],
  "asked back by their sound": ["近度", "jindu", "cp塔山"],
};
const answers = Object.values(ANSWERS).flat();

const isUnderstood = (said: string): boolean =>
  [
    matchSpoken(commands, said.replace(/^@家园助手 /u, "")),
    readFormCommand(said),
    standingQuestion(said),
    whoQuestion(shaoxing, said),
  ].some((read) => read !== undefined) || asksLeft(said);

test("what the manual tells people to send is a command, a question, or an answer to what is asked beside it", () => {
  const unknown = sent.filter((said) => !isUnderstood(said) && !answers.includes(said));

  expect(sent.length).toBeGreaterThan(400);
  expect([...new Set(unknown)]).toEqual([]);
  expect(answers.filter((said) => !sent.includes(said) || isUnderstood(said))).toEqual([]);
});

test("each command that 帮助 lists stands in the manual", () => {
  const told = sent.flatMap((said) => matchSpoken(commands, said)?.command.id ?? []);
  const listed = commands.filter(({ help, words = [] }) => help !== undefined && words.length > 0).map(({ id }) => id);

  expect(listed.length).toBeGreaterThan(100);
  expect(listed.filter((id) => !told.includes(id))).toEqual([]);
});
