import { describe, expect, test } from "vitest";
import { formToDiscard } from "../../../../src/campaign/application/discard/discard.ts";
import { formOf } from "../../../../src/campaign/application/offered.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import { begin } from "../../../../src/platform/conversation/form-state.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const form = formOf(shaoxing);
if (!form) throw new Error("no application form");
const empty = begin(form);

interface Begun {
  id: string;
  name?: string;
  startedBy?: string;
}

/** Of 柯桥区, whose first officer asks. */
function contextWith(begun: readonly Begun[]): PersonContext {
  const person = { staffId: "keqiao-1", name: "沈建民", roles: [{ role: "districtOfficer", district: "keqiao" }] };
  const drafts = begun.map(({ id, name, startedBy = person.staffId }) => ({
    ...{ id, kind: "application.form", district: "keqiao", startedBy, state: "open" },
    body: { ...empty, answers: name === undefined ? {} : { compoundName: name } },
  }));
  const unfinished = async ({ kind }: { kind: string }) => drafts.filter((one) => one.kind === kind);
  const campaign = runningCampaign({ definition: shaoxing, definitionVersion: 1, startedAt: new Date(0) });
  return { campaign, rulings: new Map(), people: [person], person, drafts: { unfinished } } as unknown as PersonContext;
}
const found = async (said: string, begun: readonly Begun[]) => (await formToDiscard(contextWith(begun), said)).draft.id;

describe("删除申报表", () => {
  test("finds the form in which nothing is filled in yet, as 待办 lists it", async () => {
    expect(await found("", [{ id: "empty" }])).toBe("empty");
    expect(await found("未填名称", [{ id: "empty" }, { id: "named", name: "锦绣花园" }])).toBe("empty");
    expect(await found("锦绣花园", [{ id: "empty" }, { id: "named", name: "锦绣花园" }])).toBe("named");
  });

  test("asks which of several, by their names", async () => {
    const both = found("", [{ id: "empty" }, { id: "named", name: "锦绣花园" }]);
    await expect(both).rejects.toMatchObject({ code: "application.which-to-discard" });
    await expect(both).rejects.toThrow("未填名称、锦绣花园");
  });

  test("leaves the empty form of a colleague alone", async () => {
    await expect(found("", [{ id: "theirs", startedBy: "keqiao-2" }])).rejects.toMatchObject({
      code: "application.nothing-to-discard",
    });
  });
});
