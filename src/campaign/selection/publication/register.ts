import type { Authority } from "../../authority/authority.ts";
import type { RecordedDecision } from "../../authority/extension-points.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type Correction, correctionsOf, correctionTable } from "./correction.ts";
import { correctionChanged } from "./events.ts";
import { correctionPhrases as phrases } from "./phrases.ts";

/** Approved corrections, whose authority can be registered afterwards. */
export async function registrableCorrections(context: Context): Promise<readonly RecordedDecision[]> {
  return (await correctionsOf(context, { state: "approved" })).map((correction) => ({
    name: phrases.decisionName(correction.number),
    authority: correction.authority,
    register: (by, authority) => register(by, correction, authority),
  }));
}

async function register(context: PersonContext, { number }: Correction, authority: Authority): Promise<void> {
  const { tx, campaign } = context;
  const rows = [correctionTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "publication.correction-authority-registered", rows }, () =>
    tx.publicationCorrection.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { authority: { ...authority } },
    }),
  );
  context.emit(correctionChanged, { number });
}
