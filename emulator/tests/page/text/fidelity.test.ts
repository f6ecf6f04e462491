import { expect, test } from "vitest";
import { fidelityHints } from "../../../page/text/fidelity.ts";
import type { EmulatedMessage } from "../../../src/contract/control.ts";

const message = (part: Partial<EmulatedMessage>): EmulatedMessage => ({
  id: "m1",
  seq: 1,
  conversationId: "c",
  at: "2023-08-10T08:30:00+08:00",
  from: "robot",
  kind: "markdown",
  readBy: [],
  ...part,
});

test.each([
  ["a table", "|地区|得分|\n|---|---|\n|越城区|96|", "表格"],
  ["code", "请发送 `进度`", "代码"],
  ["strikethrough", "~~9月20日~~", "删除线"],
  ["HTML", "<div>进度</div>", "HTML"],
])("%s in markdown is pointed out", (_, text, word) => {
  expect(fidelityHints(message({ text }))).toEqual([expect.stringContaining(word)]);
});

test("what the clients draw needs no hint", () => {
  const text =
    "### 进度\n\n- **越城区**\n\n> 依据\n\n<font color='#ff0000'>逾期</font><br>[查看](https://example.gov.cn)\n\n---";

  expect(fidelityHints(message({ text }))).toEqual([]);
});

test("a title may have 64 characters, not 65", () => {
  expect(fidelityHints(message({ title: "题".repeat(64) }))).toEqual([]);
  expect(fidelityHints(message({ title: "题".repeat(65) }))).toEqual([expect.stringContaining("64")]);
});

test("only what a robot sent and still stands is looked at", () => {
  const { readBy, ...ofPerson } = message({ text: "`进度`" });

  expect(readBy).toEqual([]);
  expect(fidelityHints(ofPerson)).toEqual([]);
  expect(fidelityHints(message({ text: "`进度`", recalled: true }))).toEqual([]);
});
