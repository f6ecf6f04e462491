import { expect, test } from "vitest";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import type { Membership } from "../../../src/campaign/directory/member.ts";
import type { Campaigns } from "../../../src/campaign/engine/campaigns.ts";
import { nameCampaign } from "../../../src/campaign/engine/name-campaign.ts";
import type { Chat } from "../../../src/platform/chat/ports.ts";
import { textView } from "../../../src/platform/chat/view.ts";
import { groupId, staffId } from "../../../src/shared/brand.ts";
import { momentOf } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const now = momentOf("2023-10-07", "10:00");
const inYear = (id: string, year: number, closedAt?: Date) => ({
  ...runningCampaign({
    definition: {
      ...shaoxing,
      campaign: { ...shaoxing.campaign, id, year: { ...shaoxing.campaign.year, value: year } },
    },
    ...{ definitionVersion: 1, startedAt: new Date(0) },
  }),
  ...(closedAt ? { closedAt } : {}),
});
const officerOf = (...ids: string[]): Membership[] =>
  ids.map((id) => ({
    staffId: staffId(id),
    name: id,
    role: "districtOfficer",
    district: "keqiao",
    from: "2023-08-10",
  }));

/** 2023, whose officers are `both` and `one`, beside another year with `both` only. */
function named(person: string, { chat, closedAt }: { chat?: Chat; closedAt?: Date } = {}): string {
  const first = inYear("first", 2023);
  const campaigns = {
    all: () => [first, inYear("second", 2024, closedAt)],
    membershipsOf: (id: string) => (id === "first" ? officerOf("both", "one") : officerOf("both")),
  } as unknown as Campaigns;
  const view = textView("【第三阶段】核查推荐", "推荐名单：尚未报送");
  const to: Chat = chat ?? { kind: "direct", person: staffId(person) };
  const { body } = nameCampaign(view, { campaign: first, campaigns, chat: to, now });
  const [block] = body;
  return block?.kind === "facts" ? block.facts.map(({ label, value }) => `${label}：${value}`).join() : "";
}

test("whatever is sent to somebody with two open campaigns names its own at the top", () => {
  expect(named("both")).toBe("活动：2023年度美好家园");
});

test("nothing is named to somebody with one campaign, in a group, or once the other is closed", () => {
  const group: Chat = { kind: "group", group: groupId("group") };

  expect([named("one"), named("both", { chat: group }), named("both", { closedAt: new Date(0) })]).toEqual([
    "",
    "",
    "",
  ]);
});
