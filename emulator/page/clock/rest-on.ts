import type { Timeline } from "../../src/contract/control.ts";
import { dayNumber, lastDay } from "../text/time.ts";

/** The campaign's label for a rest day; empty on a working day. @param day days since the epoch */
export const restLabelOn = (day: number, rests: Timeline["spans"]): string =>
  rests.find(({ from, to }) => dayNumber(from) <= day && day <= lastDay(to))?.label ?? "";
