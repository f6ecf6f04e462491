import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { Application, ApplicationState, DeclarationState, StoredAnswer } from "./application.ts";
import { readApplications } from "./read-applications.ts";

export const applicationTable = journalTable("application", ["id"]);

/** Applications of the campaign, in order of first submission, optionally of one district or in some states. */
export async function applicationsOf(
  tx: Transaction,
  campaignId: string,
  { district, states }: { district?: string | undefined; states?: readonly ApplicationState[] } = {},
): Promise<Application[]> {
  const all = await readApplications(tx, { campaignId, district }, (row) => applicationOf(row as ApplicationRow));
  return all.filter(({ state }) => states?.includes(state) ?? true);
}

export async function applicationById(tx: Transaction, id: string): Promise<Application | undefined> {
  const row = await tx.application.findUnique({ where: { id } });
  return row ? applicationOf(row) : undefined;
}

/** Reads the application and locks its row until the transaction ends, to serialize changes. */
export async function lockApplication(tx: Transaction, id: string): Promise<Application | undefined> {
  // Sent together, run in this order: what is read is what the lock has waited for.
  const [, application] = await Promise.all([
    tx.$queryRaw`select 1 from application where id = ${id} for update`,
    applicationById(tx, id),
  ]);
  return application;
}

type ApplicationRow = NonNullable<Awaited<ReturnType<Transaction["application"]["findUnique"]>>>;

const applicationOf = (row: ApplicationRow): Application => ({
  ...row,
  answers: row.answers as Record<string, StoredAnswer>,
  state: row.state as ApplicationState,
  declaration: row.declaration as DeclarationState,
});
