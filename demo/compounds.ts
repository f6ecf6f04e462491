import { casesOf } from "./cases.ts";
import { shaoxing } from "./demonstration.ts";

export type { Compound } from "./cases.ts";

/** The made-up compounds of Shaoxing 2023, two a district. */
export const compounds = casesOf(shaoxing().definition);
