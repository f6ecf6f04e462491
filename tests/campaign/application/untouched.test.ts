import { expect, test } from "vitest";
import { isUntouched } from "../../../src/campaign/application/edit.ts";
import { withChanges, withShare, workIn } from "../../../src/platform/conversation/shared-work.ts";

const opened = withShare(workIn({}), "a", {});

test("a change that was opened, and looked at by two, is untouched", () => {
  expect(isUntouched({ work: withShare(opened, "b", {}), state: {} })).toBe(true);
});

test("one changed answer, also one changed back, is a change", () => {
  const changed = withChanges(opened, "a", { before: { name: "雅苑" }, after: { name: "新苑" } });
  const back = withChanges(changed, "a", { before: { name: "新苑" }, after: { name: "雅苑" } });
  const state = {};
  expect([isUntouched({ work: changed, state }), isUntouched({ work: back, state })]).toEqual([false, false]);
});

test("what could not be saved is kept", () => {
  const refused = [{ key: "phone", label: "电话", sentence: "不是手机号", typed: "12" }];
  expect(isUntouched({ work: withShare(opened, "a", { refused }), state: {} })).toBe(false);
});
