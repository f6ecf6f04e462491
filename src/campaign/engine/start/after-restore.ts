import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import type { Database, Transaction } from "../../../platform/storage/database.ts";
import { RESTORED_MARK } from "../../../platform/storage/storage.ts";
import type { Clock } from "../../../shared/clock.ts";
import type { Log } from "../../../shared/log.ts";
import type { Context } from "../context.ts";
import { inContext, type Services } from "../make-context.ts";
import type { RunDue } from "../schedule/run-due.ts";
import { startPhrases } from "./phrases.ts";
import { caretakers } from "./report-broken.ts";

export interface AfterRestoreDeps {
  database: Database;
  services: Services;
  clock: Clock;
  log: Log;
  runDue: RunDue;
}

interface Unsent {
  chat: string;
  count: number;
}

/**
 * Before the first message after a restore. The database does not know what was sent since the copy was made: what has
 * become due is done, and of what it says only cards go out, which replace those that nobody knows any more. Messages,
 * files and to-dos are not sent again; the administrators are told which, and that what people did since is not here.
 */
export async function settleAfterRestore({ database, services, clock, log, runDue }: AfterRestoreDeps): Promise<void> {
  const mark = await database.tables.databaseMark.findUnique({ where: { key: RESTORED_MARK } });
  if (!mark) return;
  await runDue(clock.now());
  await database.inTransaction(async (tx) => {
    const unsent = await withhold(tx);
    const unanswered = await setAside(tx);
    log.warn({ madeAt: mark.value, unsent: sum(unsent), unanswered }, "restored from a backup, nothing is sent again");
    for (const campaign of services.campaigns.all())
      await inContext(tx, { campaign, now: clock.now() }, services, (context) =>
        tell(context, { madeAt: new Date(mark.value), unsent, unanswered }),
      );
    await tx.databaseMark.delete({ where: { key: RESTORED_MARK } });
  });
}

const sum = (unsent: readonly Unsent[]): number => unsent.reduce((all, { count }) => all + count, 0);

const withhold = (tx: Transaction): Promise<Unsent[]> => tx.$queryRaw<Unsent[]>`
  with withheld as (
    update outbox_item set state = 'refused', receipt = ${RESTORED_MARK}, taken_by = null, not_before = null
    where state in ('waiting', 'held', 'sending') and kind <> 'card' returning chat)
  select chat, count(*)::int as count from withheld group by chat order by chat`;

/** Whoever waited for an answer when the copy was made has it, or has asked again. */
const setAside = async (tx: Transaction): Promise<number> =>
  (await tx.inboxEvent.updateMany({ where: { state: "new" }, data: { state: "parked", finishedAt: new Date() } }))
    .count;

async function tell(
  { tx, campaign, people, outbox }: Context,
  { madeAt, unsent, unanswered }: { madeAt: Date; unsent: readonly Unsent[]; unanswered: number },
): Promise<void> {
  const groups = await tx.groupBinding.findMany({ where: { campaignId: campaign.id } });
  const named = unsent.map(({ chat, count }) => {
    const one = chatOfKey(chat);
    const name =
      one.kind === "direct"
        ? people.find(({ staffId }) => staffId === one.person)?.name
        : groups.find(({ groupId }) => groupId === one.group)?.title;
    return startPhrases.unsentTo(name ?? startPhrases.somebodyElse(), count);
  });
  for (const { staffId } of caretakers(people))
    await outbox.say(
      staffId,
      startPhrases.restored({ madeAt, named, unanswered }),
      `start.restored ${madeAt.toISOString()} ${staffId}`,
    );
}
