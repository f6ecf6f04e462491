import type { Feature } from "../engine/feature.ts";
import { expectCommand } from "./expect-command.ts";
import { DIRECT_CARD, directFace, postedFace } from "./faces.ts";
import { type RankingDeps, rankingHere } from "./see.ts";
import { shareCommands, shareFace } from "./share-commands.ts";

/** 排名: what the locked points say, for whoever may see them. */
export const rankingFeature = (deps: RankingDeps): Feature => ({
  faces: [directFace(deps), postedFace, shareFace(deps)],
  commands: [
    {
      id: "ranking.see",
      words: ["排名", "排名汇总", "ranking"],
      capability: "ranking.see",
      effect: "look",
      example: "排名",
      purpose: "查看已锁定初评的排名汇总",
      stages: ["implementation", "verification", "conclusion"],
      async run(turn, asked) {
        const { tx, campaign, chat } = turn;
        if (asked.by === "words") await turn.reply(await rankingHere(turn, deps));
        else await turn.cards.show(tx, chat, { campaignId: campaign.id, kind: DIRECT_CARD, subject: "summary" });
        return {};
      },
    },
    expectCommand,
    ...shareCommands(deps),
  ],
});
