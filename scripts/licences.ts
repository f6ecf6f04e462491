// npm run licences: the licences and advisories of the lockfile; see docs/security.md
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** May be used in what is handed on, with their notices. */
const ALLOWED = new Set([
  ...["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "BlueOak-1.0.0", "Unlicense", "CC0-1.0"],
  ...["Zlib", "OFL-1.1", "PSF-2.0"],
]);
/** Of whole files or linked libraries: used as they come, unchanged. */
const UNCHANGED = new Set(["MPL-2.0", "LGPL-3.0-or-later", "EPL-2.0"]);
/** The lockfile has no licence of these; what they say themselves. */
const READ_BY_HAND: Readonly<Record<string, string>> = { "seq-queue": "MIT" };

const packageSchema = z.looseObject({
  version: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), packageSchema) });

/** Whether an SPDX expression is met: `or` by one of its sides, `and` by both. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  const either = plain.split(/ or /i);
  if (either.length > 1) return either.some(isAllowed);
  return plain.split(/ and /i).every((one) => ALLOWED.has(one) || UNCHANGED.has(one));
}

const { packages } = lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const counted = new Map<string, number>();
const refused: string[] = [];
for (const [path, { license, link, version = "" }] of Object.entries(packages)) {
  if (!path.includes("node_modules/") || link) continue;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const found = license ?? READ_BY_HAND[name] ?? "none";
  counted.set(found, (counted.get(found) ?? 0) + 1);
  if (!isAllowed(found)) refused.push(`${name}@${version}: ${found}`);
}
for (const [licence, count] of [...counted].sort(([, one], [, other]) => other - one))
  console.log(`${count}\t${licence}`);
for (const line of refused) console.error(`not on the list: ${line}`);

/** A registry that does not answer for advisories is said to have said nothing. */
function advisories(): number {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8", shell: process.platform === "win32" });
  const report = z
    .looseObject({ vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string() })) })
    .safeParse(JSON.parse(stdout || "{}"));
  if (!report.success) {
    console.log("advisories: the registry does not answer; nothing is known");
    return 0;
  }
  const found = Object.entries(report.data.vulnerabilities);
  for (const [name, { severity }] of found) console.error(`advisory: ${name} (${severity})`);
  if (found.length === 0) console.log("advisories: none");
  return found.length;
}

process.exitCode = refused.length + advisories() === 0 ? 0 : 1;
