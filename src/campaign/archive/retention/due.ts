import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { decided, rulingDeciding } from "../../definition/purposes.ts";
import type { Context } from "../../engine/context.ts";

/** What the program proposes where the campaign has no ruling on it: the plan leaves it open. */
const PROPOSED_MONTHS = 6;

/** How long personal data are kept that are not archived. */
export interface Retention {
  months: number;
  /** Of the answer that says so, with who gave it; undefined: it is a proposal. */
  ruled: { ruling: string; given: string | undefined } | undefined;
}

/** An answer in words alone is for people: the program goes on proposing. */
export function retentionOf({ campaign: { definition }, rulings }: Pick<Context, "campaign" | "rulings">): Retention {
  const ruling = rulingDeciding(definition, "retention");
  const { months } = decided(definition, "retention", rulings);
  const answer = ruling && rulings.get(ruling.id);
  return {
    months: typeof months === "number" ? months : PROPOSED_MONTHS,
    ruled: ruling && answer?.value?.months !== undefined ? { ruling: ruling.id, given: answer.given } : undefined,
  };
}

/** Whether an archive made then is of the campaign as it ended last, and not of an end before it was taken up again. */
export const isOfEnd = (madeAt: Date | null | undefined, closedAt: Date): boolean =>
  madeAt instanceof Date && madeAt >= closedAt;

/** The first day on which data of a campaign closed then are kept long enough; the last day of a shorter month counts. */
export function keptUntil(closedAt: Date, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = dayOf(closedAt).split("-").map(Number);
  const at = month - 1 + months;
  const [toYear, toMonth] = [year + Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${String(toMonth).padStart(2, "0")}-${String(Math.min(day, last)).padStart(2, "0")}` as CivilDate;
}
