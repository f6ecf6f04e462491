import type { Application } from "../../application/application.ts";
import { standingsOf } from "../../application/requirements/standing.ts";
import { namesOf } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import { proposedPoints } from "../../scoring/by-figures.ts";
import { criteriaOf, criterionById } from "../../scoring/rubric.ts";
import { pointsIn } from "./changes.ts";
import { isLost, type KnownRow, whyOf } from "./lost-points.ts";
import { heading, list, paragraph } from "./page.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import type { PointsChange } from "./points-change.ts";

/** Rows of the rubric by id, with what follows from the case's figures as they are now. */
export async function knownRows(
  context: Context,
  application: Application,
): Promise<(id: string) => KnownRow | undefined> {
  const { definition } = context.campaign;
  const standing = (await standingsOf(context, [application])).get(application.id);
  const proposed = proposedPoints(definition, context.rulings, standing);
  return (id) => {
    const row = criterionById(definition.rubric, id);
    const points = proposed.get(id)?.points;
    const ground = standing?.figures.find(({ criterion }) => criterion === id)?.ground;
    return row && { row, byFigures: points === undefined || ground === undefined ? undefined : { points, ground } };
  };
}

/** Rows that have less than they may have, by who gave the points, each with why. Nothing of a case without points. */
export async function lostParts(context: Context, application: Application): Promise<string[]> {
  const { tx, campaign, personal } = context;
  const stored = await tx.$queryRaw<{ row: unknown }[]>`
    select to_jsonb(s) as row from score s where case_id = ${application.id}`;
  const given = stored.flatMap(
    ({ row }) => pointsIn({ table: "score", key: {}, before: null, after: asRow(row) }) ?? [],
  );
  const texts = await personal.read(given.flatMap(({ reason }) => reason ?? []));
  const names = await namesOf(
    tx,
    given.map(({ scorer }) => scorer),
  );
  const knownRow = await knownRows(context, application);
  const order = criteriaOf(campaign.definition.rubric).map(({ id }) => id);
  const line = (one: PointsChange): string[] => {
    const known = knownRow(one.criterion);
    if (!known || !isLost(one, known.row)) return [];
    const why = whyOf(one, { known, reason: one.reason && (texts.get(one.reason.personal) ?? phrases.gone()) });
    return [`${phrases.given(one, known.row)}${why === undefined ? "" : `　${why}`}`];
  };
  const byScorer = Map.groupBy(given, ({ ledger, scorer }) => (ledger === "district" ? undefined : scorer));
  return [...byScorer].flatMap(([scorer, points]) => {
    const sorted = points.toSorted((one, other) => order.indexOf(one.criterion) - order.indexOf(other.criterion));
    const lines = sorted.flatMap(line);
    const title = phrases.lostPoints(scorer === undefined ? undefined : (names.get(scorer) ?? scorer));
    return [heading(title), lines.length > 0 ? list(lines) : paragraph(phrases.nothingLost())];
  });
}

const asRow = (row: unknown): Record<string, unknown> | null =>
  typeof row === "object" && row !== null ? { ...row } : null;
