import type { Outbox } from "../../platform/chat/outbox/outbox.ts";
import type { Chat } from "../../platform/chat/ports.ts";
import type { View } from "../../platform/chat/view.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { StaffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import { memberOf, peopleOn } from "../directory/member.ts";
import type { Campaigns } from "./campaigns.ts";
import type { CampaignOutbox } from "./context.ts";
import { nameCampaign } from "./name-campaign.ts";

interface OutboxServices {
  campaigns: Campaigns;
  outbox: Outbox;
  hasDing?: boolean;
}

/** The person's direct chat. */
export const chatOf = (to: Chat | StaffId): Chat => (typeof to === "string" ? { kind: "direct", person: to } : to);

/** The outbox of one campaign: what is said names it where somebody has several. */
export function outboxOf(
  tx: Transaction,
  { campaign, now }: { campaign: RunningCampaign; now: Date },
  { campaigns, outbox, hasDing }: OutboxServices,
): CampaignOutbox {
  const named = (view: View, chat: Chat) => nameCampaign(view, { campaign, campaigns, chat, now });
  return {
    say: (to, view, dedupeKey) =>
      outbox.say(tx, chatOf(to), { view: named(view, chatOf(to)), ...(dedupeKey === undefined ? {} : { dedupeKey }) }),
    sendFile: (to, file, dedupeKey) =>
      outbox.sendFile(tx, chatOf(to), { file, ...(dedupeKey === undefined ? {} : { dedupeKey }) }),
    sendFileToAll: (chats, file, key) => outbox.sendFileToAll(tx, chats, { file, key }),
    addTodo: (person, todo, otherwise) =>
      outbox.addTodo(tx, person, { todo, otherwise: named(otherwise, chatOf(person)) }),
    endTodo: (person, source) => outbox.endTodo(tx, person, source),
    ...(hasDing
      ? {
          sendDing: (person: StaffId, text: string, otherwise: View) =>
            outbox.sendDing(tx, person, { text, otherwise: named(otherwise, chatOf(person)) }),
        }
      : {}),
    dropKeyed: (prefix) => outbox.dropKeyed(tx, prefix),
    dropWaiting: (person) =>
      outbox.dropWaiting(tx, chatOf(person), {
        campaignId: campaign.id,
        isInNone: !campaigns
          .all()
          .some(({ id }) => memberOf(peopleOn(campaigns.membershipsOf(id), dayOf(now)), person)),
      }),
  };
}
