import { describe, expect, test } from "vitest";
import { reasonIn } from "../../../src/campaign/extension/said.ts";
import { parseAnswer } from "../../../src/platform/conversation/answers/parse-answer.ts";
import { withoutSaidAround } from "../../../src/platform/conversation/said-around.ts";
import {
  withoutBetween,
  withoutEmpty,
  withoutFillers,
  withoutSounds,
} from "../../../src/platform/conversation/spoken.ts";
import { question, when } from "./support/questions.ts";

const POINTING = [
  "那个年代建的房子没有规划车位",
  "那个路口一到早晚高峰就堵车",
  "这个小区居民多，停车位少",
  "这个月盖章人员轮休",
  "那个楼没有电梯，居民意见大",
  "那个人已经调走，材料无人接手",
  "这个阶段正在征求居民意见",
];

describe("那个 that points at something stays in the text", () => {
  test.each(POINTING)("%j alone, and behind 嗯", (text) => {
    for (const clean of [withoutFillers, withoutSounds, withoutEmpty, withoutBetween, withoutSaidAround])
      expect(clean(text)).toBe(text);
    expect(withoutSounds(`嗯${text}`)).toBe(text);
    expect(withoutFillers(`嗯 ${text}`)).toBe(text);
  });

  test.each(POINTING)("%j as paragraphs and as a reason", (text) => {
    const field = question("longText", { label: "申报材料", maxCharacters: 800, overflow: true });
    expect(parseAnswer(field, text, when)).toMatchObject({ ok: true, value: text });
    expect(parseAnswer(field, `申报材料就是${text}`, when)).toMatchObject({ ok: true, value: text });
    expect(reasonIn(` ${text}`)).toBe(text);
  });
});

test.each([
  ["嗯那个月湖花园", "月湖花园"],
  ["嗯那个人民路小区", "人民路小区"],
  ["嗯 那个 楼塔小区", "楼塔小区"],
  ["嗯就是那个电梯维保一直没来", "电梯维保一直没来"],
])("in %j it is a filler", (text, left) => {
  expect(withoutFillers(text)).toBe(left);
});
