import { expect, test } from "vitest";
import { behindGoOn } from "../../../src/campaign/scoring/sheet-words.ts";

test.each([
  ["继续 1-1 5", "1-1 5"],
  ["继续：2-3 扣一分", "2-3 扣一分"],
  ["嗯继续 三杠九给五分然后四杠一满分四杠二四分吧老人活动少", "三杠九给五分然后四杠一满分四杠二四分吧老人活动少"],
  ["接着打，四杠三三分", "四杠三三分"],
  ["继续三杠九给五分", "三杠九给五分"],
  ["继续 一 4 4 4 5", "一 4 4 4 5"],
  ["继续，其余满分", "其余满分"],
])("the points of %j are answered with", (text, points) => {
  expect(behindGoOn(text)).toBe(points);
});

test.each(["继续", "继续 1", "继续 雅苑", "继续填写 雅苑", "继续吧", "1-1 5", "3-4 3 继续整改"])(
  "%j goes on, and gives no points",
  (text) => {
    expect(behindGoOn(text)).toBeUndefined();
  },
);
