import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import type { OfficialTemplate } from "../official-document/template.ts";
import { type OfficialText, officialDocument } from "../official-document/write.ts";
import { supportPhrases } from "../support/phrases.ts";
import { isOpen } from "../support/support.ts";
import type { ReportState } from "../work-report/contents/state.ts";
import { asksPromotion, partsOfReport } from "../work-report/rules.ts";
import type { DistrictSummary } from "./gather.ts";
import { summaryPhrases as phrases } from "./phrases.ts";

const { fields } = phrases;
/** In millimetres; together a line of an official document. */
const WIDTHS = [20, 20, 20, 14, 16, 24, 20, 22];

/** 全市总结: figures, the reports part by part in the plan's words, 典型案例 and open support. Without 文号 and 主送. */
export const citySummary: OfficialTemplate = {
  name: phrases.template(),
  layout: (nouns, definition) => ({
    body: [
      { field: fields.lead },
      {
        rows: fields.rows,
        columns: Object.values(fields.cells).map((field, at) => ({
          ...{ field, label: phrases.columns(nouns)[at] ?? field, width: WIDTHS[at] ?? 0 },
        })),
      },
      ...sectionsOf(definition).flatMap(({ name, list }, at) => [{ heading: phrases.numbered(at, name) }, { list }]),
    ],
  }),
};

/** What stands under headings of its own: its name, and the list that fills it. */
const sectionsOf = (definition: Definition): { name: string; list: string }[] => [
  ...partsOfReport(definition).map((name) => ({ name, list: name })),
  ...(asksPromotion(definition)
    ? [
        { name: phrases.promotion(), list: fields.promotion },
        { name: phrases.caseStudies(), list: fields.caseStudies },
      ]
    : []),
  { name: phrases.supportHeading(), list: fields.support },
];

export const summaryDocument = async (context: Context, districts: readonly DistrictSummary[]): Promise<Buffer> =>
  officialDocument(context, citySummary, {
    ...summaryText(context.campaign.definition, districts),
    journal: await journalLines(context, ["work-report.%"]),
  });

/** What the summary says; whoever did not report is named once. */
export function summaryText(definition: Definition, districts: readonly DistrictSummary[]): OfficialText {
  const { planTitle } = definition.campaign;
  const missing = districts.filter(({ report }) => report === undefined).map(({ count }) => count.name);
  const of = nounsOf(definition).districts(districts.length);
  const parts = partsOfReport(definition).map((name) => [name, partLines(districts, (state) => partOf(state, name))]);
  return {
    title: phrases.heading(planTitle),
    values: {
      ...Object.fromEntries(parts),
      [fields.lead]: phrases.lead(planTitle, districts.length - missing.length, of, missing),
      [fields.rows]: figureRows(districts),
      [fields.promotion]: partLines(districts, ({ promotion }) => promotion),
      [fields.caseStudies]: caseStudyLines(districts),
      [fields.support]: supportLines(districts),
    },
  };
}

function figureRows(districts: readonly DistrictSummary[]): Record<string, string>[] {
  const sum = (of: (one: DistrictSummary) => number): string =>
    String(districts.reduce((total, one) => total + of(one), 0));
  const isPublished = districts.some(({ selected }) => selected !== undefined);
  const open = (one: DistrictSummary): number => one.support.filter(isOpen).length;
  const all = districts.flatMap(({ support }) => support);
  return [
    ...districts.map((one) => {
      const { count, listed, selected, report, caseStudies, support } = one;
      return row([
        ...[count.name, String(count.applied), String(count.finalized), String(listed)],
        selected === undefined ? phrases.unpublished() : String(selected),
        report ? phrases.report(report.version, report.late, report.returned !== undefined) : phrases.notIn(),
        ...[String(caseStudies.length), phrases.support(support.length, open(one))],
      ]);
    }),
    row([
      ...[phrases.total(), sum(({ count }) => count.applied), sum(({ count }) => count.finalized)],
      sum(({ listed }) => listed),
      isPublished ? sum(({ selected = 0 }) => selected) : phrases.unpublished(),
      sum(({ report }) => (report ? 1 : 0)),
      sum(({ caseStudies }) => caseStudies.length),
      phrases.support(all.length, all.filter(isOpen).length),
    ]),
  ];
}

const row = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.values(fields.cells).map((cell, at) => [cell, texts[at] ?? ""]));

/** What counts as written of a part. */
const partOf = ({ parts }: ReportState, name: string): string | undefined =>
  parts.find((one) => one.name === name && (one.state === "written" || one.state === "beside"))?.text;

/** What the districts wrote, one after the other; below it who wrote nothing, or in a file that cannot be read. */
function partLines(
  districts: readonly DistrictSummary[],
  textOf: (state: ReportState) => string | undefined,
): readonly string[] {
  const reported = districts.flatMap(({ count, state }) =>
    state ? [{ name: count.name, isRead: isRead(state), text: textOf(state) }] : [],
  );
  if (reported.length === 0) return [phrases.noReports()];
  const without = reported.filter(({ text }) => text === undefined);
  const named = (isWanted: boolean) => without.filter(({ isRead }) => isRead === isWanted).map(({ name }) => name);
  return [
    ...reported.flatMap(({ name, text }) => (text === undefined ? [] : linesOf(name, text))),
    ...[named(true)].filter((names) => names.length > 0).map(phrases.notWritten),
    ...[named(false)].filter((names) => names.length > 0).map(phrases.unread),
  ];
}

const isRead = ({ parts }: ReportState): boolean => parts.every(({ state }) => state !== "unread");

function caseStudyLines(districts: readonly DistrictSummary[]): string[] {
  const lines = districts.flatMap(({ count, caseStudies }) =>
    caseStudies.flatMap(({ name, text }) =>
      text === undefined
        ? [phrases.caseStudyFile(count.name, name ?? "")]
        : linesOf(name === undefined ? count.name : `${count.name}《${name}》`, text),
    ),
  );
  return lines.length === 0 ? [phrases.noCaseStudies()] : lines;
}

function supportLines(districts: readonly DistrictSummary[]): string[] {
  const open = districts.flatMap(({ count, support }) =>
    support
      .filter(isOpen)
      .map(
        ({ about, content, state, answer }) =>
          `${count.name}　${supportPhrases.summaryLine(about, content, supportPhrases.states[state], answer)}`,
      ),
  );
  return open.length === 0 ? [phrases.noSupport()] : open;
}

/** The district's name stands before its words; each of their lines is a paragraph. */
function linesOf(name: string, text: string): string[] {
  const [first = "", ...more] = text.split("\n").filter((line) => line.trim() !== "");
  return [phrases.written(name, first.trim()), ...more.map((line) => line.trim())];
}
