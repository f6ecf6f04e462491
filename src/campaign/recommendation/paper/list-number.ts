import { numberFrom } from "../../application/check-number.ts";
import type { RecommendationList } from "../store.ts";

/** A reported list as it is printed: without the cases that have left it since. */
export interface PrintedList {
  campaignId: string;
  list: Pick<RecommendationList, "district" | "version" | "items">;
  /** Ids of the cases that take part now. */
  taking: ReadonlySet<string>;
}

/** `changed`: in force, but not with the cases that are on the paper. */
export type PaperState = "inForce" | "changed" | "replaced" | "withdrawn";

/** Which list a check number names, and how it stands today. */
export interface NumberedList {
  district: string;
  version: number;
  state: PaperState;
  /** Number of the district's newest report. */
  newest: number;
}

/** Of the cases that have left a list, so many are tried with and without. */
const MOST_LEFT = 6;

/** 校验号 of a district's list as it is printed now. */
export const listNumber = ({ campaignId, list, taking }: PrintedList): string =>
  numberOf(
    campaignId,
    list,
    casesOf(list).filter((id) => taking.has(id)),
  );

/**
 * The list that a check number names; undefined if it is none of these. Cases may have left the list since.
 * @param reported every version of every district
 */
export function listWithNumber(
  reported: readonly RecommendationList[],
  { campaignId, taking }: Omit<PrintedList, "list">,
  number: string,
): NumberedList | undefined {
  const list = reported.find((one) =>
    printable(casesOf(one), taking).some((cases) => numberOf(campaignId, one, cases) === number),
  );
  if (!list) return undefined;
  const { district, version } = list;
  const newest = Math.max(...reported.filter((one) => one.district === district).map((one) => one.version));
  return { district, version, newest, state: stateOf({ campaignId, list, taking }, { number, newest }) };
}

function stateOf(
  printed: PrintedList & { list: RecommendationList },
  { number, newest }: { number: string; newest: number },
): PaperState {
  if (printed.list.version < newest) return "replaced";
  if (printed.list.withdrawnAt !== null) return "withdrawn";
  return listNumber(printed) === number ? "inForce" : "changed";
}

const casesOf = ({ items }: PrintedList["list"]): string[] => items.map(({ applicationId }) => applicationId);

const numberOf = (
  campaignId: string,
  { district, version }: Pick<RecommendationList, "district" | "version">,
  cases: readonly string[],
): string => numberFrom(["list", campaignId, district, version, ...cases]);

/** What may have been printed: all cases that take part, and any of those that have left. */
function printable(cases: readonly string[], taking: ReadonlySet<string>): string[][] {
  const left = cases.filter((id) => !taking.has(id)).slice(0, MOST_LEFT);
  return cases.reduce<string[][]>(
    (sets, id) => {
      const withIt = sets.map((set) => [...set, id]);
      if (taking.has(id)) return withIt;
      return left.includes(id) ? withIt.concat(sets) : sets;
    },
    [[]],
  );
}
