import { householdYear } from "../journeys/household-year.ts";

householdYear({ isShort: false });
