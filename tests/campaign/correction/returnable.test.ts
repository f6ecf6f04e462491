import { describe, expect, test } from "vitest";
import type { Application } from "../../../src/campaign/application/application.ts";
import { CASE_STEPS, type CaseStep } from "../../../src/campaign/application/consequences.ts";
import { caseStep } from "../../../src/campaign/application/extension-points.ts";
import { returnable } from "../../../src/campaign/correction/return-case.ts";
import type { PersonContext } from "../../../src/campaign/engine/context.ts";
import { RefusalError } from "../../../src/shared/refusal-error.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const application = (change: Partial<Application> = {}) =>
  ({ id: "case", compoundName: "锦绣花园", district: "keqiao", state: "submitted", ...change }) as Application;

/** How far the case has come, and whether a return of it is open. */
function at(step: CaseStep, isReturned = false): PersonContext {
  const open = { caseId: "case", number: 1, items: [], dueOn: "2023-10-09", correctedAt: null, revokedAt: null };
  const contributions = async ({ name }: { name: string }) =>
    name === caseStep.name ? [new Map([["case", step]])] : [];
  const tx = { caseReturn: { findFirst: async () => (isReturned ? open : null) } };
  return { campaign: { definition: shaoxing }, tx, contributions } as unknown as PersonContext;
}

/** `returned`, or the sentence. */
const returning = (context: PersonContext, one: Application | undefined): Promise<string> =>
  returnable(context, one).then(
    () => "returned",
    (error: unknown) => {
      if (error instanceof RefusalError) return error.message;
      throw error;
    },
  );

const NOT_REPORTED = "“锦绣花园”尚未列入已报送的推荐名单，由地区自行修改，不能退回补正，未作任何改动。";

describe("退回补正 from each state of a case", () => {
  test("the table names each step", () => {
    expect(BY_STEP.map(([step]) => step)).toEqual(CASE_STEPS);
  });

  const BY_STEP: readonly (readonly [CaseStep, string])[] = [
    ["submitted", NOT_REPORTED],
    ["finalized", NOT_REPORTED],
    ["recommended", "returned"],
    ["proposed", "returned"],
    ["approved", "returned"],
    ["published", "市级名单已公布，“锦绣花园”不能退回补正，未作任何改动。公布内容有误的，请发送「更正」。"],
  ];

  test.each(BY_STEP)("%s: %s", async (step, said) => {
    expect(await returning(at(step), application())).toBe(said);
  });

  test.each([
    ["a draft, which is no case yet", undefined, "没有找到该小区，未作任何改动。"],
    ["withdrawn", { state: "withdrawn" }, "“锦绣花园”的申报已撤回，未作任何改动。"],
    ["excluded", { state: "excluded" }, "“锦绣花园”不得参与，未作任何改动。"],
  ] as const)("%s, though it is on a reported list: refused", async (_state, change, said) => {
    expect(await returning(at("recommended"), change && application(change))).toBe(said);
  });

  test("returned already: what was forgotten is named with the rest, after 撤销", async () => {
    expect(await returning(at("recommended", true), application())).toBe(
      "“锦绣花园”已退回补正，尚未报送补正，未作任何改动。问题有遗漏的，请先「撤销退回补正 锦绣花园」，再一次列明。",
    );
  });
});
