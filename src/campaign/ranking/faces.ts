import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { memberOf } from "../directory/member.ts";
import type { CardFace } from "../engine/feature.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import { listsKey, POSTED_CARD } from "./post.ts";
import { directView, groupActions, type RankingDeps } from "./see.ts";
import { rankingSummary } from "./summary.ts";
import { cityView } from "./views.ts";

export const DIRECT_CARD = "ranking.direct";

/** 排名 in a direct chat, as far as that person may see. */
export const directFace = (deps: RankingDeps): CardFace => ({
  kind: DIRECT_CARD,
  async draw(turn, { chat }) {
    const place = chatOfKey(chat);
    const member = place.kind === "direct" ? memberOf(turn.campaign.definition, place.person) : undefined;
    if (!member) throw new Error("a ranking card outside a member's direct chat");
    return directView(turn, member, deps);
  },
});

/** 排名 as it was posted to the city's group; one that newer lists replaced says so. */
export const postedFace: CardFace = {
  kind: POSTED_CARD,
  async draw(turn, { subject }) {
    if (subject === (await listsKey(turn)))
      return { ...cityView(turn, await rankingSummary(turn)), actions: groupActions() };
    return {
      title: phrases.title(),
      tone: "closed",
      status: phrases.supersededStatus(),
      body: [{ kind: "text", text: phrases.superseded() }],
      actions: [],
    };
  },
};
