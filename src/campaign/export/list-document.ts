import { qrCode } from "../../platform/documents/qr-code.ts";
import { fillTemplate } from "../../platform/documents/word/fill-template.ts";
import type {
  WordBlockSpec,
  WordCellSpec,
  WordRowSpec,
  WordSectionSpec,
} from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { checkQr } from "../application/check-number.ts";
import type { Context } from "../engine/context.ts";
import { QR_SIDE } from "../form-paper/copies.ts";
import { place } from "../form-paper/form-template.ts";
import { formPaperPhrases } from "../form-paper/phrases.ts";
import { type ExportedFile, type ListSheet, listSheet } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";

/** Of a landscape page between its margins, in millimetres. */
const PAGE_WIDTH = 247;
const ROW_HEIGHT = 9;
/** Above the line to be sealed: ten rows, a remark and the seal share a page. */
const SEAL_ROOM = 9;

/**
 * The list in Word, to be sealed: the plan's mark, title and columns, so many rows a page as the plan prints, the header
 * on every page, room for the seal below, and in the footer the check numbers, with their QR code.
 *
 * @throws {RefusalError} if none of the districts has a confirmed list
 */
export async function listDocument(context: Context, districts: readonly string[]): Promise<ExportedFile> {
  const { campaign, recommendationList } = context.campaign.definition;
  const sheet = await listSheet(context, districts);
  const sections = listSections(sheet, recommendationList.printedRows);
  const at = context.now;
  const template = await writeWord({ author: campaign.city.bureau, at, sections });
  const code = await qrCode(
    checkQr(
      "list",
      sheet.reports.map(({ number }) => number),
    ),
  );
  const pictures = new Map([[QR_PLACE, { png: code, side: QR_SIDE }]]);
  const bytes = fillTemplate(template, [{ texts: new Map(), pictures, leftOut: [] }], at);
  return { name: phrases.wordName(sheet.title, sheet.part), bytes };
}

const QR_PLACE = formPaperPhrases.places.qr;

/** A page for so many rows each. */
export function listSections(sheet: ListSheet, printedRows: number): WordSectionSpec[] {
  const pages = Math.max(1, Math.ceil(sheet.rows.length / printedRows));
  return Array.from({ length: pages }, (_, page) => ({
    start: "nextPage" as const,
    paper: "landscape" as const,
    footer: {
      lines: [phrases.checkNumbers(sheet.reports), ...sheet.onBehalf, sheet.journal],
      picture: place(QR_PLACE),
      numbered: true,
    },
    blocks: [
      ...headOf(sheet, page),
      tableOf(sheet, sheet.rows.slice(page * printedRows, (page + 1) * printedRows)),
      ...(page === pages - 1 ? footOf(sheet) : []),
    ],
  }));
}

const headOf = ({ mark, title }: ListSheet, page: number): WordBlockSpec[] => [
  ...(mark === undefined ? [] : [{ kind: "paragraph" as const, text: mark, look: "mark" as const }]),
  { kind: "paragraph", text: page === 0 ? title : phrases.continued(title), look: "title" },
];

function tableOf({ columns }: ListSheet, rows: ListSheet["rows"]): WordBlockSpec {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const cell = (text: string, look: WordCellSpec["look"]): WordCellSpec => ({ texts: [text], look, align: "center" });
  return {
    kind: "table",
    columns: columns.map(({ width }) => (PAGE_WIDTH * width) / whole),
    lines: "form",
    rows: [
      { height: 12, repeats: true, cells: columns.map(({ header }) => cell(header, "label")) },
      ...rows.map(
        (row): WordRowSpec => ({
          height: ROW_HEIGHT,
          whole: true,
          // Numbers as they are: 97, 96.5.
          cells: columns.map((_, at) =>
            cell(row[at] === null || row[at] === undefined ? "" : String(row[at]), "small"),
          ),
        }),
      ),
    ],
  };
}

const footOf = ({ rateNotes }: ListSheet): WordBlockSpec[] => [
  ...rateNotes.map((text): WordBlockSpec => ({ kind: "paragraph", text, look: "small", before: 1 })),
  { kind: "paragraph", text: phrases.seal(), look: "plain", align: "right", before: SEAL_ROOM },
];
