import { mapInPieces } from "../../shared/in-pieces.ts";
import { figuresOfCases } from "../application/requirements/standing.ts";
import { applicationsOf } from "../application/store.ts";
import { waysToCity } from "../directory/expected-districts.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce, type RecommendationList, recommendsNobody } from "../recommendation/store.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import { barOf } from "../scoring/standing.ts";
import { sheetsOf } from "../scoring/store.ts";
import { cityStanding } from "../verification/ledger.ts";
import { type Awaited, awaitedLists } from "./awaited-lists.ts";
import { cityFigures, rankedBy } from "./city-figures.ts";
import { publishedIds } from "./extension-points.ts";
import { ladderOf } from "./ladder.ts";
import type { ScoredCompound } from "./ranking.ts";
import { basisOf, competing, offersRanking, tiedAcross } from "./rules.ts";

/** Data for the views of 排名. */
export interface RankingSummary {
  compounds: readonly ScoredCompound[];
  /** Participating compounds without finalized points. */
  unlocked: readonly { name: string; district: string }[];
  awaited: Awaited;
  /** What the districts wrote beside their lists: why nobody is recommended, why it came late. */
  statements: readonly ListStatement[];
}

export interface ListStatement {
  kind: "nobody" | "late" | "duringRest";
  /** The district's id. */
  district: string;
  /** Undefined if erased, or reported before reasons were asked for. */
  reason: string | undefined;
}

export async function rankingSummary(context: Context): Promise<RankingSummary> {
  const compounds = await scoredCompounds(context);
  const taking = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted"] });
  const finalized = new Set(compounds.map(({ applicationId }) => applicationId));
  return {
    compounds,
    unlocked: taking
      .filter(({ id }) => !finalized.has(id))
      .map(({ compoundName, district }) => ({ name: compoundName, district })),
    awaited: await awaitedLists(context),
    statements: await listStatements(context),
  };
}

/** In the definition's order. */
export async function listStatements({ tx, campaign, personal }: Context): Promise<ListStatement[]> {
  const lists = await listsInForce(tx, campaign.id);
  const texts = await personal.read([...lists.values()].flatMap((list) => [list.fewerReason, list.lateReason]));
  return campaign.definition.campaign.districts.flatMap(({ id }): ListStatement[] => {
    const list = lists.get(id);
    if (!list) return [];
    const [why, whyLate] = [list.fewerReason, list.lateReason].map((ref) =>
      ref ? texts.get(ref.personal) : undefined,
    );
    return [
      ...(recommendsNobody(list) ? [{ kind: "nobody" as const, district: id, reason: why }] : []),
      ...(list.lateness === "duringRest" ? [{ kind: "duringRest" as const, district: id, reason: undefined }] : []),
      ...(list.late ? [{ kind: "late" as const, district: id, reason: whyLate }] : []),
    ];
  });
}

/** Participating compounds with finalized points, by district in the definition's order. */
export async function scoredCompounds(context: Context): Promise<ScoredCompound[]> {
  const figures = cityFigures(context, await cityStanding(context));
  const { tx, campaign } = context;
  const { definition } = campaign;
  const published = await publishedIds(context);
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const lists = await listsInForce(tx, campaign.id);
  const behind = await figuresOfCases(context, applications, "satisfaction");
  const inOrder = definition.campaign.districts.flatMap(({ id }) =>
    applications.filter(({ district }) => district === id),
  );
  const scored = await mapInPieces(inOrder, ({ id, district, compoundName, declaration }): ScoredCompound[] => {
    const sheet = sheets.get(id);
    if (!isFinalized(sheet)) return [];
    const points = new Map([...sheet.scores].map(([row, { hundredths }]) => [row, hundredths]));
    const listing = listingOf(
      waysToCity(definition, district).map((way) => lists.get(way)),
      id,
    );
    const total = totalOf(definition.rubric, sheet);
    const barred = barOf(definition.rubric, sheet);
    const compound = { applicationId: id, district, name: compoundName, points, total, listing, declaration };
    const publishedAs = published && (published.has(id) ? ("selected" as const) : ("notSelected" as const));
    const verified = figures.get(id);
    const figure = behind.get(id);
    return [
      {
        ...compound,
        ...(barred ? { barred } : {}),
        ...(publishedAs ? { publishedAs } : {}),
        ...(verified ? { verified } : {}),
        ...(figure === undefined ? {} : { figure }),
      },
    ];
  });
  return scored.flat();
}

/** Compounds tied across the last selected place (并列), by the points that rank; empty where nothing ranks jointly. */
export async function tieAtBoundary(context: Context, selected: number): Promise<ScoredCompound[]> {
  const { campaign, rulings } = context;
  if (!offersRanking(campaign.definition)) return [];
  const basis = basisOf(campaign.definition, rulings);
  const able = competing(await scoredCompounds(context)).flatMap((one) => rankedBy(one, basis) ?? []);
  return tiedAcross(able, ladderOf(campaign.definition, rulings), selected);
}

/** @param lists on its way to the city; undefined: not confirmed. One list without the compound decides */
export function listingOf(
  lists: readonly (Pick<RecommendationList, "items"> | undefined)[],
  id: string,
): ScoredCompound["listing"] {
  const has = (list: Pick<RecommendationList, "items">): boolean =>
    list.items.some(({ applicationId }) => applicationId === id);
  if (lists.some((list) => list && !has(list))) return "passedOver";
  return lists.includes(undefined) ? "open" : "recommended";
}
