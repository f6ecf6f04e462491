import { note, page, viewParts } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import type { Making } from "./piece.ts";

/** Cards that say what was decided and done, in the year's order. */
const KINDS = [
  ...["ruling.sheet", "ranking.expected", "recommendation.seal", "consultation.overview", "evaluation-team.team"],
  ...["extension.city", "correction.time-city", "selection.approval", "public-notice.posted", "publication.list"],
  ...["publication.correction", "provincial-recommendation.card"],
];

/** Each of these cards as it stands, drawn by the code that draws it in the chat, once a subject. */
export async function cardsPage(making: Making): Promise<string> {
  const cards = await making.run(({ tx, campaign }) =>
    tx.card.findMany({
      where: { campaignId: campaign.id, kind: { in: KINDS } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  const last = new Map(cards.map((card) => [`${card.kind} ${card.subject}`, card]));
  const sorted = KINDS.flatMap((kind) => [...last.values()].filter((card) => card.kind === kind));
  const parts: string[] = [];
  for (const card of sorted) {
    const view = await making.draw({ ...card, state: "live" });
    if (view) parts.push(...viewParts(view));
  }
  return page(phrases.cards(), [note(phrases.cardsLead()), ...parts]);
}
