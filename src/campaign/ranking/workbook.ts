import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { bonusMaximum } from "../definition/rubric-points.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { journalLines } from "../engine/journal-line.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { ScoredCompound } from "./ranking.ts";
import { basisWords, ladderWords, remarksOf } from "./reasons.ts";
import { listStatements } from "./summary.ts";
import { cityStandings, districtStandings, type Standing, statementWords } from "./views.ts";

/** What makes points final, by what a list of them shows: the districts', or the city's too. */
export const DISTRICTS_POINTS = ["review.locked"];
export const ALL_POINTS = [
  ...DISTRICTS_POINTS,
  "verification.locked",
  "verification.agreed",
  "verification.agreed-revoked",
];

export interface RankingFile {
  name: string;
  bytes: Buffer;
}

/**
 * 排名汇总 as a workbook: 名次 (ties kept), 地区, 小区, the sections with points, 总分, 备注.
 * @param own ids of the districts to include, ranked within each; default: all, ranked jointly
 */
export async function rankingWorkbook(
  context: Context,
  compounds: readonly ScoredCompound[],
  own?: readonly string[],
): Promise<RankingFile> {
  const { definition } = context.campaign;
  const { campaign } = definition;
  const nouns = nounsOf(definition);
  const { year, city, name } = campaign;
  const title = phrases.workbookTitle({ year: year.value, city: city.name, name }, nouns);
  const standings = own
    ? own.flatMap((id) => districtStandings(context, compounds, id))
    : cityStandings(context, compounds);
  const ladder = ladderWords(context);
  const isVerified = standings.some((one) => one.compound.districtTotal !== undefined);
  const bytes = await writeWorkbook({
    author: campaign.city.bureau,
    at: context.now,
    sheets: [
      {
        name: phrases.sheet(),
        titles: [title],
        columns: columnsOf(context, { own: own !== undefined, isVerified }),
        rows: standings.map((standing) => rowOf(context, standing, isVerified)),
        notes: [
          ...(own
            ? [phrases.ownFootnote(nouns), ladder]
            : [...basisWords(context, compounds), ladder, phrases.competing(nouns)]),
          ...(await listNotes(context, own)),
          ...(await journalLines(
            context,
            own ? DISTRICTS_POINTS : ALL_POINTS,
            standings.map(({ compound }) => compound.applicationId),
          )),
        ],
        paper: "landscape",
      },
    ],
  });
  return {
    name: phrases.fileName(title, own?.map((id) => districtName(context.campaign.definition, id)).join("、")),
    bytes,
  };
}

/** The rows of the joint workbook: equal where nothing has changed that it shows. */
export function rankingRows(context: Context, compounds: readonly ScoredCompound[]): CellValue[][] {
  const standings = cityStandings(context, compounds);
  const isVerified = standings.some((one) => one.compound.districtTotal !== undefined);
  return standings.map((standing) => rowOf(context, standing, isVerified));
}

/** What districts wrote beside their lists: 无推荐, lateness. @param own ids of the districts; default: all */
export const listNotes = async (context: Context, own?: readonly string[]): Promise<string[]> =>
  (await listStatements(context))
    .filter(({ district }) => own === undefined || own.includes(district))
    .map((one) => statementWords(context, one));

function columnsOf(
  { campaign: { definition } }: Context,
  { own, isVerified }: { own: boolean; isVerified: boolean },
): SheetColumn[] {
  const nouns = nounsOf(definition);
  const { rank, district, compound, reviewed, remarks } = phrases.columns(nouns);
  const { totalPoints } = definition.rubric;
  return [
    { header: own ? phrases.ownRank(nouns) : rank, width: 9, kind: "integer" },
    { header: district, width: 11, kind: "text" },
    { header: compound, width: 26, kind: "text" },
    ...pointSections(definition).map(
      ({ numeral, name, maxPoints }): SheetColumn => ({
        header: phrases.sectionHeader(numeral, name, maxPoints),
        width: 15,
        kind: "number",
      }),
    ),
    { header: phrases.totalHeader(totalPoints, bonusMaximum(definition.rubric)), width: 16, kind: "number" },
    ...(isVerified ? [{ header: reviewed, width: 10, kind: "number" as const }] : []),
    { header: remarks, width: 24, kind: "text" },
  ];
}

/** Without sections of knock-out rows only. */
const pointSections = ({ rubric }: Definition) => rubric.sections.filter(({ maxPoints }) => maxPoints > 0);

function rowOf(context: Context, { compound, place }: Standing, isVerified: boolean): CellValue[] {
  const { definition } = context.campaign;
  const sections = pointSections(definition).map(({ criteria, maxPoints }) =>
    Math.min(criteria.reduce((sum, { id }) => sum + (compound.points.get(id) ?? 0), 0) / HUNDREDTHS, maxPoints),
  );
  const { district, name, total } = compound;
  return [
    place?.rank ?? null,
    districtName(context.campaign.definition, district),
    name,
    ...sections,
    total / HUNDREDTHS,
    ...(isVerified ? [(compound.districtTotal ?? total) / HUNDREDTHS] : []),
    remarksOf(definition, compound),
  ];
}
