import { clausesOf } from "../application/requirements/requirements.ts";
import { decided } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { isFinalized } from "./points.ts";
import { DISTRICT_SCORER, type ScoreSheet } from "./score-sheet.ts";
import { sheetOf } from "./store.ts";

/** What entries in the city's ledger are judged by besides. */
export interface CityEntries {
  /** The district's final points, in hundredths by row. */
  district: ReadonlyMap<string, number>;
  /** Members score a row before they see the district's points of it. */
  blind: boolean;
  /** Ids of the clauses of 附件1. */
  clauses: readonly string[];
}

/** Undefined for a sheet of the district's ledger. */
export async function cityEntries(
  { tx, campaign: { definition }, rulings }: Pick<Context, "tx" | "campaign" | "rulings">,
  { caseId, ledger }: Pick<ScoreSheet, "caseId" | "ledger">,
): Promise<CityEntries | undefined> {
  if (ledger !== "city") return undefined;
  const sheet = await sheetOf(tx, { caseId, ledger: "district", scorer: DISTRICT_SCORER });
  return {
    district: new Map(
      isFinalized(sheet) ? [...sheet.scores].map(([id, { hundredths }]) => [id, hundredths] as const) : [],
    ),
    blind: decided(definition, "blindScoring", rulings).blind !== false,
    clauses: clausesOf(definition).map(({ id }) => id),
  };
}

/** Whether the scorer of a sheet sees the district's points of a row. */
export const seesReported = ({ blind }: CityEntries, { scores }: Pick<ScoreSheet, "scores">, row: string): boolean =>
  !blind || scores.has(row);
