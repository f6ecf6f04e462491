import { mapInPieces } from "../../shared/in-pieces.ts";
import type { Application } from "../application/application.ts";
import { applicationsOf } from "../application/store.ts";
import { allAssignments } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { recusalKey, recusalsOf } from "../evaluation-team/store.ts";
import type { Recusal } from "../evaluation-team/team.ts";
import { listsInForce } from "../recommendation/store.ts";
import { isFinalized } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { finalMemberSheets, sheetsOf } from "../scoring/store.ts";
import { cityRows, isVerified, type RowPoints, teamScoreRule } from "./rules.ts";
import { type AgreedPoints, newestAgreed } from "./store.ts";
import type { CityCase, MemberRow } from "./verification.ts";

/** The city's ledger of one case beside the district's. */
export interface VerifiedCase extends CityCase {
  application: Application;
  /** Final points of the district; empty while they are not final. */
  district: RowPoints;
  /** Final sheets that count, by member. */
  sheets: ReadonlyMap<string, ScoreSheet>;
  /** Final sheets of members who keep out of the case: set aside, not erased. */
  setAside: readonly ScoreSheet[];
  /** 合议分 in force, by row. */
  agreed: ReadonlyMap<string, AgreedPoints>;
}

type Reading = Pick<Context, "tx" | "campaign" | "rulings">;

/** Every case that somebody verifies, or once did, by application id, as far as points are final. */
export async function cityLedger({ tx, campaign, rulings }: Reading): Promise<ReadonlyMap<string, VerifiedCase>> {
  const assignments = await allAssignments(tx, campaign.id);
  if (assignments.length === 0) return new Map();
  const applications = new Map((await applicationsOf(tx, campaign.id)).map((one) => [one.id, one]));
  const district = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const finals = Map.groupBy(await finalMemberSheets(tx, campaign.id), ({ caseId }) => caseId);
  const recusals = (await recusalsOf(tx, campaign.id)).filter(({ state }) => state === "accepted");
  const recused = new Set(recusals.map(recusalKey));
  const agreed = Map.groupBy(await newestAgreed(tx, campaign.id), ({ caseId }) => caseId);
  const rule = teamScoreRule(campaign.definition, rulings);
  const verifiedBy = [...Map.groupBy(assignments, (one) => one.caseId)];
  const cases = await mapInPieces(verifiedBy, ([caseId, of]): [string, VerifiedCase][] => {
    const application = applications.get(caseId);
    if (!application) return [];
    const isOut = (memberId: string) => recused.has(recusalKey({ caseId, memberId }));
    const assigned = of.flatMap(({ memberId, ended }) => (ended || isOut(memberId) ? [] : [memberId]));
    const all = finals.get(caseId) ?? [];
    const counted = all.filter(({ scorer }) => assigned.includes(scorer));
    const points = pointsIn(district.get(caseId));
    const inForce = agreedInForce(agreed.get(caseId) ?? [], counted, recusalsOn(recusals, caseId));
    const given = {
      members: rowsByCriterion(counted),
      district: points,
      agreed: new Map([...inForce].map(([id, { hundredths }]) => [id, hundredths])),
    };
    const verified = {
      ...{ caseId, application, assigned, district: points, agreed: inForce },
      finalized: assigned.filter((id) => counted.some(({ scorer }) => scorer === id)),
      rows: cityRows(campaign.definition.rubric, given, rule),
      sheets: new Map(counted.map((sheet) => [sheet.scorer, sheet])),
      setAside: all.filter(({ scorer }) => isOut(scorer)),
    };
    return [[caseId, verified]];
  });
  return new Map(cases.flat());
}

export const pointsIn = (sheet: ScoreSheet | undefined): RowPoints =>
  new Map(isFinalized(sheet) ? [...sheet.scores].map(([id, { hundredths }]) => [id, hundredths] as const) : []);

const recusalsOn = (all: readonly Recusal[], caseId: string): Date[] =>
  all.flatMap((one) => (one.caseId === caseId && one.decidedAt ? [one.decidedAt] : []));

/** What was agreed holds for the points that were there: not for those that became final, or were set aside, later. */
export function agreedInForce(
  agreed: readonly AgreedPoints[],
  counted: readonly Pick<ScoreSheet, "finalizedAt">[],
  setAsideAt: readonly Date[],
): Map<string, AgreedPoints> {
  const changes = [...counted.flatMap(({ finalizedAt }) => finalizedAt ?? []), ...setAsideAt];
  const last = Math.max(0, ...changes.map((at) => at.getTime()));
  const holding = agreed.filter(({ revoked, recordedAt }) => !revoked && recordedAt.getTime() >= last);
  return new Map(holding.map((one) => [one.criterion, one]));
}

function rowsByCriterion(sheets: readonly ScoreSheet[]): ReadonlyMap<string, readonly MemberRow[]> {
  const rows = sheets.flatMap(({ scorer: memberId, scores }) =>
    [...scores.values()].map(({ criterion, state, hundredths }) => ({
      criterion,
      row: { memberId, state, hundredths } satisfies MemberRow,
    })),
  );
  return new Map(
    [...Map.groupBy(rows, ({ criterion }) => criterion)].map(([id, of]) => [id, of.map(({ row }) => row)]),
  );
}

/** 核验 of all cases that compete for a place. */
export interface CityStanding {
  ledger: ReadonlyMap<string, VerifiedCase>;
  /** On a list in force, and taking part. */
  listed: readonly Application[];
  /** Every member who verifies one of them has final points, and somebody verifies each. */
  isComplete: boolean;
}

export async function cityStanding(context: Reading): Promise<CityStanding> {
  const { tx, campaign } = context;
  const ledger = await cityLedger(context);
  const lists = await listsInForce(tx, campaign.id);
  const ids = new Set([...lists.values()].flatMap(({ items }) => items.map(({ applicationId }) => applicationId)));
  const listed = (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).filter(({ id }) => ids.has(id));
  const isComplete = listed.length > 0 && listed.every(({ id }) => isVerified(ledger.get(id) ?? NOBODY));
  return { ledger, listed, isComplete };
}

const NOBODY: Pick<CityCase, "assigned" | "finalized"> = { assigned: [], finalized: [] };

/** The ledger of one case; undefined if nobody ever verified it. */
export const verifiedCase = async (context: Reading, caseId: string): Promise<VerifiedCase | undefined> =>
  (await cityLedger(context)).get(caseId);
