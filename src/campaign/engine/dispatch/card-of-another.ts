import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import { waysToCity } from "../../directory/expected-districts.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context } from "../context.ts";
import type { CardRenderer } from "../feature.ts";

/** A card about a district in the direct chat of somebody who works for other districts only. */
export async function isOfAnother(context: Context, card: LiveCard, { district }: CardRenderer): Promise<boolean> {
  const place = chatOfKey(card.chat);
  const member = place.kind === "direct" ? memberOf(context.people, place.person) : undefined;
  if (!district || !member || member.roles.some((held) => held.district === undefined)) return false;
  const about = await district(context, card);
  if (about === undefined) return false;
  const ways = waysToCity(context.campaign.definition, about);
  return !member.roles.some((held) => held.district !== undefined && ways.includes(held.district));
}
