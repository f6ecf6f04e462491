import { expect, test } from "vitest";
import { concernsOf } from "../../../src/campaign/consultation/departments.ts";
import { decisionFields, replyFields } from "../../../src/campaign/consultation/form.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { formBytes } from "../../../src/platform/dingtalk/render/index.ts";
import { CARD_VALUE_BYTES } from "../../../src/platform/dingtalk/render/limits.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const context = { campaign: { definition: shaoxing }, now: new Date("2023-10-09T02:00:00Z") } as Context;
const { departments } = shaoxing.campaign;

test.each(departments)("the form for the replies of $name fits on a card", (department) => {
  const fields = replyFields(context, {
    ...{ department, letter: undefined, asked: [], left: [], unanswered: [], replies: new Map() },
  });

  expect(formBytes({ fields })).toBeLessThanOrEqual(CARD_VALUE_BYTES);
});

test("the approver's form fits on a card", () => {
  expect(formBytes({ fields: decisionFields() })).toBeLessThanOrEqual(CARD_VALUE_BYTES);
});

test("every department is asked about something that the plan names", () => {
  const asked = departments.map((department) => concernsOf(shaoxing, department).map(({ label }) => label));

  expect(asked).toEqual([
    ["安全责任事故"],
    ["安全责任事故", "7-2设施与秩序", "7-3设施与秩序"],
    ["5-3专业化物业管理", "7-3设施与秩序"],
    ["5-3专业化物业管理", "7-2设施与秩序", "8-1收费与公示"],
    ["3-2协调运行机制", "10-1业主满意度"],
  ]);
});
