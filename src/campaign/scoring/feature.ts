import type { Feature } from "../engine/feature.ts";
import { DECISIONS_ON_POINTS } from "./decisions.ts";
import { retiredTables } from "./retired-tables.ts";
import { pointEffectsFollow, pointEffectsTold } from "./ruling-effects.ts";
import { scoreSheetTable, scoreTable } from "./store.ts";

/** 评分, shared by both ledgers. */
export const scoringFeature: Feature = {
  tables: [scoreSheetTable, scoreTable],
  retiredTables,
  extensions: pointEffectsTold,
  listeners: pointEffectsFollow,
  enforces: DECISIONS_ON_POINTS,
};
