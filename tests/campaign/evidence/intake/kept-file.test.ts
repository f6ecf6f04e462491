import { expect, test } from "vitest";
import { pointsAtFile } from "../../../../src/campaign/evidence/intake/kept-file.ts";
import { cannotKeep } from "../../../../src/campaign/evidence/intake/make-kept.ts";

test.each([
  "就刚才那个语音归到三杠六",
  "不要了归入证明材料吧",
  "那份文件放到3-5",
  "刚才的表归入3-5",
  "上面那张图放在1-2",
])("%j is of the file before", (text) => {
  expect(pointsAtFile(text)).toBe(true);
});

test.each(["物业把那个车位放在小区北门", "居民反映那个问题归街道管", "3-6", "刚才说错了"])("%j is not", (text) => {
  expect(pointsAtFile(text)).toBe(false);
});

test("what could not be kept is known before it is offered", () => {
  expect(cannotKeep(Buffer.from("#!AMR\n123"), "a.amr")).toContain("无法识别这个文件");
  expect(cannotKeep(Buffer.from(""), "a.pdf")).toBeDefined();
  expect(cannotKeep(Buffer.from("%PDF-1.7"), "a.pdf")).toBeUndefined();
});
