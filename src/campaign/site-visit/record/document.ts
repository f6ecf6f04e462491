import type { WordCellSpec, WordRowSpec, WordSectionSpec } from "../../../platform/documents/word/word-spec.ts";
import type { Definition } from "../../definition/definition.ts";
import { annexFor } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { place } from "../../form-paper/form-template.ts";
import type { Criterion, Section } from "../../scoring/rubric.ts";
import { recordPhrases as phrases } from "./phrases.ts";

/** Between the margins of a page, in millimetres. */
const PAGE_WIDTH = 160;
const NUMBER_WIDTH = 10;
const MAX_WIDTH = 11;
const POINTS_WIDTH = 13;
const FACTS_WIDTH = 42;
const ROW_HEIGHT = 9;
const CLAUSES_HEIGHT = 13;
const SIGNATURE_HEIGHT = 11;

/** What a record says of its visit; points and facts are written on it by hand. */
export interface PrintedRecord {
  name: string;
  district: string;
  address: string;
  enterprise: string;
  day: string;
  escort: string;
  members: readonly string[];
  /** Columns for points: one for each member, at least as many as verify a site. */
  places: number;
  /** Its check number, and the journal's head as of what it is made for. */
  footer: readonly string[];
  /** Name of the place for its QR code. */
  qr: string;
}

/** 《现场核验记录表》 of one site: 附件2's rows to be filled in and signed. It begins on the front of a sheet. */
export function recordSection(definition: Definition, record: PrintedRecord): WordSectionSpec {
  const { campaign } = definition;
  return {
    start: "oddPage",
    paper: "portrait",
    countsFrom1: true,
    footer: { lines: record.footer, picture: place(record.qr), numbered: true },
    blocks: [
      paragraph(phrases.title(phrases.titleOf(campaign.name, nounsOf(definition))), "title"),
      { kind: "table", columns: [20, 56, 30, 54], lines: "form", rows: headRows(definition, record) },
      { ...paragraph(phrases.members(record.members, record.places), "plain"), before: 2 },
      { ...paragraph(phrases.how(), "small"), before: 1 },
      { kind: "table", columns: columnsOf(record), lines: "form", rows: rowsOf(definition, record) },
      { ...paragraph("", "small") },
      { kind: "table", columns: [38, 42, 38, 42], lines: "form", rows: signatureRows(record) },
    ],
  };
}

const paragraph = (text: string, look: "title" | "small" | "plain") => ({ kind: "paragraph", text, look }) as const;

const columnsOf = ({ places }: PrintedRecord): number[] => [
  NUMBER_WIDTH,
  PAGE_WIDTH - NUMBER_WIDTH - MAX_WIDTH - FACTS_WIDTH - places * POINTS_WIDTH,
  MAX_WIDTH,
  ...Array.from({ length: places }, () => POINTS_WIDTH),
  FACTS_WIDTH,
];

const cell = (texts: readonly string[], align: "left" | "center" = "center"): WordCellSpec => ({
  ...{ texts: texts.length > 0 ? texts : [""], look: "small", align },
});
const label = (text: string): WordCellSpec => ({ texts: [text], look: "label", align: "center" });

/** Two a line. */
function signatureRows({ places }: PrintedRecord): WordRowSpec[] {
  const signed = phrases.signatures(places);
  return Array.from({ length: Math.ceil(signed.length / 2) }, (_, line) => ({
    whole: true,
    height: SIGNATURE_HEIGHT,
    cells: [signed[line * 2], signed[line * 2 + 1]].flatMap((one) => [label(one?.[0] ?? ""), cell([one?.[1] ?? ""])]),
  }));
}

function headRows(definition: Definition, record: PrintedRecord): WordRowSpec[] {
  const { name, district, address, enterprise, day, escort } = record;
  const labels = phrases.labels(nounsOf(definition));
  const rows = [
    [labels.name, name, labels.district, district],
    [labels.address, address, labels.enterprise, enterprise],
    [labels.day, day, labels.escort, escort],
  ];
  return rows.map(([one = "", first = "", other = "", second = ""]) => ({
    height: 8,
    cells: [label(one), cell([first], "left"), label(other), cell([second], "left")],
  }));
}

function rowsOf(definition: Definition, record: PrintedRecord): WordRowSpec[] {
  const { rubric } = definition;
  const annex = annexFor(definition, "requirements");
  const empty = Array.from({ length: record.places }, () => cell([]));
  return [
    {
      repeats: true,
      cells: phrases.columns(record.places).map((texts) => ({ ...cell(texts), look: "label" as const })),
    },
    ...rubric.sections.flatMap((section) => [
      sectionRow(section, record),
      ...section.criteria.map((row) => rowOf(row, record)),
    ]),
    {
      whole: true,
      height: 9,
      cells: [{ ...cell([phrases.total()]), span: 2 }, cell([String(rubric.totalPoints)]), ...empty, cell([])],
    },
    ...(annex
      ? [
          {
            whole: true as const,
            height: CLAUSES_HEIGHT,
            cells: [
              { ...cell([phrases.clauses(annex.name)], "left"), span: 2 },
              { ...cell([], "left"), span: record.places + 2 },
            ],
          },
        ]
      : []),
  ];
}

const sectionRow = (section: Section, { places }: PrintedRecord): WordRowSpec => ({
  whole: true,
  cells: [{ ...cell([phrases.section(section)], "left"), look: "label", span: places + 4 }],
});

const rowOf = ({ id, text, maxPoints, seenBy }: Criterion, { places }: PrintedRecord): WordRowSpec => ({
  whole: true,
  height: ROW_HEIGHT,
  cells: [
    cell([id]),
    cell([phrases.row(text, seenBy.includes("site"))], "left"),
    cell([String(maxPoints)]),
    ...Array.from({ length: places }, () => cell([])),
    cell([], "left"),
  ],
});
