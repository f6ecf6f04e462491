import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue, SheetColumn } from "../../platform/documents/workbook-spec.ts";
import type { Turn } from "../engine/feature.ts";
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
  turn: Turn,
  compounds: readonly ScoredCompound[],
  own?: readonly string[],
): Promise<RankingFile> {
  const { campaign } = turn.campaign.definition;
  const title = phrases.workbookTitle(campaign.year.value, campaign.city.name, campaign.name);
  const standings = own ? own.flatMap((id) => districtStandings(turn, compounds, id)) : cityStandings(turn, compounds);
  const ladder = phrases.ladder(ladderOf(turn.campaign.definition, turn.rulings));
  const bytes = await writeWorkbook({
    author: campaign.city.bureau,
    at: turn.now,
    sheets: [
      {
        name: phrases.sheet(),
        titles: [title],
        columns: columnsOf(turn, own !== undefined),
        rows: standings.map((standing) => rowOf(turn, standing)),
        notes: own ? [phrases.ownFootnote(), ladder] : [basisWords(turn), ladder, phrases.competing()],
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(title, own?.map((id) => districtName(turn, id)).join("、")), bytes };
}

function districtStandings(turn: Turn, compounds: readonly ScoredCompound[], id: string): Standing[] {
  const ladder = ladderOf(turn.campaign.definition, turn.rulings);
  const mine = compounds.filter(({ district }) => district === id);
  const places = placesOf(mine, ladder);
  return inOrder(mine, ladder).map((compound) => ({ compound, place: places.get(compound.applicationId) }));
}

function columnsOf({ campaign: { definition } }: Turn, own: boolean): SheetColumn[] {
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

function rowOf(turn: Turn, { compound, place }: Standing): CellValue[] {
  const sections = turn.campaign.definition.rubric.sections.map(
    ({ criteria }) => criteria.reduce((sum, { id }) => sum + (compound.points.get(id) ?? 0), 0) / 100,
  );
  const { district, name, total } = compound;
  return [place?.rank ?? null, districtName(turn, district), name, ...sections, total / 100, remarksOf(compound)];
}
