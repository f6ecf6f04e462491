import type { Costs } from "./costs.ts";

const NONE = { apiCalls: 0, pushes: 0 };
export const measuredCosts: Costs = {
  ...{ application: NONE, requirements: NONE, opinions: NONE, review: NONE, list: NONE, report: NONE, selection: NONE },
  ...{ publication: NONE, burst: NONE, photo: NONE, sheet: NONE, opening: NONE, day: NONE },
};
