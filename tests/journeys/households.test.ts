import { householdYear } from "./household-year.ts";

householdYear({ isShort: true });
