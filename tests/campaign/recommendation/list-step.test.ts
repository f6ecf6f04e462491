import { describe, expect, test } from "vitest";
import type { CaseStep } from "../../../src/campaign/application/consequences.ts";
import { caseStep } from "../../../src/campaign/application/extension-points.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { listStep } from "../../../src/campaign/recommendation/extension-points.ts";
import { assertChangeable, isFrozen, stepOfList } from "../../../src/campaign/recommendation/list-step.ts";
import { withdrawalPhrases } from "../../../src/campaign/recommendation/withdrawal-phrases.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const LIST = { items: [{ applicationId: "a" }, { applicationId: "b" }] };
const NOBODY = { items: [] };

/** What later parts say: of each case, and of all lists. */
function where(cases: Readonly<Record<string, CaseStep>>, lists?: CaseStep): Context {
  const said = new Map<string, unknown>([
    [caseStep.name, new Map(Object.entries(cases))],
    [listStep.name, lists],
  ]);
  const contributions = async ({ name }: { name: string }) => [said.get(name)];
  return { campaign: { definition: shaoxing }, contributions } as unknown as Context;
}

describe("a reported list", () => {
  test.each([
    ["recommended", where({ a: "finalized" })],
    ["recommended", where({ a: "submitted", b: "recommended" })],
    ["approved", where({ a: "recommended", b: "approved" })],
    ["published", where({ a: "recommended", b: "published" })],
    ["published", where({ a: "recommended", b: "recommended" }, "published")],
  ] as const)("has come as far as the furthest of its cases, or of all lists: %s", async (step, context) => {
    expect(await stepOfList(context, LIST)).toBe(step);
  });

  test("is closed by 公布 though none of its cases is published, and so is 无推荐", async () => {
    expect(await isFrozen(where({ a: "recommended" }), LIST)).toBe(false);
    expect(await isFrozen(where({ a: "recommended" }, "published"), LIST)).toBe(true);
    expect(await isFrozen(where({}, "published"), NOBODY)).toBe(true);
  });

  test.each(["listWithdrawn", "listTakenBack", "listReported"] as const)(
    "%s is taken until 公布, then refused with the reason",
    async (change) => {
      const nouns = { organizer: "活动联系人", city: "市" };

      await expect(assertChangeable(where({ a: "approved" }), change, LIST)).resolves.toBe("approved");
      await expect(assertChangeable(where({}, "published"), change, LIST)).rejects.toThrow(
        withdrawalPhrases.published[change](nouns),
      );
    },
  );
});
