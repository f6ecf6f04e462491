import type { Feature } from "../engine/feature.ts";
import { agreedPointsTable, recheckTable } from "./store.ts";

/** 核验: the city's own points, given by the members of the team. */
export const verificationFeature: Feature = { tables: [agreedPointsTable, recheckTable] };
