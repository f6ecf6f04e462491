import { addDays, type CivilDate, momentOf } from "../../shared/civil-date.ts";
import type { CasePart } from "../engine/open-parts.ts";
import type { CaseReturn, ReturnItem } from "./case-return.ts";

/** 已修改, 已说明, or still to be corrected. */
export type ItemState = "changed" | "explained" | "open";

/** @param now fingerprints of the parts as they are */
export function itemState({ part, was, explanation }: ReturnItem, now: ReadonlyMap<CasePart, string>): ItemState {
  if ((now.get(part) ?? "") !== was) return "changed";
  return explanation === undefined ? "open" : "explained";
}

/** 24:00 of the last day. */
export const closesAt = ({ dueOn }: Pick<CaseReturn, "dueOn">): Date => momentOf(addDays(dueOn, 1));

/** A correction that comes after its day is taken with a reason, and marked. */
export const isLate = (one: Pick<CaseReturn, "dueOn">, now: Date): boolean => now >= closesAt(one);

/** The day is not yet over. */
export const isDayToCome = (day: CivilDate, today: CivilDate): boolean => day >= today;

/** Numbers of the items that are still to be corrected, from 1. */
export const openItems = (items: readonly ReturnItem[], now: ReadonlyMap<CasePart, string>): number[] =>
  items.flatMap((item, at) => (itemState(item, now) === "open" ? [at + 1] : []));
