import type { HandedIn } from "../stage/handed-in.ts";
import { applicationsOf } from "./store.ts";

/** A district has begun with 申报 when one of its compounds is handed in and takes part. */
export const applicationsHandedIn: HandedIn = {
  deliverable: "application",
  districts: async (tx, campaignId) =>
    new Set((await applicationsOf(tx, campaignId, { states: ["submitted"] })).map(({ district }) => district)),
};
