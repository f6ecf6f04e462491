import type {
  WordBlockSpec,
  WordCellSpec,
  WordRowSpec,
  WordSectionSpec,
  WordSpec,
} from "../../platform/documents/word/word-spec.ts";
import type { Definition } from "../definition/definition.ts";
import { annexFor, type Field, type Form } from "../definition/purposes.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";

/** In millimetres: label, answer, label of the number, number. */
const COLUMNS = [34, 46, 20, 60];
const ROW_HEIGHT = 9.5;
/** Together with the rows above it, the statement fills the first page of the table. */
const STATEMENT_HEIGHT = 165;
/** Five boxes and the remarks fill the second. */
const OPINION_HEIGHT = 38;
const REMARKS_HEIGHT = 18;
const TABLE_TITLE = /^(.+?)([\p{Script=Han}]{3})$/u;

/** Place of a value in the template: {{小区名称}}. */
export const place = (name: string): string => `{{${name}}}`;

/** Place of a field's label, which may follow the kind of owners' body. */
export const labelPlace = (label: string): string => phrases.labelPlace(label);

/**
 * The printed form as a template: cover, table, attached page, and a page for what the form itself does not ask. Labels
 * and order are the definition's; widths, heights and fonts are ours.
 */
export function formTemplate(definition: Definition, form: Form, at: Date): WordSpec {
  const { campaign } = definition;
  const footer: WordSectionSpec["footer"] = {
    lines: [place(phrases.places.footer)],
    picture: place(phrases.places.qr),
    numbered: true,
  };
  const section = (blocks: readonly WordBlockSpec[]): WordSectionSpec => ({
    start: "oddPage",
    paper: "portrait",
    blocks,
    footer,
  });
  return {
    author: campaign.city.bureau,
    at,
    sections: [
      { ...section(coverOf(definition, form)), countsFrom1: true },
      section(tableOf(form)),
      section(attachedPage()),
      section(supplement(definition, form)),
    ],
  };
}

function coverOf(definition: Definition, form: Form): WordBlockSpec[] {
  const annex = annexFor(definition, "form");
  const [, title = form.title, last = ""] = TABLE_TITLE.exec(form.title) ?? [];
  const lines = form.paper?.cover ?? [];
  return [
    ...(annex ? [paragraph(annex.name, "mark")] : []),
    { ...paragraph(title, "title"), before: 38 },
    ...[...last].map((sign): WordBlockSpec => ({ ...paragraph(sign, "title"), before: 12 })),
    { ...paragraph("", "plain"), before: 30 },
    ...(lines.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [34, 90],
            lines: "cover" as const,
            rows: lines.map((key): WordRowSpec => {
              const field = fieldOf(form, key);
              return { height: 13, cells: [cell(`${field.label}：`, "label"), cell(place(field.label), "value")] };
            }),
          },
        ]),
  ];
}

function tableOf(form: Form): WordBlockSpec[] {
  const { rows, after } = form.paper ?? { rows: printedRows(form), after: [] };
  return [
    {
      kind: "table",
      columns: COLUMNS,
      lines: "form",
      rows: [
        ...rows.map((keys) => fieldRow(form, keys)),
        ...form.opinions.map(
          ({ label }): WordRowSpec => ({
            height: OPINION_HEIGHT,
            whole: true,
            cells: [cell(place(labelPlace(label)), "label"), { ...cell(place(label), "value"), span: 3 }],
          }),
        ),
        ...after.map((keys) => ({ ...fieldRow(form, keys), height: REMARKS_HEIGHT })),
      ],
    },
    ...(form.copies ? [{ ...paragraph(form.copies.text, "small"), align: "right" as const, before: 2 }] : []),
  ];
}

/** Of forms without a printed layout: the plan's fields, a row each, with the number beside the name. */
function printedRows(form: Form): string[][] {
  const rows: string[][] = [];
  for (const { key, printed } of form.fields.filter(({ mark }) => mark === "plan")) {
    const last = rows.at(-1);
    if (printed !== undefined && last?.length === 1) last.push(key);
    else rows.push([key]);
  }
  return rows;
}

function fieldRow(form: Form, keys: readonly string[]): WordRowSpec {
  const [first, second] = keys.map((key) => fieldOf(form, key));
  if (!first) return { cells: [] };
  const label = cell(place(labelPlace(first.label)), "label");
  if (second) {
    const beside = cell(second.printed ?? second.label, "label");
    return {
      height: ROW_HEIGHT,
      cells: [label, cell(place(first.label), "value"), beside, cell(place(second.label), "value")],
    };
  }
  if (first.kind !== "longText") {
    return { height: ROW_HEIGHT, cells: [label, { ...cell(place(first.label), "value"), span: 3 }] };
  }
  const hint = first.quote?.startsWith("（") ? [first.quote] : [];
  const texts = [...hint, place(first.label)];
  return {
    height: STATEMENT_HEIGHT,
    cells: [label, { texts, look: "text", span: 3, vertical: "top" }],
  };
}

const attachedPage = (): WordBlockSpec[] => [
  paragraph(phrases.attachedPage(), "title"),
  { kind: "paragraph", text: place(phrases.places.attached), look: "body" },
];

/** What the bureau asks besides the form, so that one file says everything; it is not sealed. */
function supplement(definition: Definition, form: Form): WordBlockSpec[] {
  const printed = new Set([
    ...(form.paper?.cover ?? []),
    ...(form.paper?.rows ?? printedRows(form)).flat(),
    ...(form.paper?.after ?? []).flat(),
  ]);
  const others = form.fields.filter(({ key }) => !printed.has(key));
  return [
    paragraph(phrases.supplementTitle(), "title"),
    paragraph(`${phrases.supplementNote(formName(definition, form))}${place(phrases.places.supplement)}`, "small"),
    ...(others.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [50, 110],
            lines: "form" as const,
            rows: others.map(
              (field): WordRowSpec => ({
                height: 12,
                cells: [cell(field.label, "label"), cell(place(field.label), "value")],
              }),
            ),
          },
        ]),
  ];
}

/** 附件3, or the form's title where the plan has no annexes. */
export const formName = (definition: Definition, form: Form): string =>
  annexFor(definition, "form")?.name ?? `《${form.title}》`;

const paragraph = (
  text: string,
  look: "mark" | "title" | "plain" | "small",
): Extract<WordBlockSpec, { kind: "paragraph" }> => ({
  kind: "paragraph",
  text,
  look,
});

const cell = (text: string, look: WordCellSpec["look"]): WordCellSpec => ({ texts: [text], look });

function fieldOf(form: Form, key: string): Field {
  const field = form.fields.find((one) => one.key === key);
  if (!field) throw new Error(`form ${form.id} prints an unknown field ${key}`);
  return field;
}
