import { killsDuringOpening } from "./kill-moments.ts";

killsDuringOpening({ bot: [0, 60, 400], both: [15, 160] });
