import { z } from "zod";
import { Refusal } from "../../shared/refusal.ts";
import type { CardFace, Command, PersonTurn } from "../engine/feature.ts";
import { sharePhrases as phrases } from "./phrases.ts";
import { type RankingDeps, SHARE } from "./see.ts";
import { SHARE_CARD, SHARE_CONFIRM, shareable, sharedView, sharePreview, shareRanking, wasShared } from "./share.ts";

const previewed = z.object({ digest: z.string() });

/** The preview as a card: what it shows is what will be sent, and afterwards that it was. */
export const shareFace = (deps: RankingDeps): CardFace => ({
  kind: SHARE_CARD,
  async draw(turn, { subject }) {
    if (await wasShared(turn, subject)) return sharedView();
    const current = await shareable(turn, deps).catch(refusedAsNothing);
    if (current?.digest === subject) return sharePreview(current);
    return {
      ...sharedView(),
      title: phrases.previewTitle(),
      tone: "closed",
      body: [{ kind: "text", text: phrases.changed() }],
    };
  },
});

/** 发活动群: preview first, then once. */
export const shareCommands = (deps: RankingDeps): Command[] => [
  {
    id: SHARE,
    words: ["排名 发活动群", "排名发活动群"],
    capability: "publication.publish",
    effect: "look",
    example: "排名 发活动群",
    purpose: "把排名汇总发到活动群（公布后，或口径R28允许的）",
    offered: false,
    async run(turn, asked) {
      const { tx, campaign, chat, person } = turn;
      requireDirect(turn);
      const current = await shareable(turn, deps);
      await turn.dialogues.open(tx, person.staffId, { kind: SHARE_CARD, state: { digest: current.digest } });
      if (asked.by === "words") await turn.reply(sharePreview(current));
      else await turn.cards.show(tx, chat, { campaignId: campaign.id, kind: SHARE_CARD, subject: current.digest });
      return {};
    },
  },
  {
    id: SHARE_CONFIRM,
    words: [phrases.confirmLabel()],
    capability: "publication.publish",
    effect: "change",
    example: phrases.confirmLabel(),
    purpose: "发送已核对的排名汇总",
    offered: false,
    async run(turn, asked) {
      requireDirect(turn);
      const digest = asked.by === "press" ? asked.subject : await previewedDigest(turn);
      await shareRanking(turn, digest, deps);
      await turn.dialogues.close(turn.tx, turn.person.staffId, SHARE_CARD);
      if (asked.by === "words") await turn.reply(sharedView());
      return { changed: true, toast: phrases.sent() };
    },
  },
];

/** A card whose content may no longer be sent is drawn all the same. */
function refusedAsNothing(error: unknown): undefined {
  if (error instanceof Refusal) return undefined;
  throw error;
}

async function previewedDigest({ tx, dialogues, person }: PersonTurn): Promise<string> {
  const open = await dialogues.current(tx, person.staffId);
  const digest = open?.kind === SHARE_CARD ? previewed.safeParse(open.state).data?.digest : undefined;
  if (digest === undefined) throw new Refusal("ranking.nothing-previewed", phrases.nothingOpen());
  return digest;
}

function requireDirect({ place }: PersonTurn): void {
  if (place === "group") throw new Refusal("ranking.not-in-group", phrases.directOnly());
}
