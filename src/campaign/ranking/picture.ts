import { drawInWorker } from "../../platform/documents/picture/draw-in-worker.ts";
import { titleLines } from "../../platform/documents/word/title-lines.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { districtName } from "../definition/districts.ts";
import { fullDayWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { ScoredCompound } from "./ranking.ts";
import { basisWords, remarksOf } from "./reasons.ts";
import { cityStandings } from "./views.ts";
import type { RankingFile } from "./workbook.ts";

const WIDTH = 1_080;
/** Shares of the width: 名次, 地区, 小区, 总分, 备注. */
const COLUMNS = [12, 18, 32, 14, 34];

/** 排名汇总 as a picture to be read on a phone; undefined where none can be drawn. */
export async function rankingPicture(
  context: Context,
  compounds: readonly ScoredCompound[],
): Promise<RankingFile | undefined> {
  const { definition } = context.campaign;
  const { year, city, name } = definition.campaign;
  const nouns = nounsOf(definition);
  const title = phrases.workbookTitle({ year: year.value, city: city.name, name }, nouns);
  const { rank, district, compound, total, remarks } = phrases.columns(nouns);
  const bytes = await drawInWorker({
    width: WIDTH,
    isSoft: true,
    blocks: [
      { kind: "text", text: titleLines(title), look: "title" },
      { kind: "text", text: phrases.pictureAsOf(fullDayWords(dayOf(context.now))), look: "small" },
      { kind: "text", text: basisWords(context, compounds).join(""), look: "small" },
      {
        kind: "table",
        columns: COLUMNS,
        head: [rank, district, compound, total, remarks],
        rows: cityStandings(context, compounds).map(({ compound: one, place }) => [
          place === undefined ? "" : String(place.rank),
          districtName(definition, one.district),
          one.name,
          String(one.total / HUNDREDTHS),
          remarksOf(definition, one),
        ]),
      },
    ],
  });
  return bytes && { name: phrases.pictureName(title), bytes: Buffer.from(bytes) };
}
