import { titleLines } from "../../platform/documents/word/title-lines.ts";
import type {
  WordBlockSpec,
  WordCellSpec,
  WordParagraphSpec,
  WordSectionSpec,
  WordTableSpec,
} from "../../platform/documents/word/word-spec.ts";
import { officialPhrases as phrases } from "./phrases.ts";
import type { OfficialAnnex, OfficialBlock, OfficialLayout } from "./template.ts";

const { common, place } = phrases;
/** A seal is set on name and date: the date ends four characters from the right (GB/T 9704-2012, 7.3.5.1). */
const FROM_RIGHT = 4;

/** Length of a text in characters; Latin letters and digits take half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/u.test(letter) ? 0.5 : 1), 0);

const paragraph = (text: string, look: WordParagraphSpec["look"] = "plain"): WordParagraphSpec => ({
  ...{ kind: "paragraph", text, look },
});
const blank = paragraph("");

/**
 * The document as a template, with its fields in places `{{name}}`. No red head and no seal; 文号, 签发人 and 成文日期 are
 * fields that stay blank until a person fills them in.
 */
export function sectionsOf(layout: OfficialLayout, signature: string): WordSectionSpec[] {
  const page = (blocks: readonly WordBlockSpec[]): WordSectionSpec => ({
    ...{ start: "nextPage", paper: "portrait" },
    blocks,
  });
  return [
    page([
      ...numberLine(layout.number),
      paragraph(place(common.title), "title"),
      blank,
      ...(layout.hasRecipient ? [paragraph(place(common.recipient))] : []),
      ...layout.body.slice(0, -1).flatMap(blocksOf),
      ...[
        ...layout.body.slice(-1).flatMap(blocksOf),
        ...(layout.hasAnnexes ? [blank, ...annexLines()] : []),
        blank,
        blank,
        ...signed(signature),
      ].map(keptTogether),
      ...phrases.repeated(phrases.lists.journal).map((text) => paragraph(text, "small")),
    ]),
    ...(layout.annexes ?? []).map((annex) => page(annexBlocks(annex))),
  ];
}

/** Name and date stand on no page of their own: the last words of the text go with them. */
const keptTogether = (block: WordBlockSpec, at: number, all: readonly WordBlockSpec[]): WordBlockSpec =>
  block.kind === "paragraph" && at < all.length - 1 ? { ...block, keepsWithNext: true } : block;

function numberLine(number: OfficialLayout["number"]): WordBlockSpec[] {
  if (number === undefined) return [];
  if (number === "centered") return [{ ...paragraph(place(common.number)), align: "center" }, blank];
  const line = `${place(common.number)}\t${place(common.signer)}`;
  return [{ ...paragraph(line), indent: { first: 1, right: 1 } }, blank];
}

/** 附件说明: two characters in, the following lines below the first one's name. */
const annexLines = (): WordBlockSpec[] =>
  phrases.repeated(phrases.lists.annexes).map((text) => ({ ...paragraph(text), indent: { first: 2, rest: 5 } }));

function signed(signature: string): WordBlockSpec[] {
  const date = widthOf(phrases.blankDate());
  const right = Math.max(0, FROM_RIGHT + (date - widthOf(signature)) / 2);
  return [
    { ...paragraph(place(common.signature)), align: "right", indent: { right } },
    { ...paragraph(place(common.date)), align: "right", indent: { right: FROM_RIGHT } },
  ];
}

const annexBlocks = ({ mark, title, body }: OfficialAnnex): WordBlockSpec[] => [
  paragraph(mark, "mark"),
  blank,
  paragraph(titleLines(title), "title"),
  blank,
  ...body.flatMap(blocksOf),
];

function blocksOf(block: OfficialBlock): WordBlockSpec[] {
  if ("heading" in block) return [{ ...paragraph(block.heading, "heading"), keepsWithNext: true }];
  if ("field" in block) return [paragraph(place(block.field), block.look ?? "body")];
  if ("list" in block) return phrases.repeated(block.list).map((text) => paragraph(text, "body"));
  return "rows" in block ? [tableOf(block)] : [paragraph("", "small"), formOf(block)];
}

const cell = (text: string, align: "left" | "center" = "center"): WordCellSpec => ({
  ...{ texts: [text], look: "small", align },
});
const label = (text: string): WordCellSpec => ({ texts: [text], look: "label", align: "center" });

function tableOf({ rows, columns }: Extract<OfficialBlock, { rows: string }>): WordTableSpec {
  const texts = columns.map(({ field }, at) => {
    if (columns.length === 1) return phrases.rowOnly(rows, field);
    if (at === 0) return phrases.rowStart(rows, field);
    return at === columns.length - 1 ? phrases.rowEnd(rows, field) : place(field);
  });
  return {
    ...{ kind: "table", lines: "form", columns: columns.map(({ width }) => width) },
    rows: [
      { repeats: true, whole: true, cells: columns.map((column) => label(column.label)) },
      { whole: true, height: 10, cells: texts.map((text, at) => cell(text, columns[at]?.align)) },
    ],
  };
}

/** Labels and empty cells in turn. */
const formOf = ({ form, widths }: Extract<OfficialBlock, { form: unknown }>): WordTableSpec => ({
  ...{ kind: "table", lines: "form", columns: widths },
  rows: form.map((labels) => ({
    whole: true,
    height: 12,
    cells: labels.flatMap((text) => [label(text), cell("")]),
  })),
});
