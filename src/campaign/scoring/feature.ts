import type { Feature } from "../engine/feature.ts";
import { retiredTables } from "./retired-tables.ts";
import { scoreSheetTable, scoreTable } from "./store.ts";

/** 评分, as both ledgers use it. */
export const scoringFeature: Feature = { tables: [scoreSheetTable, scoreTable], retiredTables };
