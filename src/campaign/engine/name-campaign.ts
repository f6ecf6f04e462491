import type { Chat } from "../../platform/chat/ports.ts";
import type { View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import { memberOf, peopleOn } from "../directory/member.ts";
import { type Campaigns, openOf } from "./campaigns.ts";
import { campaignPhrases } from "./phrases.ts";

/** Names the campaign at the top of what a person with several open ones reads in the direct chat. */
export function nameCampaign(
  view: View,
  { campaign, campaigns, chat, now }: { campaign: RunningCampaign; campaigns: Campaigns; chat: Chat; now: Date },
): View {
  if (chat.kind !== "direct") return view;
  const theirs = openOf(campaigns).filter(({ id }) =>
    memberOf(peopleOn(campaigns.membershipsOf(id), dayOf(now)), chat.person),
  );
  if (!theirs.some(({ id }) => id !== campaign.id)) return view;
  const { year, name } = campaign.definition.campaign;
  const facts = [{ label: campaignPhrases.label(), value: campaignPhrases.name(year.value, name) }];
  return { ...view, body: [{ kind: "facts", facts }, ...view.body] };
}
