import type { Chat } from "../../platform/chat/ports.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { groupId } from "../../shared/brand.ts";

/** Members of a group: all districts, or only the city. */
export type GroupAudience = "campaign" | "city";

/** Groups bound to the campaign with this audience. */
export async function groupsOf(tx: Transaction, campaignId: string, audience: GroupAudience): Promise<Chat[]> {
  const bindings = await tx.groupBinding.findMany({ where: { campaignId, audience } });
  return bindings.map((binding) => ({ kind: "group", group: groupId(binding.groupId) }));
}

/** Undefined if the group is not bound to this campaign. */
export async function audienceOf(tx: Transaction, campaignId: string, chat: Chat): Promise<GroupAudience | undefined> {
  if (chat.kind !== "group") return undefined;
  const binding = await tx.groupBinding.findFirst({ where: { campaignId, groupId: chat.group } });
  return binding?.audience === "city" ? "city" : binding ? "campaign" : undefined;
}
