import { type SpawnOptions, spawnSync } from "node:child_process";

/** How to start a program that refuses to run as root: a command prefix, and options of the child process. */
export interface Unprivileged {
  prefix: readonly string[];
  options: SpawnOptions;
}

const NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"] as const;

/**
 * PostgreSQL refuses to run as root. In a new user namespace it is not root, but its files still belong to this user,
 * so the mode of parent folders does not matter. Where namespaces are forbidden, the system user `postgres` is used.
 */
export function withoutRoot(): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [], options: {} };
  const [command, ...words] = NAMESPACE;
  if (spawnSync(command, [...words, "true"]).status === 0) return { prefix: NAMESPACE, options: {} };
  return { prefix: [], options: systemUser() };
}

function systemUser(): { uid: number; gid: number } {
  const idOf = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim() || NaN);
  if (Number.isNaN(idOf("-u"))) {
    spawnSync("groupadd", ["--system", "postgres"]);
    spawnSync("useradd", ["--system", "-g", "postgres", "postgres"]);
  }
  return { uid: idOf("-u"), gid: idOf("-g") };
}
