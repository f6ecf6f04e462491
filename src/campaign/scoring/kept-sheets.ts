import type { ScoreSheet } from "./score-sheet.ts";

/** A version of a sheet: of its row in the table, which is written anew whenever points are given. */
export interface SheetVersion {
  caseId: string;
  ledger: string;
  scorer: string;
  /** Equal for equal versions of one database. */
  stamp: string;
  /** It is not committed yet, and may never be: it is not kept. */
  isOwn: boolean;
}

export interface KeptSheets {
  of(version: SheetVersion): ScoreSheet | undefined;
  keep(version: SheetVersion, sheet: ScoreSheet): ScoreSheet;
}

/** Of a city all sheets, of a large province most. */
const MOST_SHEETS = 15_000;

/**
 * All sheets of a campaign are read several times in a turn and again in the next; hundreds of thousands of rows read and
 * made anew are more work than all that is reckoned from them. Nobody changes a sheet in place.
 */
const kept = new Map<string, { stamp: string; sheet: ScoreSheet }>();

/** @param server and its database, from its start on: another one's versions are others */
export function keptSheets(server: string): KeptSheets {
  const keyOf = ({ caseId, ledger, scorer }: SheetVersion) => [server, caseId, ledger, scorer].join("\u0000");
  return {
    of(version) {
      const known = kept.get(keyOf(version));
      return known?.stamp === version.stamp ? known.sheet : undefined;
    },
    keep(version, sheet) {
      if (version.isOwn) return sheet;
      if (kept.size >= MOST_SHEETS) kept.clear();
      kept.set(keyOf(version), { stamp: version.stamp, sheet });
      return sheet;
    },
  };
}
