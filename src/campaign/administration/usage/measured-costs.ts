import type { Costs } from "./costs.ts";

/** Written by `npm run quota -- --measure` on 2026-11-29, from what the emulator counted; not to be edited. */
export const measuredCosts: Costs = {
  application: { apiCalls: 3, pushes: 7 },
  requirements: { apiCalls: 4, pushes: 2 },
  opinions: { apiCalls: 10.58, pushes: 6 },
  review: { apiCalls: 4, pushes: 7 },
  list: { apiCalls: 9.5, pushes: 3.67 },
  report: { apiCalls: 7, pushes: 2 },
  answer: { apiCalls: 14.5, pushes: 4 },
  selection: { apiCalls: 8, pushes: 9 },
  publication: { apiCalls: 74, pushes: 2 },
  burst: { apiCalls: 4, pushes: 1 },
  photo: { apiCalls: 1, pushes: 1 },
  sheet: { apiCalls: 2, pushes: 1 },
  opening: { apiCalls: 3.42, pushes: 0 },
  day: { apiCalls: 0.47, pushes: 0 },
};
