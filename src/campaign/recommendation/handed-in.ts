import type { HandedIn } from "../stage/handed-in.ts";
import { listsInForce } from "./store.ts";

export const listsHandedIn: HandedIn = {
  deliverable: "recommendation-list",
  districts: async (tx, campaignId) => new Set((await listsInForce(tx, campaignId)).keys()),
};
