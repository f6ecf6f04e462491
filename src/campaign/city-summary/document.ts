import { titleLines } from "../../platform/documents/word/title-lines.ts";
import type { WordBlockSpec, WordCellSpec, WordRowSpec } from "../../platform/documents/word/word-spec.ts";
import { writeWord } from "../../platform/documents/word/write-word.ts";
import { momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { supportPhrases } from "../support/phrases.ts";
import { isOpen } from "../support/support.ts";
import { asksPromotion, partsOfReport } from "../work-report/rules.ts";
import type { DistrictSummary } from "./gather.ts";
import { summaryPhrases as phrases } from "./phrases.ts";

/** Widths in millimetres; together a portrait page. */
const COLUMNS = [19, 22, 22, 13, 13, 25, 22, 24];

/** The city's summary as a draft in Word: figures, the reports part by part, 典型案例 and open support. */
export function summaryDocument(
  context: Pick<Context, "campaign" | "now">,
  districts: readonly DistrictSummary[],
): Promise<Buffer> {
  const { definition } = context.campaign;
  const { planTitle, city } = definition.campaign;
  const nouns = nounsOf(definition);
  const reported = districts.filter(({ report }) => report !== undefined).length;
  const parts = partsOfReport(definition);
  const sections = [
    ...parts.map((name) => ({ name, blocks: partBlocks(districts, name) })),
    ...(asksPromotion(definition)
      ? [
          { name: phrases.promotion(), blocks: promotionBlocks(districts) },
          { name: phrases.caseStudies(), blocks: caseStudyBlocks(districts) },
        ]
      : []),
    { name: phrases.supportHeading(), blocks: supportBlocks(districts) },
  ];
  return writeWord({
    author: city.bureau,
    at: context.now,
    sections: [
      {
        ...{ start: "nextPage", paper: "portrait" },
        footer: { lines: [phrases.madeTitle()], numbered: true },
        blocks: [
          { kind: "paragraph", text: phrases.draft(momentWords(context.now)), look: "small" },
          { kind: "paragraph", text: titleLines(phrases.heading(planTitle)), look: "title", before: 6 },
          body(phrases.lead(planTitle, reported, nouns.districts(districts.length))),
          { kind: "paragraph", text: phrases.figures(), look: "heading", before: 4 },
          {
            ...{ kind: "table", columns: COLUMNS, lines: "form" },
            rows: figureRows(districts, phrases.columns(nouns)),
          },
          ...sections.flatMap(({ name, blocks }, at): WordBlockSpec[] => [
            { kind: "paragraph", text: phrases.numbered(at, name), look: "heading", before: 4 },
            ...blocks,
          ]),
        ],
      },
    ],
  });
}

function figureRows(districts: readonly DistrictSummary[], columns: readonly string[]): WordRowSpec[] {
  const sum = (of: (one: DistrictSummary) => number): string =>
    String(districts.reduce((total, one) => total + of(one), 0));
  const isPublished = districts.some(({ selected }) => selected !== undefined);
  const open = (one: DistrictSummary): number => one.support.filter(isOpen).length;
  const all = districts.flatMap(({ support }) => support);
  return [
    { repeats: true, whole: true, cells: columns.map((text) => cell(text, "label")) },
    ...districts.map((one): WordRowSpec => {
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

const row = (texts: readonly string[]): WordRowSpec => ({
  whole: true,
  cells: texts.map((text) => cell(text, "small")),
});
const cell = (text: string, look: "label" | "small"): WordCellSpec => ({ texts: [text], look, align: "center" });

function partBlocks(districts: readonly DistrictSummary[], name: string): WordBlockSpec[] {
  return districts.flatMap(({ count, report, state }) => {
    if (!report || !state) return [body(phrases.missing(count.name))];
    const part = state.parts.find((one) => one.name === name);
    if (part?.state === "unread" && report.content.kind === "file")
      return [body(phrases.unread(count.name, report.content.name))];
    if (!part || (part.state !== "written" && part.state !== "beside")) return [body(phrases.notWritten(count.name))];
    return named(count.name, part.text);
  });
}

function promotionBlocks(districts: readonly DistrictSummary[]): WordBlockSpec[] {
  return districts.flatMap(({ count, state }) => {
    if (!state) return [body(phrases.missing(count.name))];
    return state.promotion === undefined ? [body(phrases.notWritten(count.name))] : named(count.name, state.promotion);
  });
}

function caseStudyBlocks(districts: readonly DistrictSummary[]): WordBlockSpec[] {
  const blocks = districts.flatMap(({ count, caseStudies }) =>
    caseStudies.flatMap(({ name, text }) =>
      text === undefined
        ? [body(phrases.caseStudyFile(count.name, name ?? ""))]
        : named(name === undefined ? count.name : `${count.name}《${name}》`, text),
    ),
  );
  return blocks.length === 0 ? [body(phrases.noCaseStudies())] : blocks;
}

function supportBlocks(districts: readonly DistrictSummary[]): WordBlockSpec[] {
  const open = districts.flatMap(({ count, support }) =>
    support
      .filter(isOpen)
      .map(({ about, content, state, answer }) =>
        body(`${count.name}　${supportPhrases.summaryLine(about, content, supportPhrases.states[state], answer)}`),
      ),
  );
  return open.length === 0 ? [body(phrases.noSupport())] : open;
}

/** The district's name stands before its words; each of their lines is a paragraph. */
function named(name: string, text: string): WordBlockSpec[] {
  const [first = "", ...more] = text.split("\n").filter((line) => line.trim() !== "");
  return [body(`${name}：${first.trim()}`), ...more.map((line) => body(line.trim()))];
}

const body = (text: string): WordBlockSpec => ({ kind: "paragraph", text, look: "body" });
