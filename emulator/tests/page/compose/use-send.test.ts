import { expect, test } from "vitest";
import { nameFor } from "../../../page/compose/use-send.ts";

test.each([
  ["附件4.xlsx", "application/octet-stream", "附件4.xlsx"],
  ["", "image/png", "图片.png"],
  [" ", "image/jpeg", "图片.jpg"],
  ["", "", "未命名文件"],
])("a file named “%s” of type %s is sent as %s", (name, type, sent) => {
  expect(nameFor(new File(["x"], name, { type }))).toBe(sent);
});
