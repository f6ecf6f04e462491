import type { MeasuredCosts } from "./costs.ts";

/** Written by `npm run quota -- --measure` on 2026-11-29, from what the emulator counted; not to be edited. */
export const measuredCosts: MeasuredCosts = {
  application: { apiCalls: 4, pushes: 7 },
  requirements: { apiCalls: 4, pushes: 2 },
  opinions: { apiCalls: 11, pushes: 6 },
  review: { apiCalls: 4, pushes: 7 },
  list: { apiCalls: 11.33, pushes: 3.67 },
  report: { apiCalls: 7, pushes: 2 },
  answer: { apiCalls: 19.5, pushes: 4 },
  selection: { apiCalls: 9, pushes: 4 },
  publication: { apiCalls: 95, pushes: 2 },
  burst: { apiCalls: 4, pushes: 1 },
  photo: { apiCalls: 1, pushes: 1 },
  sheet: { apiCalls: 2, pushes: 1 },
  opening: { apiCalls: 3.58, pushes: 0 },
  day: { apiCalls: 0.88, pushes: 0 },
  typed: {
    application: { apiCalls: 29, pushes: 25 },
    review: { apiCalls: 13, pushes: 7 },
    list: { apiCalls: 19.67, pushes: 3.67 },
    report: { apiCalls: 9, pushes: 2 },
  },
};
