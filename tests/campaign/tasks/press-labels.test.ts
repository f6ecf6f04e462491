import { expect, test } from "vitest";
import { taskActions } from "../../../src/campaign/tasks/actions.ts";
import type { CaseState } from "../../../src/campaign/tasks/campaign-state.ts";
import { owed, tasksFor } from "../../../src/campaign/tasks/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { at, nothing } from "./support/state.ts";

const compound = (name: string): CaseState => ({
  ...{ id: name, district: "keqiao", name, state: "submitted", submittedAt: at("08-25T10:00:00") },
  ...{ review: { state: "open", done: 0, of: 25 }, opinionsWait: false },
});

test("of several presses of one word each says its case; one alone is the word", () => {
  const labels = (...names: readonly string[]) => {
    const cases = names.map(compound);
    const lists = {
      expected: [],
      received: new Set(shaoxing.campaign.districts.map(({ id }) => id)),
      nobody: new Set<string>(),
    };
    const known = { ...nothing(), lists, cases };
    const own = tasksFor(owed(known, at("09-25T10:00:00")), staffId("keqiao-1"));
    return taskActions(known, own).map(({ label }) => label);
  };

  expect(labels("阳光花园", "锦绣花园")).toEqual(expect.arrayContaining(["初评 阳光花园", "初评 锦绣花园"]));
  expect(labels("阳光花园", "锦绣花园")).not.toContain("初评");
  expect(labels("阳光花园")).toContain("初评");
});
