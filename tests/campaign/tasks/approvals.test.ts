import { expect, test } from "vitest";
import type { Context } from "../../../src/campaign/engine/context.ts";
import type { RecordedAnswer } from "../../../src/campaign/ruling/ruling.ts";
import { approvalsView } from "../../../src/campaign/tasks/approvals.ts";
import { owed, tasksFor } from "../../../src/campaign/tasks/rules.ts";
import { staffId } from "../../../src/shared/brand.ts";
import { answer, at, nothing } from "./support/state.ts";

const APPROVER = staffId("approver");
const HELD = ["R9", "R10", "R14"].map((ruling) => ({ what: "ruling.decide" as const, ruling, version: 1 }));

/** Answers that wait, and those decided since the card was opened. */
function shown(answers: readonly Partial<RecordedAnswer>[], held: typeof HELD = HELD) {
  const state = { ...nothing(), answers: answers.map(answer) };
  const context = { campaign: state.campaign, people: state.people, now: at("09-01T11:00:00") } as unknown as Context;
  const view = approvalsView(context, APPROVER, { state, tasks: tasksFor(owed(state, context.now), APPROVER), held });
  const lines = view.body.flatMap((block) =>
    block.kind === "list" ? block.items.map((item) => item.slice(0, 8)) : [],
  );
  const buttons = view.actions.map(({ label, look, disabled }) => (disabled ? `（${label}）` : `${label} ${look}`));
  const headings = view.body.flatMap((one) => (one.kind === "heading" ? [one.text] : []));
  return {
    title: view.title,
    lines,
    headings,
    buttons,
    text: view.body.flatMap((one) => (one.kind === "text" ? one.text : [])),
  };
}

test("the decisions stand in the order of the rulings", () => {
  expect(shown([{ ruling: "R10" }, { ruling: "R14" }, { ruling: "R9" }], [])).toMatchObject({
    title: "待我审批　3项",
    lines: ["口径R9待您确认", "口径R10待您确", "口径R14待您确"],
    buttons: ["确认口径R9 primary", "确认口径R10 default", "确认口径R14 default"],
  });
});

test("what was decided since the card was opened stands below as decided, and no button moves", () => {
  expect(shown([{ ruling: "R10" }, { ruling: "R14" }, { ruling: "R9", state: "confirmed" }])).toMatchObject({
    title: "待我审批　2项",
    lines: ["口径R10待您确", "口径R14待您确", "口径R9：已确认"],
    headings: ["已办理"],
    buttons: ["（口径R9已办理）", "确认口径R10 primary", "确认口径R14 default"],
  });
  expect(
    shown([{ ruling: "R10", state: "declined" }, { ruling: "R14" }, { ruling: "R9", state: "confirmed" }]).buttons,
  ).toEqual(["（口径R9已办理）", "（口径R10已办理）", "确认口径R14 primary"]);
});

test("what came since stands below", () => {
  const later = [{ ruling: "R4" }, { ruling: "R10" }, { ruling: "R14" }, { ruling: "R9" }];

  expect(shown(later).buttons).toEqual([
    "确认口径R9 primary",
    "确认口径R10 default",
    "确认口径R14 default",
    "确认口径R4 default",
  ]);
});

test("where the card has no room for what still waits, it says how to see it", () => {
  const rulings = ["R1", "R2", "R3", "R4", "R5", "R6"];
  const held = rulings.map((ruling) => ({ what: "ruling.decide" as const, ruling, version: 1 }));
  const decided = rulings.map((ruling) => ({ ruling, state: "confirmed" as const }));

  expect(shown([...decided, { ruling: "R9" }], held)).toMatchObject({
    title: "待我审批　1项",
    text: ["其余事项请发送「待我审批」重新列出后办理。"],
  });
});
