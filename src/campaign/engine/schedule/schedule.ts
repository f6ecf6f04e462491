import { journalTable } from "../../../platform/journal/journal-table.ts";
import { withJournal } from "../../../platform/journal/with-journal.ts";
import type { Database, Transaction } from "../../../platform/storage/database.ts";
import type { RulingsOverTime } from "../../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import type { Membership } from "../../directory/member.ts";
import type { Context } from "../context.ts";
import type { DueKind } from "../feature.ts";

export const DUE_ACTIONS = { planned: "due.planned", fired: "due.fired" } as const;

export const dueMomentTable = journalTable(
  "due_moment",
  ["campaign_id", "kind", "key"],
  "campaign_id",
  Object.values(DUE_ACTIONS),
);

export interface DueMoment {
  campaignId: string;
  kind: string;
  key: string;
  dueAt: Date;
}

export interface PlannedWith {
  kinds: readonly DueKind[];
  now: Date;
  rulings: RulingsOverTime;
  memberships: readonly Membership[];
}

/** Updates the schedule. Fired moments stay; unfired ones are replaced by those of the definition and the rulings. */
export async function planMoments(
  tx: Transaction,
  campaign: RunningCampaign,
  { kinds, now, rulings, memberships }: PlannedWith,
): Promise<void> {
  const planned = kinds.flatMap(({ kind, moments }) =>
    moments(campaign, rulings, memberships).map((moment) => ({ kind, ...moment })),
  );
  const onDemand = kinds.filter((one) => one.onDemand).map(({ kind }) => kind);
  const ours = { campaignId: campaign.id, kind: { notIn: onDemand } };
  const known = await tx.dueMoment.findMany({ where: ours });
  if (isPlanned(planned, known)) return;
  const names = new Set([...planned, ...known].map(({ kind, key }) => JSON.stringify([kind, key])));
  const rows = [...names].map((name) => {
    const [kind, key] = JSON.parse(name) as [string, string];
    return dueMomentTable.row({ campaign_id: campaign.id, kind, key });
  });
  const entry = { campaignId: campaign.id, at: now, actor: "system", action: DUE_ACTIONS.planned, rows };
  await withJournal(tx, entry, async () => {
    await tx.dueMoment.deleteMany({ where: { ...ours, firedAt: null } });
    await tx.dueMoment.createMany({
      data: planned.map((moment) => ({ campaignId: campaign.id, ...moment })),
      skipDuplicates: true,
    });
  });
}

/** True if the unfired moments are already up to date. */
function isPlanned(
  planned: readonly Omit<DueMoment, "campaignId">[],
  known: readonly (Omit<DueMoment, "campaignId"> & { firedAt: Date | null })[],
): boolean {
  const nameOf = ({ kind, key, dueAt }: Omit<DueMoment, "campaignId">) => JSON.stringify([kind, key, dueAt]);
  const keyOf = ({ kind, key }: Omit<DueMoment, "campaignId">) => JSON.stringify([kind, key]);
  const fired = new Set(known.filter(({ firedAt }) => firedAt !== null).map(keyOf));
  const open = new Set(known.filter(({ firedAt }) => firedAt === null).map(nameOf));
  const wanted = new Set(planned.filter((moment) => !fired.has(keyOf(moment))).map(nameOf));
  return open.size === wanted.size && [...wanted].every((name) => open.has(name));
}

/** Condition on moments `m`: not fired and not waiting for a retry. Retry delays are machine time. */
const MAY_BE_TRIED = `m.fired_at is null and m.campaign_id = any($1::text[])
  and not exists (select 1 from due_retry r where r.campaign_id = m.campaign_id and r.kind = m.kind
    and r.key = m.key and r.not_before > now())`;

/** Takes the earliest due moment, with a row lock against other processes. */
export async function takeDue(
  tx: Transaction,
  now: Date,
  campaignIds: readonly string[],
): Promise<DueMoment | undefined> {
  const rows = await tx.$queryRawUnsafe<DueMoment[]>(
    `select campaign_id as "campaignId", kind, key, due_at as "dueAt" from due_moment m
     where ${MAY_BE_TRIED} and due_at <= $2
     order by due_at, campaign_id, kind, key limit 1 for update of m`,
    campaignIds,
    now,
  );
  return rows[0];
}

/** Next due time. Excludes moments that wait for a retry. */
export async function nextDueAt(
  database: Pick<Database, "query">,
  campaignIds: readonly string[],
  kinds: readonly DueKind[],
): Promise<Date | null> {
  const passedOver = kinds.filter(({ refreshesOnly }) => refreshesOnly).map(({ kind }) => kind);
  const rows = await database.query<{ dueAt: Date | null }>(
    `select min(due_at) as "dueAt" from due_moment m where ${MAY_BE_TRIED} and not (kind = any($2::text[]))`,
    [campaignIds, passedOver],
  );
  return rows[0]?.dueAt ?? null;
}

/** Runs the moment's work and marks it fired, in one journal entry. */
export async function fireMoment(
  { tx, campaign, now, withJournal }: Context,
  { kind, key }: DueMoment,
  work: () => Promise<string>,
): Promise<void> {
  const rows = [dueMomentTable.row({ campaign_id: campaign.id, kind, key })];
  await withJournal({ action: DUE_ACTIONS.fired, rows }, async () => {
    const outcome = await work();
    await tx.dueMoment.update({
      where: { campaignId_kind_key: { campaignId: campaign.id, kind, key } },
      data: { firedAt: now, outcome },
    });
  });
}
