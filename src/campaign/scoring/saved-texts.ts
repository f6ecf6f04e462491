import { refersToAnother } from "./follow-reasons.ts";
import type { SavedRow } from "./phrases.ts";
import type { GivenScore } from "./score-sheet.ts";

interface Texts {
  given: readonly GivenScore[];
  /** Reasons by row, before it was saved and now. */
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
}

/** With the reasons and remarks as they were read, and the reason that the row had and keeps. */
export const withTexts = (saved: readonly SavedRow[], { given, before, after }: Texts): SavedRow[] =>
  saved.map((row) => {
    const { reason: said, remark } = given.find(({ criterion }) => criterion === row.id) ?? {};
    // 同上 is shown as the reason that it stands for; where there is none, none is.
    const isUnfollowed = said !== undefined && refersToAnother({ criterion: row.id, reason: said }) !== undefined;
    const reason = said
      ? (after.get(row.id) ?? (isUnfollowed ? undefined : said))
      : (said ?? (before.has(row.id) && !after.has(row.id) ? "" : undefined));
    const earlier = before.get(row.id);
    const was = reason === undefined || earlier === undefined || earlier === reason ? {} : { was: earlier };
    const kept = reason === undefined ? after.get(row.id) : undefined;
    return {
      ...row,
      ...(reason === undefined || (reason === "" && !before.has(row.id)) ? {} : { reason }),
      ...was,
      ...(kept === undefined ? {} : { kept }),
      ...(remark === undefined ? {} : { remark }),
    };
  });
