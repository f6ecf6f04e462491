import { attach } from "../attachment/attach.ts";
import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { OfferedFile } from "../engine/dispatch/offered-files.ts";
import { noticeChanged } from "./events.ts";
import { noticeInForce } from "./extend.ts";
import type { PublicNotice } from "./notice.ts";
import { noticeRefusals as refusals } from "./phrases.ts";
import { publicNoticeTable } from "./store.ts";

const place = ({ number }: Pick<PublicNotice, "number">): string => `public-notice:${number}`;

/** Photos and scans of where it was shown, in the order in which they were filed. */
export const proofsOf = async (
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  notice: Pick<PublicNotice, "number">,
): Promise<Attachment[]> =>
  (await attachmentsAt(tx, { campaignId: campaign.id, prefix: place(notice) })).filter(
    (one) => one.place === place(notice),
  );

/** Files a picture or PDF as proof of the notice in force. @throws {RefusalError} if none has begun */
export async function fileProof(context: PersonContext, { codes: _, ...file }: OfferedFile) {
  const notice = await noticeInForce(context, refusals.noNotice());
  const { again } = await attach(context, { place: place(notice), file, accepts: ["picture", "pdf"] });
  context.emit(noticeChanged, { number: notice.number, version: notice.version });
  return { again, count: (await proofsOf(context, notice)).length };
}

/** Keeps the address of the page that shows it. @throws {RefusalError} if none has begun */
export async function filePage(context: PersonContext, page: string): Promise<void> {
  const { tx, campaign } = context;
  const { number, version } = await noticeInForce(context, refusals.noNotice());
  const stored = await context.personal.store(page);
  const rows = [publicNoticeTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "public-notice.page-filed", rows }, () =>
    tx.publicNotice.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { page: { ...stored } },
    }),
  );
  context.emit(noticeChanged, { number, version });
}
