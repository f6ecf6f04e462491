import { expect, test } from "vitest";
import { mentions } from "../../../page/text/mentions.ts";

const names = ["柯桥区经办人1", "keqiao-1", ""];

test.each([
  "@柯桥区经办人1 请查收",
  "请@柯桥区经办人1，谢谢",
  "@keqiao-1 请查收",
  "@所有人 今日截止",
  "@柯桥区经办人12 和 @柯桥区经办人1",
])("%s calls the person", (text) => {
  expect(mentions(text, names)).toBe(true);
});

test.each(["柯桥区经办人1 请查收", "@柯桥区经办人12 请查收", "@keqiao-12", "@ 请查收", ""])(
  "%s calls somebody else",
  (text) => {
    expect(mentions(text, names)).toBe(false);
  },
);
