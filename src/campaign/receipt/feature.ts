import type { Feature } from "../engine/feature.ts";
import { receiptTable } from "./store.ts";

/** 已读回执: what was sent to whom, and when it was read. */
export const receiptFeature: Feature = { tables: [receiptTable] };
