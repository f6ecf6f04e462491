import { numberFrom, numbersInQr } from "../application/check-number.ts";
import { casesSeenBy } from "../application/opinions/visible.ts";
import { annexFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { type FilePlace, filePlaces } from "../engine/dispatch/file-places.ts";
import { extend } from "../engine/feature.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { sheetsOf } from "../scoring/store.ts";
import { exportPhrases as phrases } from "./phrases.ts";

/** 校验号 of a printed 附件2: it names the case, with the points, reasons and remarks that are printed. */
export const scoreSheetNumber = ({ caseId, scores }: Pick<ScoreSheet, "caseId" | "scores">): string =>
  numberFrom([
    ...["scores", caseId],
    ...[...scores]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([id, { state, hundredths, reason, remark }]) => [
        ...[id, state, hundredths, reason?.hash ?? "", remark?.hash ?? ""],
      ]),
  ]);

/** A scanned 附件2: whether the points on it are those that are there. It stays with who signed it. */
export const scannedScoreSheet = extend(
  filePlaces,
  async (context, { file, person }): Promise<FilePlace | undefined> => {
    if (file.opened?.kind !== "scan") return undefined;
    const numbers = file.opened.codes.flatMap((text) => numbersInQr("scores", text));
    if (numbers.length === 0) return undefined;
    const { tx, campaign } = context;
    const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
    const seen = await casesSeenBy(context, person);
    const found = seen.find(({ id }) => {
      const sheet = sheets.get(id);
      return sheet !== undefined && numbers.includes(scoreSheetNumber(sheet));
    });
    const paper = annexFor(campaign.definition, "rubric")?.name ?? phrases.scoreSheetName();
    return { recognised: phrases.scannedSheet(paper, found?.compoundName, nounsOf(campaign.definition)) };
  },
);
