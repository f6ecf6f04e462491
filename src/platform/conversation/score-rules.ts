import { fitsPoints } from "./answers/parse-points.ts";
import { readWhole } from "./numerals.ts";
import { scorePhrases } from "./phrases.ts";

/** A section of a score sheet. */
export interface ScoreSection {
  /** `1` */
  id: string;
  /** 一 */
  numeral: string;
  /** 党建引领机制完善 */
  name?: string;
  rows: readonly ScoreRow[];
}

export interface ScoreRow {
  /** `1-2`, `6-10` */
  id: string;
  maxPoints: number;
  /** Its wording, by which people name it: 绿化. */
  wording?: string;
  /** 一票否决: the row takes 通过 or 否决 instead of points. */
  knocksOut?: boolean;
  /** Takes its maximum or 0 and nothing between. */
  allOrNothing?: boolean;
}

export interface ScoreEntry {
  row: string;
  /** Left out where only 不适用, a reason or a remark is given. */
  points?: number;
  /** Of a row that knocks out: 否决. */
  knockedOut?: boolean;
  /** 不适用; whether the row may be is for the sheet to say. */
  notApplicable?: true;
  reason?: string;
  /** The reason is added to the one that the row has. */
  adds?: true;
  /** 备注; empty to take it away. */
  remark?: string;
}

/** A line of the sheet that gives no row points: 合计 96, 评分人：… It is not recorded. */
export interface BesideScores {
  text: string;
  /** Of a total: what it says, and of which section; of the whole sheet without one. */
  total?: { points: number; section?: string };
}

export type ScoreLine =
  /**
   * A whole section in order, one row, optionally with a reason, or several of them. `rest`: the rows left take their
   * maximum.
   */
  | { kind: "points"; entries: readonly ScoreEntry[]; section?: string; rest?: true; beside?: readonly BesideScores[] }
  /** 其余满分: the maximum for every row that has no points yet. */
  | { kind: "rest" }
  /** A row without points, e.g. to show it or to attach a file to it. */
  | { kind: "row"; row: string }
  /** Nothing is recorded. `readable`: what could be recorded without the rest, as {@link showEntries} shows it. */
  | {
      kind: "retry";
      sentence: string;
      /** The sentence without what is offered: what still holds once that was taken. */
      unread?: string;
      readable?: { entries: number; typed: string /** The whole was read, and is in doubt. */; doubtful?: true };
      /** Of several parts in doubt, what each may mean, as it can be sent. */
      readings?: readonly string[];
      /** Of several readings of the whole each, with what stands on its button. */
      choices?: readonly { label: string; typed: string }[];
      /** Each part that cannot be recorded, with its rows. */
      apart?: readonly { sentence: string; rows: readonly string[] }[];
      /** What of it could be recorded, before it is shown. */
      good?: readonly ScoreEntry[];
      /** 同上 behind a row: the points of the row before it. */
      asBefore?: true;
      /** Rows that were to get points, where they are known. */
      rows?: readonly string[];
    }
  /** Not a line of points. */
  | { kind: "none" };

export interface ScoreRules {
  sections: readonly ScoreSection[];
  /** Smallest unit of points. */
  step: number;
  /** Why a row cannot be 不适用; undefined: it can. */
  notNone?: (row: string) => string | undefined;
  /** Why a row cannot have the points, as the sheet says it; without it the range and the step decide. */
  unfit?: (row: string, points: number) => string | undefined;
  /** Rows that have points: a reason may be said of them alone. */
  given?: readonly string[];
  /** Rows that 第一项, 第二项 … count, as they stand on the page; left out where that is not clear. */
  items?: readonly string[];
  /** The row that was given points last. */
  last?: string | undefined;
  /** The row that is asked for. */
  at?: string;
  /** Section whose first row is asked for: as many numbers as it has rows are its points. */
  open?: string;
}

/** Why a row cannot have the points, as a sentence; undefined if it can. */
export function unfitPoints(
  { step, unfit }: ScoreRules,
  { id, maxPoints }: ScoreRow,
  points: number,
): string | undefined {
  if (unfit) return unfit(id, points);
  return fitsPoints({ max: maxPoints, step }, points) ? undefined : scorePhrases.range(id, maxPoints, step);
}

/** The first row, for showing how one is written. */
export const exampleRow = ({ sections }: ScoreRules): ScoreRow => sections[0]?.rows[0] ?? { id: "", maxPoints: 0 };

/** The number of a row as the sheet writes it: 一－二 is 1-2. */
export const rowIdOf = (written: string): string =>
  written
    .split(/[-－‐‑‒–—―−]/)
    .map((part) => readWhole(part.trim()))
    .join("-");
