import { qrCode } from "../../platform/documents/qr-code.ts";
import { fillTemplate } from "../../platform/documents/word/fill-template.ts";
import { writeSheets } from "../../platform/documents/word/write-sheets.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { checkQr, shownCheckNumber } from "../application/check-number.ts";
import { ownDistricts } from "../application/work-district.ts";
import { casePhrases } from "../case/phrases.ts";
import { pointsKeptFrom } from "../case/points-kept.ts";
import { districtName } from "../definition/districts.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import { fullMomentWords } from "../definition/wording.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import { QR_SIDE } from "../form-paper/copies.ts";
import { place } from "../form-paper/form-template.ts";
import { formPaperPhrases } from "../form-paper/phrases.ts";
import { enteredLines } from "../preliminary-review/entered-lines.ts";
import { reopenedBlocks } from "../preliminary-review/notes.ts";
import { DISTRICTS_POINTS } from "../ranking/workbook.ts";
import { isFinalized } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { textsOn } from "../scoring/score-values.ts";
import { sheetsOf } from "../scoring/store.ts";
import { scoreSheetWord } from "./export-kinds.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { isBlank, paperCases, type WantedPaper } from "./paper-cases.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { type PrintedSheet, scoreSheetSection } from "./score-sheet-document.ts";
import { scoreSheetNumber } from "./score-sheet-number.ts";

const BLANK: PrintedSheet = {
  ...{ name: "", district: "", state: "", scores: new Map(), notes: [] },
  ...{ texts: { reasons: new Map(), remarks: new Map() }, footer: [phrases.blankScoreSheet()] },
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
  if (isBlank(wanted)) return fileOf(context, { sheets: [BLANK], part: phrases.blankName() });
  const { applications, part } = await paperCases(context, {
    ...{ ...wanted, paper, capability: "preliminaryReview.see" },
    keptFrom: (cases) => pointsKeptFrom(context, cases),
    whyKept: casePhrases.blind(rulingDeciding(definition, "blindScoring")?.id),
  });
  const own = ownDistricts(context);
  const made = await scoreSheetsOf(context, { applications, part, mayBeOpen: own });
  if (made) return made;
  const isOwn = applications.some(({ district }) => own.includes(district));
  throw new RefusalError("export.no-score-sheet", phrases.noScoreSheet(part, paper, isOwn));
}

/**
 * 附件2 of the applications with their points, in one file. The caller checks who may see them.
 * @param mayBeOpen districts whose sheets are printed before they are final
 * @returns undefined if there is none to print
 */
export async function scoreSheetsOf(
  context: Context,
  {
    applications,
    part,
    mayBeOpen,
  }: { applications: readonly Application[]; part: string; mayBeOpen: readonly string[] },
): Promise<ExportedFile | undefined> {
  const sheets = await sheetsOf(context.tx, { campaignId: context.campaign.id, ledger: "district" });
  const printed: PrintedSheet[] = [];
  const pictures: Pictures = new Map();
  for (const application of applications) {
    const sheet = sheets.get(application.id);
    if (!sheet || sheet.scores.size === 0) continue;
    if (!isFinalized(sheet) && !mayBeOpen.includes(application.district)) continue;
    const one = await printedSheet(context, application, sheet);
    const code = `${QR_PLACE}${printed.length + 1}`;
    printed.push({ ...one, code: place(code) });
    pictures.set(code, { png: await qrCode(checkQr("scores", [scoreSheetNumber(sheet)])), side: QR_SIDE });
  }
  return printed.length === 0 ? undefined : fileOf(context, { sheets: printed, part, pictures });
}

const QR_PLACE = formPaperPhrases.places.qr;
type Pictures = Map<string, { png: Uint8Array; side: number }>;

interface Printed {
  sheets: readonly PrintedSheet[];
  part: string;
  /** QR codes by place. */
  pictures?: Pictures;
}

async function fileOf(context: Context, { sheets, part, pictures }: Printed): Promise<ExportedFile> {
  const {
    definition,
    definition: { campaign },
  } = context.campaign;
  const sections = sheets.map((sheet) => scoreSheetSection(definition, sheet));
  const written = await writeSheets({ author: campaign.city.bureau, at: context.now, sections });
  const bytes = pictures ? fillTemplate(written, [{ texts: new Map(), pictures, leftOut: [] }], context.now) : written;
  return { name: phrases.wordName(phrases.scoreSheetName(), part), bytes };
}

async function printedSheet(context: Context, application: Application, sheet: ScoreSheet): Promise<PrintedSheet> {
  const { compoundName: name, district } = application;
  const state = phrases.scoreSheetState(sheet.finalizedAt && fullMomentWords(sheet.finalizedAt), sheet.late);
  const notes = [...(await enteredLines(context, sheet)), ...(await reopenedBlocks(context, sheet))];
  return {
    ...{ name, state, scores: sheet.scores, texts: await textsOn(context, sheet) },
    district: districtName(context.campaign.definition, district),
    notes: notes.flatMap((block) => (block.kind === "text" ? [block.text] : [])),
    footer: [
      phrases.scoreSheetFooter(name, state, shownCheckNumber(scoreSheetNumber(sheet))),
      ...(isFinalized(sheet) ? await journalLines(context, DISTRICTS_POINTS, [application.id]) : []),
    ],
  };
}
