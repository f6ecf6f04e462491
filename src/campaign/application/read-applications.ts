import { Prisma, type Transaction } from "../../platform/storage/database.ts";
import { keptRows, type RowVersion } from "../../platform/storage/kept-rows.ts";
import type { Application } from "./application.ts";

/** Of a large province all. */
const kept = keptRows<Application>(5_000);

/** Another one whenever anything of the row was written. */
const STAMP = Prisma.sql`a.xmin::text || a.ctid::text`;
/** Written by this transaction. */
const IS_OWN = Prisma.sql`a.xmin is not distinct from pg_current_xact_id_if_assigned()::xid`;

interface Versions {
  /** Which server and database this is, from its start on. */
  server: string;
  /** JSON: of each application its id, its stamp, and whether it is this transaction's; in order of first submission. */
  versions: string;
}

type Columns = Record<keyof Application, unknown>;

/** What a transaction has read: it sees the same until it sees other versions. */
type Seen = Map<string, { versions: string; applications: Promise<readonly Application[]> }>;
const seen = new WeakMap<Transaction, Seen>();

/**
 * Applications of the campaign, or of one district, in order of first submission. Nearly every command looks through all
 * of them for a name: of those that are known as they stand only the versions are read. Nobody changes one in place.
 * @param made from the columns of a row
 */
export async function readApplications(
  tx: Transaction,
  { campaignId, district }: { campaignId: string; district: string | undefined },
  made: (row: Columns) => Application,
): Promise<readonly Application[]> {
  const [found] = await tx.$queryRaw<Versions[]>`
    select current_database() || ' ' || extract(epoch from pg_postmaster_start_time())::text as server,
      coalesce(json_agg(json_build_array(a.id, ${STAMP}, ${IS_OWN}) order by a.submitted_at, a.id), '[]')::text as versions
    from application a
    where a.campaign_id = ${campaignId} and (${district ?? null}::text is null or a.district = ${district ?? null}::text)`;
  const { server, versions } = found ?? { server: "", versions: "[]" };
  const ofTurn: Seen = seen.get(tx) ?? new Map();
  seen.set(tx, ofTurn);
  const key = `${campaignId}/${district ?? ""}`;
  const before = ofTurn.get(key);
  if (before?.versions === versions) return before.applications;
  const applications = applicationsIn(tx, { server, versions }, made);
  ofTurn.set(key, { versions, applications });
  return applications;
}

async function applicationsIn(
  tx: Transaction,
  { server, versions: text }: Versions,
  made: (row: Columns) => Application,
): Promise<Application[]> {
  const versions = (JSON.parse(text) as [id: string, stamp: string, isOwn: boolean][]).map(
    ([key, stamp, isOwn]): RowVersion => ({ server, key, stamp, isOwn }),
  );
  const known = new Map(versions.map((version) => [version.key, kept.of(version)]));
  const unknown = versions.filter(({ key }) => known.get(key) === undefined).map(({ key }) => key);
  const read = unknown.length === 0 ? [] : await readNamed(tx, unknown);
  for (const { stamp, isOwn, ...row } of read) {
    const application = made(row);
    // Others are given the same one.
    Object.freeze(application);
    Object.freeze(application.answers);
    known.set(application.id, kept.keep({ server, key: application.id, stamp, isOwn }, application));
  }
  return versions.flatMap(({ key }) => known.get(key) ?? []);
}

/** In one statement, so that stamp and row are of the same moment. */
const readNamed = (tx: Transaction, ids: readonly string[]) => tx.$queryRaw<
  (Columns & Omit<RowVersion, "server" | "key">)[]
>`
  select a.id, a.campaign_id as "campaignId", a.district, a.compound_name as "compoundName", a.answers, a.revision,
    a.form_version as "formVersion", a.definition_version as "definitionVersion", a.state, a.exclusion, a.declaration,
    a.settled, a.submitted_at as "submittedAt", a.submitted_by as "submittedBy", a.withdrawn_at as "withdrawnAt",
    ${STAMP} as stamp, ${IS_OWN} as "isOwn"
  from application a where a.id = any(${ids}::text[])`;
