import { describe, expect, test } from "vitest";
import { isCancelling } from "../../../../src/campaign/engine/dispatch/disarm.ts";
import { pendingConfirmations } from "../../../../src/campaign/engine/dispatch/extension-points.ts";
import { features } from "../../../../src/campaign/features.ts";

const isConfirming = (word: string): boolean => word.startsWith("确认");

describe("取消 disarms what waits for a confirmation", () => {
  test.each(["取消", "取消。", "「取消」", "算了", "算了吧", "不撤了", "不撤了不撤了", "不办了", "先不办了", "Cancel"])(
    "%s",
    (text) => {
      expect(isCancelling(text)).toBe(true);
    },
  );

  test.each(["等下", "ok", "确认撤回", "取消资格", "撤回", "不同意"])("%s does not", (text) => {
    expect(isCancelling(text)).toBe(false);
  });

  const all = features({ readUsage: () => Promise.reject(new Error("not read here")) });

  /** How each word that begins with 确认 is kept from acting after 取消. */
  const known = {
    "application.confirm-withdrawal": "disarmed",
    "application.confirm-discard": "disarmed",
    "recommendation.confirm-withdrawal": "disarmed",
    "preliminary-review.confirm-lock": "disarmed",
    "verification.confirm-lock": "disarmed",
    "broadcast.confirm": "disarmed",
    "nudge.confirm": "disarmed",
    "correction.confirm": "disarmed",
    "work-report.confirm-take-back": "disarmed",
    // They ask again unless their own question is open, which 取消 closes.
    "broadcast.recall-confirm": "question",
    "campaign.close-confirm": "question",
    "ruling.keep": "question",
    // Decisions on what lies before everybody: nothing of them waits for one person's word.
    "ruling.confirm": "decision",
    "ruling.sheet-confirm": "decision",
    "application.confirm-opinions": "decision",
    // It names what it sends, and is refused where nothing has changed since it was sent.
    "reminder.confirm-supervision": "decision",
    // 取消 takes the order back.
    "recommendation.confirm": "decision",
  };

  test("every command that only confirms is known here, and its part contributes what waits", () => {
    const confirming = all
      .flatMap(({ commands = [] }) => commands)
      .filter(({ capability, words = [] }) => !capability.startsWith("publication.") && words.some(isConfirming));
    expect(new Set(confirming.map(({ id }) => id))).toEqual(new Set(Object.keys(known)));
    const disarmed = all
      .flatMap(({ extensions = [] }) => extensions)
      .filter(({ point }) => point === pendingConfirmations.name);
    expect(disarmed).toHaveLength(Object.values(known).filter((how) => how === "disarmed").length);
  });
});
