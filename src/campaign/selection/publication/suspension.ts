import { textView } from "../../../platform/chat/view.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { journalTable } from "../../../platform/journal/journal-table.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { membersWhoMay } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Command } from "../../engine/feature.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { publishedSelectionOf } from "../store.ts";
import { wordsOf } from "../words.ts";
import { suspensionChanged } from "./events.ts";
import { suspensionPhrases as phrases } from "./phrases-results.ts";

export const suspensionTable = journalTable("publication_suspension", ["campaign_id", "number"]);
const MOST = 200;

/** Since when the published version does not stand; undefined while it stands. */
export async function suspendedSince(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  version: number,
): Promise<{ number: number; at: Date } | undefined> {
  const row = await tx.publicationSuspension.findFirst({
    where: { campaignId: campaign.id, version, resumedAt: null },
    orderBy: { number: "desc" },
  });
  return row ? { number: row.number, at: row.suspendedAt } : undefined;
}

/** @throws {RefusalError} without a reason, or if it is too long */
function reasonIn(typed: string, isSuspending: boolean): string {
  const reason = cleanLine(typed).replace(/^理由\s*[:：]?\s*/u, "");
  if (reason === "") throw new RefusalError("publication.no-reason", phrases.noReason(isSuspending));
  if ([...reason].length > MOST) throw new RefusalError("publication.reason-too-long", phrases.tooLong(MOST));
  return reason;
}

/** @throws {RefusalError} before 公布 */
async function standing(context: PersonContext) {
  const { tx, campaign } = context;
  await lockCampaign(tx, campaign.id);
  const published = await publishedSelectionOf(tx, campaign.id);
  if (!published) throw new RefusalError("publication.nothing", phrases.nothing(wordsOf(campaign.definition)));
  return { published, since: await suspendedSince(context, published.version) };
}

/** 暂停公布: the list in the group says so at once; the other side is told. */
async function suspend(context: PersonContext, typed: string): Promise<void> {
  const { tx, campaign, now, person } = context;
  const reason = reasonIn(typed, true);
  const { published, since } = await standing(context);
  if (since) throw new RefusalError("publication.suspended", phrases.already());
  const number = (await tx.publicationSuspension.count({ where: { campaignId: campaign.id } })) + 1;
  const stored = { ...(await context.personal.store(reason)) };
  const rows = [suspensionTable.row({ campaign_id: campaign.id, number })];
  const { version } = published;
  await context.withJournal({ action: "publication.suspended", rows }, () =>
    tx.publicationSuspension.create({
      data: {
        ...{ campaignId: campaign.id, number, version, reason: stored },
        ...{ suspendedBy: person.staffId, suspendedAt: now },
      },
    }),
  );
  await tell(context, reason, true);
  context.emit(suspensionChanged, { version });
}

/** 恢复公布, by the approver. */
async function resume(context: PersonContext, typed: string): Promise<void> {
  const { tx, campaign, now, person } = context;
  const reason = reasonIn(typed, false);
  const { published, since } = await standing(context);
  if (!since) throw new RefusalError("publication.not-suspended", phrases.notSuspended());
  const { number } = since;
  const stored = { ...(await context.personal.store(reason)) };
  const rows = [suspensionTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "publication.resumed", rows }, () =>
    tx.publicationSuspension.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { resumedBy: person.staffId, resumedAt: now, resumeReason: stored },
    }),
  );
  await tell(context, reason, false);
  context.emit(suspensionChanged, { version: published.version });
}

/** The organizers and approvers who did not do it themselves. */
async function tell(context: PersonContext, reason: string, isSuspended: boolean): Promise<void> {
  const { campaign, people, person, outbox } = context;
  const told = [
    ...membersWhoMay(campaign.definition, people, "publication.publish"),
    ...membersWhoMay(campaign.definition, people, "publication.approve"),
  ].map(({ staffId }) => staffId);
  const title = isSuspended ? phrases.suspendWord() : phrases.resumeWord();
  for (const staffId of new Set(told)) {
    if (staffId === person.staffId) continue;
    await outbox.say(staffId, textView(title, phrases.told(isSuspended, person.name, reason), { tone: "near" }));
  }
}

const suspendCommand: Command = {
  id: "publication.suspend",
  words: [phrases.suspendWord()],
  capability: "publication.publish",
  or: "publication.approve",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: phrases.suspendExample(),
    purpose: (definition) => phrases.suspendPurpose(wordsOf(definition)),
    step: "publication",
    withoutButton: true,
  },
  async handle(context, { verbatim }) {
    await suspend(context, verbatim);
    const said = phrases.suspended(wordsOf(context.campaign.definition));
    return { reply: textView(phrases.suspendWord(), said, { tone: "near" }), toast: said, changed: true };
  },
};

const resumeCommand: Command = {
  id: "publication.resume",
  words: [phrases.resumeWord()],
  capability: "publication.approve",
  effect: "write",
  onlyIn: "direct",
  step: "publication",
  async handle(context, { verbatim }) {
    await resume(context, verbatim);
    const said = phrases.resumed(wordsOf(context.campaign.definition));
    return { reply: textView(phrases.resumeWord(), said, { tone: "done" }), toast: said, changed: true };
  },
};

export const suspensionCommands: readonly Command[] = [suspendCommand, resumeCommand];
