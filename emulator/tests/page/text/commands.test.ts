import { expect, test } from "vitest";
import { commands, matchingCommands } from "../../../page/text/commands.ts";

test("a slash alone offers every command", () => {
  expect(matchingCommands("/")).toEqual(commands);
  expect(matchingCommands("／")).toEqual(commands);
});

test("commands that begin with what was typed come before those that only mention it", () => {
  expect(matchingCommands("/推荐").map(({ words }) => words)).toEqual(["推荐", "进度", "确认推荐", "导出 附件4"]);
});

test("what no command holds offers none", () => {
  expect(matchingCommands("/天气")).toEqual([]);
});
