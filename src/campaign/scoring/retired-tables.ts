import { z } from "zod";
import type { RetiredTable, RowChange } from "../../platform/journal/journal-table.ts";
import { DISTRICT_SCORER } from "./score-sheet.ts";
import { scoreSheetTable, scoreTable } from "./store.ts";

const OWNER = { ledger: "district", scorer: DISTRICT_SCORER };

/** Tables used for the district's points before score sheets. Old journal entries still refer to them. */
export const retiredTables: readonly RetiredTable[] = [
  {
    name: "preliminary_review",
    upgrade: (change) => [
      {
        ...scoreSheetTable.row({ case_id: String(change.key.application_id), ...OWNER }),
        before: sheetFrom(change.before),
        after: sheetFrom(change.after),
      },
    ],
  },
  {
    name: "preliminary_point",
    upgrade: (change) => [
      {
        ...scoreTable.row({
          case_id: String(change.key.application_id),
          ...OWNER,
          criterion: String(change.key.criterion),
        }),
        before: scoreFrom(change.before),
        after: scoreFrom(change.after),
      },
    ],
  },
];

const review = z.object({
  application_id: z.string(),
  campaign_id: z.string(),
  opened_at: z.string(),
  opened_by: z.string(),
  locked_at: z.string().nullable(),
  locked_by: z.string().nullable(),
});

function sheetFrom(row: RowChange["after"]): RowChange["after"] {
  if (row === null) return null;
  const { application_id, locked_at, locked_by, ...rest } = review.parse(row);
  return {
    case_id: application_id,
    ...OWNER,
    ...rest,
    state: locked_at === null ? "open" : "finalized",
    finalized_at: locked_at,
    finalized_by: locked_by,
  };
}

const point = z.object({
  application_id: z.string(),
  campaign_id: z.string(),
  criterion: z.string(),
  hundredths: z.int(),
  reason: z.unknown(),
  definition_version: z.int(),
  given_by: z.string(),
  given_at: z.string(),
});

function scoreFrom(row: RowChange["after"]): RowChange["after"] {
  if (row === null) return null;
  const { application_id, ...rest } = point.parse(row);
  return { case_id: application_id, ...OWNER, ...rest, state: "given", remark: null };
}
