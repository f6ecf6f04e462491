import type { Feature } from "../engine/feature.ts";
import { consultationReplyTable, consultationTable } from "./store.ts";

/** 征求意见: what other departments say of the recommended compounds. */
export const consultationFeature: Feature = { tables: [consultationTable, consultationReplyTable] };
