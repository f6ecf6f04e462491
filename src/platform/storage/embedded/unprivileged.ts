import { type SpawnOptions, spawnSync } from "node:child_process";

/** How a program that refuses to run as root is started: the words before it, and options for the child. */
export interface Unprivileged {
  prefix: readonly string[];
  options: SpawnOptions;
}

const NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"] as const;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it is not root, yet its files stay ours, whatever
 * the mode of the folders above them. Where namespaces are forbidden, the system's `postgres` user serves.
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
