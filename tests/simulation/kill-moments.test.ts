import { killsDuringOpening } from "../journeys/kill-moments.ts";

const MOMENTS = [0, 5, 15, 30, 60, 100, 160, 250, 400, 700];

killsDuringOpening({ bot: MOMENTS, both: MOMENTS });
