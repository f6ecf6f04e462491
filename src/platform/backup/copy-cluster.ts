import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { copyFile } from "./copied-file.ts";
import { type FileSum, pathIn, sumOf } from "./manifest.ts";

/** PostgreSQL makes their content anew, or it belongs to the running server (documentation: Making a Base Backup). */
const EMPTIED =
  /^(pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|pg_wal)\/(?!(archive_status|summaries)$)/;
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|pg_internal\.init.*|pgsql_tmp.*)$/;
const SEGMENT = /^[0-9A-F]{24}$/;
const FIRST_SEGMENT = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m;

export interface CopiedCluster {
  folders: string[];
  files: Record<string, FileSum>;
}

/**
 * Copies the cluster of a running server: what was committed before is in the copy. A replication slot of this session
 * keeps the server from recycling the log that the copy needs; without it a busy server does.
 * @param client a session of its own, which must stay open
 */
export async function copyCluster(client: pg.Client, from: string, to: string): Promise<CopiedCluster> {
  const copied: CopiedCluster = { folders: [], files: {} };
  const take = async (path: string) => {
    const sum = await copyFile(join(from, path), join(to, path));
    if (sum) copied.files[path] = sum;
  };
  await client.query("select pg_create_physical_replication_slot('jiayuan_backup_' || pg_backend_pid(), true, true)");
  await client.query("select pg_backup_start('jiayuan', true)");
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const path of await clusterFiles(from, to, copied.folders)) await take(path);
  const { rows } = await client.query<{ label: string; last: string }>(
    "select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)",
  );
  const { label = "", last = "" } = rows[0] ?? {};
  const first = FIRST_SEGMENT.exec(label)?.[1];
  if (first === undefined) throw new Error("the server named no first segment of its log");
  for (const name of await readdir(join(from, "pg_wal"))) {
    const isNeeded = SEGMENT.test(name) ? name >= first && name <= last : name.endsWith(".history");
    if (isNeeded) await take(`pg_wal/${name}`);
  }
  await writeFile(join(to, "backup_label"), label, { flush: true });
  copied.files.backup_label = await sumOf(join(to, "backup_label"));
  return copied;
}

/** Makes the folders, and lists what is to be copied into them. */
async function clusterFiles(from: string, to: string, folders: string[]): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = pathIn(from, join(entry.parentPath, entry.name));
    if (EMPTIED.test(path)) continue;
    if (entry.isDirectory()) {
      folders.push(path);
      await mkdir(join(to, path), { recursive: true, mode: 0o700 });
    } else if (entry.isFile() && !LEFT_OUT.test(entry.name)) files.push(path);
  }
  return files;
}
