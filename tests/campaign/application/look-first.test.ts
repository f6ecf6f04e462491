import { expect, test } from "vitest";
import type { ApplicationDraft } from "../../../src/campaign/application/draft.ts";
import { lookFirst } from "../../../src/campaign/application/look-first.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { PersonContext } from "../../../src/campaign/engine/context.ts";
import { workIn } from "../../../src/platform/conversation/shared-work.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });

/** Whether 提交 waits, while this was read of an earlier message and not recorded. */
async function waits(answers: Record<string, unknown>, held: Record<string, string>): Promise<boolean> {
  let isShown = false;
  const context = {
    ...{ campaign, rulings: noRulings, now: new Date("2023-08-28T01:00:00Z") },
    ...{ person: { staffId: "a" }, cards: { refresh: async () => undefined } },
    drafts: {
      async save(draft: object, change: object) {
        isShown = true;
        return { ...draft, ...change };
      },
    },
  } as unknown as PersonContext;
  const form = { work: workIn({}), viewer: "a", state: { answers, skipped: [], held }, draft: {} };
  await lookFirst(context, form as unknown as ApplicationDraft);
  return isShown;
}

test("提交 waits for what was read of a field that is asked, and was not recorded", async () => {
  expect(await waits({ ownersBodyKind: "ownersCommittee" }, { ownersCommitteeChairPhone: "13957511111" })).toBe(true);
  expect(await waits({ ownersBodyKind: "ownersCommittee" }, {})).toBe(false);
});

test("of a field that is not asked any more nothing is listed, and nothing waits", async () => {
  expect(await waits({ ownersBodyKind: "none" }, { ownersCommitteeChairPhone: "13957511111" })).toBe(false);
});
