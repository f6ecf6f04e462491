import { RefusalError } from "../../shared/refusal-error.ts";
import { membersWith } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { archiveChanged } from "./events.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import type { Keep } from "./rules.ts";
import { archiveTable, lastArchive, workState } from "./store.ts";
import { REQUEST_CARD } from "./views.ts";

/**
 * Asks the approvers for an archive of the closed campaign.
 * @returns their names
 * @throws {RefusalError} while the campaign goes on, another archive waits or is being made, or nobody can approve
 */
export async function requestArchive(context: PersonContext, keep: Keep): Promise<string[]> {
  const { tx, campaign, now, person } = context;
  if (campaign.closedAt === undefined) throw new RefusalError("archive.not-closed", phrases.notClosed());
  await lockCampaign(tx, campaign.id);
  const last = await lastArchive(tx, campaign.id);
  if (last?.state === "requested") throw new RefusalError("archive.waiting", phrases.alreadyWaiting(last.number));
  if (last?.state === "confirmed") {
    const isStuck = (await workState(tx, campaign.id, last.number)) === "failed";
    const say = isStuck ? phrases.alreadyStuck : phrases.alreadyMaking;
    throw new RefusalError("archive.making", say(last.number));
  }
  const approvers = membersWith(context.people, "approver");
  if (approvers.length === 0) throw new RefusalError("archive.no-approver", phrases.noApprover());
  const number = (last?.number ?? 0) + 1;
  const rows = [archiveTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "archive.requested", rows, whenClosed: true }, () =>
    tx.archive.create({
      data: {
        ...{ campaignId: campaign.id, number, keep, state: "requested" },
        ...{ requestedBy: person.staffId, requestedAt: now },
      },
    }),
  );
  for (const { staffId } of approvers) {
    await context.cards.show(staffId, { kind: REQUEST_CARD, subject: String(number) });
  }
  context.emit(archiveChanged, { number });
  return approvers.map(({ name }) => name);
}
