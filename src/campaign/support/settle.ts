import { type Talk, talkIn } from "../../platform/conversation/answers/talk.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtOfficers } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { CARD } from "./actions.ts";
import { requestNumbered, textIn } from "./ask.ts";
import { supportChanged } from "./events.ts";
import { supportPhrases as phrases, supportRefusals as refusals } from "./phrases.ts";
import { supportTable } from "./store.ts";
import { saysUndone, sureIn } from "./undone.ts";

/** The city's answer; another one takes its place. @throws {RefusalError} without words, or if it is closed */
export async function answerSupport(context: PersonContext, asked: number | undefined, typed: string): Promise<number> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const { number, district, caseId, state } = await requestNumbered(context, asked, () => true);
  if (state === "closed") throw new RefusalError("support.closed", refusals.alreadyClosed(number));
  const answer = textIn(phrases.answerLabel(), typed);
  if (answer === "") throw new RefusalError("support.no-answer", refusals.noAnswer());
  const ref = { ...(await context.personal.store(answer)) };
  const rows = [supportTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "support.answered", rows, caseId }, () =>
    tx.supportRequest.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { state: "answered", answer: ref, answeredBy: person.staffId, answeredAt: now },
    }),
  );
  for (const { member } of districtOfficers(people, district))
    await context.cards.show(member.staffId, { kind: CARD, subject: String(number) });
  context.emit(supportChanged, { number, district, caseId });
  return number;
}

/** 同上, 我再问问, 怎么写: no outcome of a matter. */
const POINTS_AWAY: readonly (Talk | undefined)[] = ["elsewhere", "putOff", "asked"];

/** 办结 by the district: solved, or not needed any more. @throws {RefusalError} if it is another's, or closed */
export async function closeSupport(
  context: PersonContext,
  asked: number | undefined,
  { outcome: typed, isOwn }: { outcome: string; isOwn: (district: string) => boolean },
): Promise<number> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const { number, district, caseId, state } = await requestNumbered(context, asked, isOwn);
  if (state === "closed") throw new RefusalError("support.closed", refusals.alreadyClosed(number));
  const { text: said, isSure } = sureIn(typed);
  const outcome = textIn(phrases.outcomeLabel(), said);
  if (!isSure && POINTS_AWAY.includes(talkIn(outcome)))
    throw new RefusalError("support.no-outcome", refusals.noOutcome(number, outcome));
  if (!isSure && saysUndone(outcome)) {
    const asked = phrases.closeAnyway(number, outcome);
    throw new RefusalError("support.undone", refusals.undone(number, outcome), {
      asks: { typed: [asked], labels: [phrases.closeAnywayLabel()] },
    });
  }
  const ref = outcome === "" ? undefined : { ...(await context.personal.store(outcome)) };
  const rows = [supportTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "support.closed", rows, caseId }, () =>
    tx.supportRequest.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { state: "closed", closedBy: person.staffId, closedAt: now, ...(ref ? { outcome: ref } : {}) },
    }),
  );
  context.emit(supportChanged, { number, district, caseId });
  return number;
}
