import { dayOf } from "../../shared/civil-date.ts";
import { applicationsOf } from "../application/store.ts";
import type { Definition } from "../definition/definition.ts";
import { type Deliverable, deliverableFor } from "../definition/purposes.ts";
import { countedDistricts } from "../directory/expected-districts.ts";
import type { Context } from "../engine/context.ts";
import { awaitedLists } from "../ranking/awaited-lists.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { districtsWith } from "../stage/extension-points.ts";

/** Purposes of the counted deliverables. */
const COUNTED = ["application", "review", "list", "report"] as const;
export type Counted = (typeof COUNTED)[number];

export const countedIn = (definition: Definition): { of: Counted; deliverable: Deliverable }[] =>
  COUNTED.flatMap((of) => {
    const deliverable = deliverableFor(definition, of);
    return deliverable ? [{ of, deliverable }] : [];
  });

/** `nobody`: reported as 无推荐; `released`: taken out by the approver. */
export type ListState = "reported" | "nobody" | "missing" | "released";

/** Progress of one district. Contains no points. */
export interface DistrictProgress {
  district: string;
  name: string;
  applied: number;
  locked: number;
  list: ListState;
  reportIn: boolean;
}

/** Progress of each district counted today. */
export async function progressOf(context: Context): Promise<readonly DistrictProgress[]> {
  const { tx, campaign, rulings, now } = context;
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const lists = await received(context, "list");
  const { nobody, released } = await awaitedLists(context);
  const listOf = (id: string): ListState => {
    if (released.includes(id)) return "released";
    if (nobody.includes(id)) return "nobody";
    return lists.has(id) ? "reported" : "missing";
  };
  const reports = await received(context, "report");
  return countedDistricts(campaign.definition, rulings, dayOf(now)).map(({ id, name }) => {
    const own = taking.filter(({ district }) => district === id);
    return {
      district: id,
      name,
      applied: own.length,
      locked: own.filter((application) => isFinalized(sheets.get(application.id))).length,
      list: listOf(id),
      reportIn: reports.has(id),
    };
  });
}

/** Ids of the districts with a received deliverable, of either level. */
async function received(context: Context, purpose: "list" | "report"): Promise<ReadonlySet<string>> {
  const { definition } = context.campaign;
  const levels = [1, 2].flatMap((level) => deliverableFor(definition, purpose, level) ?? []);
  const sets: ReadonlySet<string>[] = [];
  for (const { id } of levels) sets.push(await districtsWith(context, id));
  return new Set(sets.flatMap((set) => [...set]));
}

/** Expected and reported lists, as they are counted everywhere. */
export function listCounts(progress: readonly DistrictProgress[]): {
  expected: number;
  received: number;
  nobody: number;
} {
  const count = (...states: readonly ListState[]): number =>
    progress.filter(({ list }) => states.includes(list)).length;
  return {
    expected: count("reported", "nobody", "missing"),
    received: count("reported", "nobody"),
    nobody: count("nobody"),
  };
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
