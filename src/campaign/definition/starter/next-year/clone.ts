import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PLAN_FILE } from "../../definition.ts";

export interface Cloning {
  from: string;
  to: string;
  year: number;
  /** Text of the new plan, if it is there already. */
  plan?: string | undefined;
}

/** shaoxing-2023 for 2024: shaoxing-2024; an id without a year takes it behind. */
export const nextId = (id: string, before: number, year: number): string =>
  id.includes(String(before)) ? id.replace(String(before), String(year)) : `${id}-${year}`;

/** The year that a folder's name ends with; undefined if it has none. */
export function yearInName(folder: string): number | undefined {
  const found = /(?<!\d)(20\d{2})(?!\d)/u.exec(basename(folder))?.[1];
  return found === undefined ? undefined : Number(found);
}

/**
 * Writes a campaign folder as next year's: id and year, and the plan if it is given. Until the new plan is in, the year
 * counts as ours. The folder is there whole or not at all.
 *
 * @throws if it exists and holds something
 */
export function cloneFolder({ from, to, year, plan }: Cloning): void {
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`folder not empty: ${to}`);
  const temporary = `${to}.${process.pid}.part`;
  try {
    cpSync(from, temporary, { recursive: true });
    const file = join(temporary, "campaign.yaml");
    writeFileSync(file, nextCampaign(readFileSync(file, "utf8"), year, plan));
    if (plan !== undefined) writeFileSync(join(temporary, PLAN_FILE), plan);
    rmSync(to, { recursive: true, force: true });
    renameSync(temporary, to);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const YEAR = /^year: \{ value: (?<value>\d{4})(?<rest>[^}]*)\}/mu;

/** @param plan in which the year has its line again, if it says so */
export function nextCampaign(yaml: string, year: number, plan?: string): string {
  const before = Number(YEAR.exec(yaml)?.groups?.value);
  const line = plan?.split(/\r?\n/u).findIndex((one) => one.includes(`${year}年度`)) ?? -1;
  const source = line >= 0 ? `, line: ${line + 1}, mark: plan, quote: ${year}年度` : `${lineOf(yaml)}, mark: ours`;
  return yaml
    .replace(/^id: (?<id>\S+)/mu, (_, id: string) => `id: ${nextId(id, before, year)}`)
    .replace(YEAR, `year: { value: ${year}${source} }`);
}

const lineOf = (yaml: string): string =>
  /line: \d+/u.exec(YEAR.exec(yaml)?.groups?.rest ?? "")?.[0].replace(/^/u, ", ") ?? "";
