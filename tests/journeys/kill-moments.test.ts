import { killsDuringOpening } from "./kill-moments.ts";

/** The short form; `npm run simulate` tries ten moments of each. */
killsDuringOpening({ bot: [60], both: [15] });
