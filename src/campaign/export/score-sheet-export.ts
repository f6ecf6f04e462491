import { writeWord } from "../../platform/documents/word/write-word.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { ownDistricts } from "../application/work-district.ts";
import { districtName } from "../definition/districts.ts";
import { momentWords } from "../definition/wording.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { enteredLines } from "../preliminary-review/entered-lines.ts";
import { reopenedBlocks } from "../preliminary-review/notes.ts";
import { isFinalized } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { textsOn } from "../scoring/score-values.ts";
import { sheetsOf } from "../scoring/store.ts";
import { scoreSheetWord } from "./export-kinds.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { isBlank, paperCases, type WantedPaper } from "./paper-cases.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { type PrintedSheet, scoreSheetSection } from "./score-sheet-document.ts";

const BLANK: PrintedSheet = {
  ...{ name: "", district: "", state: "", scores: new Map(), notes: [] },
  ...{ texts: { reasons: new Map(), remarks: new Map() }, footer: phrases.blankScoreSheet() },
};

/**
 * 附件2 with the points of the named case, of all of the named districts, or empty. A district prints its own sheets as
 * they stand; others see them once they are final.
 * @throws {RefusalError} if there is none, or it is not the person's to see
 */
export async function scoreSheetExport(
  context: PersonContext,
  wanted: Pick<WantedPaper, "rest" | "districts">,
): Promise<ExportedFile> {
  const { definition } = context.campaign;
  const paper = scoreSheetWord(definition) ?? "";
  if (isBlank(wanted)) return fileOf(context, [BLANK], phrases.blankName());
  const { applications, part } = await paperCases(context, { ...wanted, paper, capability: "preliminaryReview.see" });
  const sheets = await sheetsOf(context.tx, { campaignId: context.campaign.id, ledger: "district" });
  const own = ownDistricts(context);
  const printed: PrintedSheet[] = [];
  for (const application of applications) {
    const sheet = sheets.get(application.id);
    if (!sheet || sheet.scores.size === 0 || !(isFinalized(sheet) || own.includes(application.district))) continue;
    printed.push(await printedSheet(context, application, sheet));
  }
  if (printed.length === 0) {
    const isOwn = applications.some(({ district }) => own.includes(district));
    throw new RefusalError("export.no-score-sheet", phrases.noScoreSheet(part, paper, isOwn));
  }
  return fileOf(context, printed, part);
}

async function fileOf(context: Context, sheets: readonly PrintedSheet[], part: string): Promise<ExportedFile> {
  const {
    definition,
    definition: { campaign },
  } = context.campaign;
  const sections = sheets.map((sheet) => scoreSheetSection(definition, sheet));
  const bytes = await writeWord({ author: campaign.city.bureau, at: context.now, sections });
  return { name: phrases.wordName(phrases.scoreSheetName(), part), bytes };
}

async function printedSheet(context: Context, application: Application, sheet: ScoreSheet): Promise<PrintedSheet> {
  const { compoundName: name, district } = application;
  const state = phrases.scoreSheetState(sheet.finalizedAt && momentWords(sheet.finalizedAt), sheet.late);
  const notes = [...(await enteredLines(context, sheet)), ...(await reopenedBlocks(context, sheet))];
  return {
    ...{ name, state, scores: sheet.scores, texts: await textsOn(context, sheet) },
    district: districtName(context.campaign.definition, district),
    notes: notes.flatMap((block) => (block.kind === "text" ? [block.text] : [])),
    footer: phrases.scoreSheetFooter(name, state),
  };
}
