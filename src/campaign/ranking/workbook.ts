import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import type { Context } from "../engine/context.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { ScoredCompound } from "./ranking.ts";
import { inOrder, ladderOf, placesOf } from "./rules.ts";
import { basisWords, cityStandings, districtName, remarksOf, type Standing } from "./views.ts";

export interface RankingFile {
  name: string;
  bytes: Buffer;
}

/**
 * 排名汇总 as a workbook: 名次 (equal ones kept), 地区, 小区, the four sections, 总分, 备注.
 * @param own only these districts, with the places within each; left out: all
 */
export async function rankingWorkbook(
  context: Context,
  compounds: readonly ScoredCompound[],
  own?: readonly string[],
): Promise<RankingFile> {
  const { campaign } = context.campaign.definition;
  const title = phrases.workbookTitle(campaign.year.value, campaign.city.name, campaign.name);
  const standings = own
    ? own.flatMap((id) => districtStandings(context, compounds, id))
    : cityStandings(context, compounds);
  const ladder = phrases.ladder(ladderOf(context.campaign.definition, context.rulings));
  const bytes = await writeWorkbook({
    author: campaign.city.bureau,
    at: context.now,
    sheets: [
      {
        name: phrases.sheet(),
        titles: [title],
        columns: columnsOf(context, own !== undefined),
        rows: standings.map((standing) => rowOf(context, standing)),
        notes: own ? [phrases.ownFootnote(), ladder] : [basisWords(context), ladder, phrases.competing()],
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(title, own?.map((id) => districtName(context, id)).join("、")), bytes };
}

function districtStandings(context: Context, compounds: readonly ScoredCompound[], id: string): Standing[] {
  const ladder = ladderOf(context.campaign.definition, context.rulings);
  const mine = compounds.filter(({ district }) => district === id);
  const places = placesOf(mine, ladder);
  return inOrder(mine, ladder).map((compound) => ({ compound, place: places.get(compound.applicationId) }));
}

function columnsOf({ campaign: { definition } }: Context, own: boolean): SheetColumn[] {
  const { rank, district, compound, remarks } = phrases.columns;
  const { sections, totalPoints } = definition.rubric;
  return [
    { header: own ? phrases.ownColumns.rank : rank, width: 9, kind: "integer" },
    { header: district, width: 11, kind: "text" },
    { header: compound, width: 26, kind: "text" },
    ...sections.map(
      ({ name, maxPoints }, at): SheetColumn => ({
        header: phrases.sectionHeader(at, name, maxPoints),
        width: 15,
        kind: "decimal2",
      }),
    ),
    { header: phrases.totalHeader(totalPoints), width: 12, kind: "decimal2" },
    { header: remarks, width: 24, kind: "text" },
  ];
}

function rowOf(context: Context, { compound, place }: Standing): CellValue[] {
  const sections = context.campaign.definition.rubric.sections.map(
    ({ criteria }) => criteria.reduce((sum, { id }) => sum + (compound.points.get(id) ?? 0), 0) / HUNDREDTHS,
  );
  const { district, name, total } = compound;
  return [
    place?.rank ?? null,
    districtName(context, district),
    name,
    ...sections,
    total / HUNDREDTHS,
    remarksOf(compound),
  ];
}
