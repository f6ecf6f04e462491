import type { Block, View } from "../../../platform/chat/view.ts";
import { requirementPhrases } from "../../application/requirements/phrases.ts";
import { type CaseStanding, standingsOf } from "../../application/requirements/standing.ts";
import { applicationsOf } from "../../application/store.ts";
import { findingsSeenBy } from "../../consultation/case-replies.ts";
import { rowFor, rowsFor } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { provedRows } from "../../evidence/coverage.ts";
import { coverageOf, takesEvidence } from "../../evidence/rules.ts";
import { HUNDREDTHS } from "../../scoring/points.ts";
import { type JointRanking, jointRanking } from "../joint-ranking.ts";
import { rankingPhrases } from "../phrases.ts";
import type { ScoredCompound } from "../ranking.ts";
import { basisWords } from "../reasons.ts";
import { pointsWords } from "../rules.ts";
import { comparePhrases as phrases } from "./phrases.ts";
import { rowsBeside } from "./rules.ts";

export const COMPARE = "ranking.compare";

/** What is known of one of the two. */
interface Compared {
  /** With the points that rank it; without a joint order as the city corrected them. */
  compound: ScoredCompound;
  joint: JointRanking;
  proved: ReadonlySet<string> | undefined;
  standing: CaseStanding | undefined;
}

/** 比较: two compounds beside each other, in points, proof and 附件1. @param all every compound with final points */
export async function compareView(
  context: Context,
  [one, other]: readonly [ScoredCompound, ScoredCompound],
  all: readonly ScoredCompound[],
): Promise<View> {
  const { definition } = context.campaign;
  const ids = [one.applicationId, other.applicationId];
  const proved = takesEvidence(definition) ? await provedRows(context, ids) : new Map<string, Set<string>>();
  const applications = (await applicationsOf(context.tx, context.campaign.id)).filter(({ id }) => ids.includes(id));
  const standings = await standingsOf(context, applications, { findings: findingsSeenBy(context) });
  const joint = jointRanking(context, all);
  const [left, right] = [one, other].map(
    (compound): Compared => ({
      compound: shownOf(joint, compound),
      joint,
      proved: proved.get(compound.applicationId),
      standing: standings.get(compound.applicationId),
    }),
  );
  return {
    title: phrases.title(one.name, other.name),
    tone: "running",
    body:
      left && right
        ? [...basisBlocks(context, all), ...factsOf(context, left, right), ...rowsOf(context, left, right)]
        : [],
    actions: [],
    footnote: phrases.footnote(nounsOf(definition)),
  };
}

const basisBlocks = (context: Context, all: readonly ScoredCompound[]): Block[] =>
  basisWords(context, all).map((text) => ({ kind: "text", text }));

function shownOf({ ranked }: JointRanking, compound: ScoredCompound): ScoredCompound {
  const found = ranked.find(({ applicationId }) => applicationId === compound.applicationId);
  if (found) return found;
  const { verified, total } = compound;
  if (!verified) return compound;
  return { ...compound, points: verified.corrected, total: verified.correctedTotal, districtTotal: total };
}

function factsOf(context: Context, left: Compared, right: Compared): Block[] {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const { basis } = left.joint;
  const both = (label: string, of: (one: Compared) => string): string[] => [label, of(left), of(right)];
  const met = rowFor(definition.rubric, "satisfaction");
  const taking = rowsFor(definition.rubric, "participation").map(({ id }) => id);
  const placeOf = ({ joint, compound: { applicationId } }: Compared): string => {
    const place = joint.places.get(applicationId);
    return place ? rankingPhrases.rank(place) : rankingPhrases.noRank();
  };
  const rows = [
    ...(basis === "open" ? [] : [both(phrases.place(), placeOf)]),
    both(phrases.ranked({ basis }, nouns), ({ compound }) => pointsWords(compound.total)),
    both(phrases.reviewed(), ({ compound }) => pointsWords(compound.districtTotal ?? compound.total)),
    ...(nouns.verifies
      ? [both(phrases.verifiedBy(), ({ compound }) => phrases.whole(compound.verified?.isWhole))]
      : []),
    ...(met
      ? [
          both(phrases.satisfaction(met.id), ({ compound }) =>
            phrases.met(compound.points.get(met.id) === Math.round(met.maxPoints * HUNDREDTHS)),
          ),
        ]
      : []),
    ...(taking.length > 0
      ? [
          both(phrases.participation(taking), ({ compound }) =>
            pointsWords(taking.reduce((sum, id) => sum + (compound.points.get(id) ?? 0), 0)),
          ),
        ]
      : []),
    ...(left.proved && right.proved ? [both(phrases.proof(), (one) => proofWords(context, one))] : []),
    ...(left.standing && right.standing
      ? [both(phrases.requirements(), ({ standing }) => gateWords(context, standing))]
      : []),
  ];
  return [{ kind: "table", columns: phrases.columns(left.compound.name, right.compound.name), rows }];
}

function proofWords({ campaign }: Context, { proved }: Compared): string {
  const { done, of } = coverageOf(campaign.definition.rubric, proved ?? new Set());
  return phrases.proved(done, of);
}

function gateWords({ campaign }: Context, standing: CaseStanding | undefined): string {
  const said = standing ? requirementPhrases.short(standing.gate, nounsOf(campaign.definition)) : "";
  return said === "" ? phrases.fine() : said;
}

function rowsOf({ campaign: { definition } }: Context, left: Compared, right: Compared): Block[] {
  const { apart, same } = rowsBeside(definition.rubric, left.compound.points, right.compound.points);
  if (apart.length === 0) return [{ kind: "text", text: phrases.allSame() }];
  const cell = ({ proved }: Compared, row: string, points: number | undefined): string => {
    const words = points === undefined ? phrases.unscored() : pointsWords(points);
    return proved && !proved.has(row) ? `${words}（${phrases.noProof()}）` : words;
  };
  const rows = apart.map(({ row, points: [one, other] }) => [
    rankingPhrases.rowName(row),
    cell(left, row.id, one),
    cell(right, row.id, other),
  ]);
  return [
    { kind: "text", text: phrases.rowsHeading() },
    { kind: "table", columns: phrases.rowColumns(left.compound.name, right.compound.name), rows },
    ...(same > 0 ? [{ kind: "text" as const, text: phrases.sameRows(same) }] : []),
  ];
}
