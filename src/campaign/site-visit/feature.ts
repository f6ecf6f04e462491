import type { Feature } from "../engine/feature.ts";
import { siteVisitTable } from "./store.ts";

/** 核验安排: when which site is visited, and by whom. */
export const siteVisitFeature: Feature = { tables: [siteVisitTable] };
