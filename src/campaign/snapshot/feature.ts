import type { Feature } from "../engine/feature.ts";
import { snapshotTable } from "./store.ts";

/** Cases as they were when something was decided on them. */
export const snapshotFeature: Feature = { tables: [snapshotTable] };
