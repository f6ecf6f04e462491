import { DISTRICT_SCORER, type Score, type ScoreSheet } from "../../../../src/campaign/scoring/score-sheet.ts";

/** The district's sheet of a case with these points by row, in hundredths, finalized. */
export const finalizedSheet = (
  caseId: string,
  points: Readonly<Record<string, number | (Pick<Score, "hundredths" | "reason"> & Partial<Score>)>>,
): ScoreSheet => ({
  caseId,
  ledger: "district",
  scorer: DISTRICT_SCORER,
  state: "finalized",
  finalizedAt: new Date("2023-09-20T17:00:00+08:00"),
  late: false,
  lateReason: undefined,
  finalizedFor: undefined,
  reopened: undefined,
  scores: new Map(
    Object.entries(points).map(([criterion, given]): [string, Score] => [
      criterion,
      {
        criterion,
        state: "given",
        remark: undefined,
        definitionVersion: 1,
        givenFor: undefined,
        ...(typeof given === "number" ? { hundredths: given, reason: undefined } : given),
      },
    ]),
  ),
});

/** The same, not finalized yet. */
export const openSheet = (...[caseId, points]: Parameters<typeof finalizedSheet>): ScoreSheet => ({
  ...finalizedSheet(caseId, points),
  state: "open",
  finalizedAt: undefined,
});
