import type { CivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { publicationWaitsChanged } from "../selection/events.ts";
import { latestSelection } from "../selection/store.ts";
import { noticeChanged } from "./events.ts";
import type { PublicNotice } from "./notice.ts";
import { noticeRefusals as refusals } from "./phrases.ts";
import { noticeOf, publicNoticeTable } from "./store.ts";

/** 公示 of the approved version. @throws {RefusalError} if none has begun */
export async function noticeInForce(context: PersonContext, otherwise: string): Promise<PublicNotice> {
  const latest = await latestSelection(context.tx, context.campaign.id);
  const notice = latest?.state === "approved" ? await noticeOf(context, latest.version) : undefined;
  if (!notice) throw new RefusalError("public-notice.none", otherwise);
  return notice;
}

/**
 * Puts off the last day: the public has been told of it, so it is never brought forward.
 * @throws {RefusalError} if none runs, or the day is not later
 */
export async function extendNotice(context: PersonContext, endsOn: CivilDate): Promise<PublicNotice> {
  const { tx, campaign } = context;
  await lockCampaign(tx, campaign.id);
  const notice = await noticeInForce(context, refusals.nothingToExtend());
  const { number, version } = notice;
  if (endsOn <= notice.endsOn) {
    const sentence = refusals.notLater(dayWordsIn(campaign.definition, notice.endsOn));
    throw new RefusalError("public-notice.not-later", sentence);
  }
  const rows = [publicNoticeTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "public-notice.extended", rows }, () =>
    tx.publicNotice.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { endsOn },
    }),
  );
  context.emit(noticeChanged, { number, version });
  context.emit(publicationWaitsChanged, {});
  return { ...notice, endsOn };
}
