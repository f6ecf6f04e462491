import type { CivilDate } from "../../../shared/civil-date.ts";
import type { AmountPhrase } from "../../definition/schema/date-phrases.ts";
import { yearsEarlier } from "../rules.ts";
import type { Figure, FigureValue, Standing } from "./requirements.ts";

type Verdict = Exclude<Standing, "notApplicable">;

/** How far back from the first submission something counts; undefined: without limit. */
export interface FigureContext {
  firstOn: CivilDate;
  yearsBefore: { [Window in "penaltyWindow" | "serviceWindow"]: number | undefined };
  amounts: readonly Pick<AmountPhrase, "id" | "value" | "comparison">[];
}

/** First day of the window of a figure; undefined without a window. */
export function sinceOf(figure: Figure, { firstOn, yearsBefore }: FigureContext): CivilDate | undefined {
  if (figure.kind !== "event" && figure.kind !== "count") return undefined;
  const years = yearsBefore[figure.since];
  return years === undefined ? undefined : yearsEarlier(firstOn, years);
}

/** Whether the figure reaches what the plan asks; unclear if it does not say enough. */
export function figureVerdict(figure: Figure, value: FigureValue, context: FigureContext): Verdict {
  const since = sinceOf(figure, context);
  const isWithin = (day: CivilDate): boolean => since === undefined || day >= since;
  switch (value.kind) {
    case "event":
      return value.happenedOn !== null && isWithin(value.happenedOn) ? "notMet" : "met";
    case "percent":
      return verdict(reaches(figure, context, { part: value.percent, whole: 100 }));
    case "ratio":
      return value.whole > 0 ? verdict(reaches(figure, context, value)) : "unclear";
    case "count": {
      if (!reachesNumber(figure, context, value.number)) return "notMet";
      if (value.lastOn === null) return "unclear";
      return verdict(isWithin(value.lastOn));
    }
  }
}

const verdict = (isMet: boolean): Verdict => (isMet ? "met" : "notMet");

function amountOf(figure: Figure, { amounts }: FigureContext): FigureContext["amounts"][number] {
  const id = "reaches" in figure ? figure.reaches : "";
  const amount = amounts.find((one) => one.id === id);
  if (!amount) throw new Error(`figure ${figure.id} reaches an unknown amount ${id}`);
  return amount;
}

/** Compares part ÷ whole with the percentage by cross-multiplying: nothing is rounded. */
function reaches(figure: Figure, context: FigureContext, { part, whole }: { part: number; whole: number }): boolean {
  const { value, comparison } = amountOf(figure, context);
  return compared(comparison, hundredths(part) * 10_000n, hundredths(whole) * hundredths(value));
}

function reachesNumber(figure: Figure, context: FigureContext, number: number): boolean {
  const { value, comparison } = amountOf(figure, context);
  return compared(comparison, hundredths(number), hundredths(value));
}

const hundredths = (amount: number): bigint => BigInt(Math.round(amount * 100));

function compared(comparison: AmountPhrase["comparison"], left: bigint, right: bigint): boolean {
  switch (comparison) {
    case "atLeast":
    case "within":
      return left >= right;
    case "moreThan":
      return left > right;
    case "atMost":
      return left <= right;
    case "equal":
      return left === right;
  }
}

/** A share in per cent with two decimals, cut off and never rounded up: 94.96 stays below 95. */
export function shareWords({ part, whole }: { part: number; whole: number }): string {
  if (whole <= 0) return "";
  const share = (hundredths(part) * 10_000n) / hundredths(whole);
  return `${Number(share) / 100}%`;
}
