import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import { fullDayWords, fullMomentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { keepWords } from "../phrases.ts";
import { type Edition, JOURNAL } from "../proof/manifest.ts";
import { editionWords } from "../proof/phrases.ts";
import type { Keep } from "../rules.ts";
import { type Compared, verdictOn } from "./comparison.ts";
import { guidePage } from "./guide.ts";
import { escaped, heading, lines, link, list, note, page, paragraph, tableOf } from "./page.ts";
import { PERSONAL } from "./personal-files.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import { document, type Item, type Piece, text } from "./piece.ts";

export interface IndexOf {
  edition: Edition;
  number: number;
  keep: Keep;
  items: readonly Item[];
  gaps: readonly string[];
  compared: readonly Compared[];
  /** Whether its documents are there as PDF too. */
  hasPdf: boolean;
  /** Paths in the archive: what a line of the index leads to. */
  paths: readonly string[];
  journal: { entries: number; head: string };
}

const WIDTHS = [6, 10, 12, 18, 40, 12, 8, 8, 40];
/** Column of 页数. */
const PAGES = 7;

/** 归档文件目录, as a workbook and as the page that the archive is opened with. */
export async function indexPieces({ campaign, now }: PersonContext, index: IndexOf): Promise<Piece[]> {
  const { title, year, city } = campaign.definition.campaign;
  const whole = phrases.title(title, year.value, editionWords[index.edition]);
  const bytes = await writeWorkbook({
    author: city.bureau,
    at: now,
    sheets: [
      {
        name: phrases.index(),
        titles: [phrases.index(), whole, phrases.keep(keepWords(index.keep))],
        columns: phrases
          .indexColumns()
          .map((header, at) => ({ header, width: WIDTHS[at] ?? 10, kind: at === PAGES ? "integer" : "text" })),
        rows: index.items.map(({ title: of, responsible, on, path, note: remark, pages }, at) => [
          ...[String(at + 1), "", "", responsible, of, on ? fullDayWords(on) : "", "", pages ?? null],
          remark === undefined ? path : `${remark}；${path}`,
        ]),
        notes: [phrases.indexNote(), ...(index.hasPdf ? [phrases.pagesNote()] : [phrases.noPdf()])],
        paper: "landscape",
      },
    ],
  });
  const front = { title: whole, at: fullMomentWords(now), howTo: phrases.howToLines(nounsOf(campaign.definition)) };
  const guide = text(phrases.guideFile(), guidePage(index.edition));
  return [document(phrases.indexFile(), bytes), guide, text("index.html", indexPage(front, index))];
}

/** A document that stands for itself has its PDF beside it. */
const isInside = (one: string, path: string): boolean =>
  one === path || one.startsWith(`${path}/`) || one === path.replace(/\.(?:docx|xlsx)$/u, ".pdf");

function indexPage(
  { title, at, howTo }: { title: string; at: string; howTo: readonly string[] },
  index: IndexOf,
): string {
  const isFiled = index.compared.some(({ system, papers }) => system !== undefined && papers.length > 0);
  const differing = index.compared.filter((one) => verdictOn(one) === "differs");
  const rows = index.items.map(({ title: of, responsible, on, path, note: remark }, number) => {
    const inside = index.paths.filter((one) => isInside(one, path));
    const links = inside.map((one) =>
      link(one, one.startsWith(`${path}/`) ? one.slice(path.length + 1) : one.slice(one.lastIndexOf("/") + 1)),
    );
    return [
      ...[String(number + 1), escaped(responsible), lines(remark === undefined ? of : `${of}\n${remark}`)],
      escaped(on ? fullDayWords(on) : ""),
      links.join("<br>"),
    ];
  });
  const [number = "", , , responsible = "", of = "", on = "", , , path = ""] = phrases.indexColumns();
  return page(title, [
    paragraph(phrases.madeAt(at, index.number)),
    paragraph(phrases.keep(keepWords(index.keep))),
    note(index.edition === "use" ? phrases.useEdition() : phrases.fullEdition()),
    heading(phrases.howTo()),
    list(howTo),
    heading(phrases.differences()),
    differing.length === 0
      ? paragraph(isFiled ? phrases.noDifferences() : phrases.nothingFiled())
      : list(differing.map((one) => `${one.title}：${phrases.version(one.system)}；${phrases.copies(one)}`)),
    heading(phrases.gaps()),
    index.gaps.length === 0 ? paragraph(phrases.noGaps()) : list(index.gaps),
    ...(index.hasPdf ? [] : [paragraph(phrases.noPdf())]),
    heading(phrases.folderTitle()),
    tableOf(phrases.folderColumns(), folderRows(index.paths)),
    heading(phrases.contents()),
    tableOf([number, responsible, of, on, path], rows),
    heading(phrases.proof()),
    paragraph(phrases.proofLead(index.journal.head, index.journal.entries)),
    `<p>${link(phrases.guideFile(), phrases.guideTitle())}</p>`,
  ]);
}

/** Each folder with how many files are in it, or that nothing of its kind is there. */
const folderRows = (paths: readonly string[]): string[][] =>
  [...Object.values(phrases.folders), JOURNAL.slice(0, -1), PERSONAL.slice(0, -1)].map((folder) => {
    const count = paths.filter((path) => path.startsWith(`${folder}/`)).length;
    return [escaped(folder), escaped(phrases.folderHolds(folder)), escaped(phrases.folderCount(count))];
  });
