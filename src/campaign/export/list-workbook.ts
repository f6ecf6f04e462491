import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { shownCheckNumber } from "../application/check-number.ts";
import { applicationsOf } from "../application/store.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { annexFor, type Field, fieldFor } from "../definition/purposes.ts";
import { fullDayWords, templates } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { listWord } from "../ranking/list-word.ts";
import { listNotes } from "../ranking/workbook.ts";
import { listNumber } from "../recommendation/paper/list-number.ts";
import { listsInForce } from "../recommendation/store.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import type { Sections } from "../snapshot/snapshot.ts";
import { journalLine } from "./journal-line.ts";
import { onBehalfNotes } from "./on-behalf-notes.ts";
import { exportPhrases as phrases } from "./phrases.ts";

type Column = Definition["recommendationList"]["columns"][number];

export interface ExportedFile {
  name: string;
  bytes: Buffer;
}

/** A case as it stood when its list was reported. */
interface Line {
  /** The district's id. */
  district: string;
  answers: Application["answers"];
  /** 评价分数 in points; null until finalized. */
  score: number | null;
}

/** The recommended cases in the layout of the plan's annex. */
export interface ListSheet {
  title: string;
  /** 附件4 */
  mark: string | undefined;
  columns: readonly SheetColumn[];
  /** 序号 is a row number, not a rank. At least as many rows as the printed annex. */
  rows: readonly (readonly CellValue[])[];
  /** How many of them hold a case. */
  filled: number;
  /** Remarks on the columns; the plan has none, so they stand below the table. */
  rateNotes: readonly string[];
  /** Which reports are printed, with the check number of each. */
  reports: readonly PrintedReport[];
  /** What was entered for the districts by who is not of them, in sentences. */
  onBehalf: readonly string[];
  /** Head of the journal when it was printed, in words. */
  journal: string;
  /** Of the file's name: the districts, where they are not all. */
  part: string | undefined;
}

/** A district's list on the sheet. */
export interface PrintedReport {
  /** Name of the district. */
  district: string;
  version: number;
  /** 2023年9月13日 */
  on: string;
  /** 校验号 as printed. */
  number: string;
}

/** @throws {RefusalError} if none of the districts has a confirmed list */
export async function listSheet(context: Context, districts: readonly string[]): Promise<ListSheet> {
  const { definition } = context.campaign;
  const { campaign, recommendationList } = definition;
  const word = listWord(definition) ?? "";
  const printed = await printedLists(context, districts);
  const lines = printed.flatMap((one) => one.lines);
  const names = campaign.districts.filter(({ id }) => districts.includes(id)).map(({ name }) => name);
  const isWhole = names.length === campaign.districts.length;
  if (lines.length === 0) {
    const sentence = isWhole ? phrases.noLists(word, nounsOf(definition)) : phrases.noList(names.join("、"), word);
    throw new RefusalError("export.no-list", sentence);
  }
  const title = String(
    templates.parseAndRenderSync(recommendationList.title, { year: campaign.year.value, city: campaign.city.name }),
  );
  const { columns, printedRows } = recommendationList;
  const texts = await freeTexts(context, lines);
  const count = Math.max(lines.length, printedRows);
  const rows = Array.from({ length: count }, (_, at) =>
    columns.map((column) => cellOf(definition, column, { position: at + 1, line: lines[at], texts })),
  );
  return {
    title,
    mark: annexFor(definition, "list")?.name,
    columns: columns.map((column) => columnOf(definition, column)),
    rows,
    filled: lines.length,
    rateNotes: rateNotes(definition, lines),
    reports: printed.map(({ report }) => report),
    onBehalf: await onBehalfNotes(context, districts),
    journal: await journalLine(context, printed),
    part: isWhole ? undefined : names.join("、"),
  };
}

/** @throws {RefusalError} if none of the districts has a confirmed list */
export async function listWorkbook(context: Context, districts: readonly string[]): Promise<ExportedFile> {
  const { definition } = context.campaign;
  const sheetOf = await listSheet(context, districts);
  const { title, mark, columns, rows, rateNotes: rates, reports, onBehalf, part } = sheetOf;
  const notes = [
    ...rates,
    ...(await listNotes(context, part === undefined ? undefined : districts)),
    ...onBehalf,
    { seal: phrases.seal() },
    sheetOf.journal,
    phrases.checkNumbers(reports),
  ];
  const sheet = {
    name: listWord(definition) ?? "",
    titles: [title],
    columns,
    rows,
    notes,
    paper: "landscape" as const,
    rowsPerPage: definition.recommendationList.printedRows,
  };
  const bytes = await writeWorkbook({
    author: definition.campaign.city.bureau,
    at: context.now,
    sheets: [mark === undefined ? sheet : { ...sheet, mark }],
  });
  return { name: phrases.fileName(title, part), bytes };
}

/** The lists in force that have cases on them, as they are printed. */
interface PrintedList {
  report: PrintedReport;
  lines: Line[];
  /** Campaign time. */
  confirmedAt: Date;
}

async function printedLists(context: Context, districts: readonly string[]): Promise<PrintedList[]> {
  const { tx, campaign } = context;
  const lists = await listsInForce(tx, campaign.id);
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const taking = new Set(applications.map(({ id }) => id));
  const all: PrintedList[] = [];
  for (const list of ownOrAbove(campaign.definition, districts).flatMap((id) => lists.get(id) ?? [])) {
    const kept = await sectionsKept(context, list.items, list.confirmedAt);
    const lines = list.items.flatMap(({ applicationId }) => {
      const application = applications.find(({ id }) => id === applicationId);
      const sections = kept.get(applicationId);
      return application && sections ? [lineOf(application, sections)] : [];
    });
    if (lines.length === 0) continue;
    const report = {
      district: districtName(campaign.definition, list.district),
      version: list.version,
      on: fullDayWords(dayOf(list.confirmedAt)),
      number: shownCheckNumber(listNumber({ campaignId: campaign.id, list, taking })),
    };
    all.push({ report, lines, confirmedAt: list.confirmedAt });
  }
  return all;
}

function lineOf(application: Application, { identity, figures, points }: Sections): Line {
  const total = points?.content.total ?? null;
  return {
    district: identity?.content.district ?? application.district,
    // Snapshots leave references out.
    answers: { ...application.answers, ...identity?.content.answers, ...figures?.content.answers },
    score: total === null ? null : total / HUNDREDTHS,
  };
}

/** Ids of the districts with lists to merge. A district replaces the districts below it. */
const ownOrAbove = ({ campaign }: Definition, districts: readonly string[]): readonly string[] =>
  campaign.districts
    .filter(({ id, within }) => districts.includes(id) && (within === undefined || !districts.includes(within)))
    .map(({ id }) => id);

/** Which figure stands in 交付率或入住率; the plan has one column for both, and no column for remarks. */
function rateNotes(definition: Definition, lines: readonly Line[]): string[] {
  const { columns } = definition.recommendationList;
  const sources = columns.flatMap(({ label, from }) => (from.kind === "field" ? [{ label, from }] : []));
  const found = sources.flatMap(({ label, from }) => {
    const form = definition.forms.find(({ id }) => id === from.form);
    const [kind, rate] = form ? [fieldFor(form, "rateKind"), fieldFor(form, "rate")] : [];
    return kind && rate?.key === from.field ? [{ label, kind, rate }] : [];
  });
  return found.flatMap(({ label, kind, rate }) => {
    const parts = namedRates(lines, kind, rate);
    return parts.length > 0 ? [phrases.rateNote(label, parts)] : [];
  });
}

function namedRates(lines: readonly Line[], kind: Field, rate: Field): string[] {
  const kinds = lines.map(({ answers }, at) => ({
    place: at + 1,
    kind:
      answers[rate.key] === undefined
        ? undefined
        : (kind.options.find(({ value }) => value === answers[kind.key])?.text ?? ""),
  }));
  const given = kinds.filter((one): one is { place: number; kind: string } => one.kind !== undefined);
  return [...Map.groupBy(given, (one) => one.kind)].map(([name, ones]) =>
    phrases.rateIs(
      ones.map(({ place }) => place),
      name,
    ),
  );
}

/** Free texts by reference id. Never reads personal values. */
function freeTexts({ campaign, personal }: Context, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const { definition } = campaign;
  const sources = definition.recommendationList.columns.flatMap(({ from }) => (from.kind === "field" ? [from] : []));
  const answers = lines.flatMap((line) =>
    sources.flatMap((from) => {
      const field = fieldOf(definition, from, line);
      return field && !field.personal ? [line.answers[field.key]] : [];
    }),
  );
  return personal.read(answers.filter(isPersonalRef));
}

function cellOf(
  definition: Definition,
  { from }: Column,
  { position, line, texts }: { position: number; line: Line | undefined; texts: ReadonlyMap<string, string> },
): CellValue {
  if (from.kind === "position") return position;
  if (!line) return null;
  const { district, answers, score } = line;
  switch (from.kind) {
    case "district":
      return definition.campaign.districts.find(({ id }) => id === district)?.name ?? null;
    case "evaluationScore":
      return score;
    case "field":
      return fieldCell(fieldOf(definition, from, line), answers, texts);
  }
}

type FieldSource = Extract<Column["from"], { kind: "field" }>;

/** A case whose name on the list was left open stands there by its own. */
function fieldOf({ forms }: Definition, from: FieldSource, line?: Line): Field | undefined {
  const form = forms.find(({ id }) => id === from.form);
  const field = form?.fields.find(({ key }) => key === from.field);
  const isOpen = field?.purpose === "projectName" && line && line.answers[field.key] === undefined;
  return isOpen && form ? fieldFor(form, "name") : field;
}

/** Cell value of an answer; null for personal values, because the file leaves the system. */
function fieldCell(
  field: Field | undefined,
  answers: Application["answers"],
  texts: ReadonlyMap<string, string>,
): CellValue {
  const answer = field && answers[field.key];
  if (!field || field.personal || answer === undefined) return null;
  if (isPersonalRef(answer)) return texts.get(answer.personal) ?? null;
  if (field.kind === "percent") return Number(answer);
  return field.options.find(({ value }) => value === answer)?.text ?? String(answer);
}

const WIDTHS: Record<Column["from"]["kind"], number> = { position: 7, district: 11, evaluationScore: 11, field: 21 };
/** The plan's heading of a rate stays in one line, letter for letter. */
const FIGURE_WIDTH = 23;

function columnOf(definition: Definition, { label, from }: Column): SheetColumn {
  const kind = kindOf(definition, from);
  return { header: label, width: from.kind === "field" && kind === "number" ? FIGURE_WIDTH : WIDTHS[from.kind], kind };
}

function kindOf(definition: Definition, from: Column["from"]): SheetColumn["kind"] {
  switch (from.kind) {
    case "position":
      return "integer";
    case "district":
      return "text";
    case "evaluationScore":
      return "number";
    case "field":
      return fieldOf(definition, from)?.kind === "percent" ? "number" : "text";
  }
}
