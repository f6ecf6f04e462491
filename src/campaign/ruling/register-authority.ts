import type { Authority } from "../authority/authority.ts";
import type { PersonContext } from "../engine/context.ts";
import { rulingsChanged } from "./events.ts";
import { answerName, type RecordedAnswer } from "./ruling.ts";
import { rulingAnswerTable } from "./store.ts";

/** Records what a confirmed answer rests on, after the decision. */
export async function registerAuthority(
  context: PersonContext,
  answer: RecordedAnswer,
  authority: Authority,
): Promise<void> {
  const { tx, campaign } = context;
  const { ruling, version } = answer;
  const rows = [rulingAnswerTable.row({ campaign_id: campaign.id, ruling, version })];
  await context.withJournal({ action: "ruling.authority", rows, ruling: answerName(answer) }, () =>
    tx.rulingAnswer.update({
      where: { campaignId_ruling_version: { campaignId: campaign.id, ruling, version } },
      data: { authority: { ...authority } },
    }),
  );
  context.emit(rulingsChanged, { rulings: [ruling], waiting: [] });
}
