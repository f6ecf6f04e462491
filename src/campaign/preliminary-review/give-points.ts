import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Application } from "../application/application.ts";
import { lockApplication } from "../application/store.ts";
import type { PersonTurn } from "../engine/feature.ts";
import { pointDefect } from "../scoring/points.ts";
import { criterionById } from "../scoring/rubric.ts";
import { reviewPhrases } from "./phrases.ts";
import { HUNDREDTHS, mayScore, pointRulesIn } from "./rules.ts";
import { type PreliminaryReview, reviewOf } from "./store.ts";

/** What a person gives one row: points, a reason, or both. */
export interface Given {
  criterion: string;
  points?: number;
  reason?: string;
}

export interface GivenOutcome {
  /** Rows saved, with the points they have now. */
  saved: { id: string; points: number }[];
  /** Sentences about what could not stand. */
  problems: string[];
}

/**
 * The application and its review, locked, if this person may score it now.
 * @throws {Refusal} when it is another district's, excluded, withdrawn or locked
 */
export async function openReview(
  turn: PersonTurn,
  applicationId: string,
): Promise<{ application: Application; review: PreliminaryReview }> {
  const { tx, campaign, person, now } = turn;
  const application = await lockApplication(tx, applicationId);
  if (!application || !mayScore(person, application)) throw new Refusal("review.not-own", reviewPhrases.notOwn());
  const { compoundName: name, state, exclusion } = application;
  if (state === "excluded") throw new Refusal("review.excluded", reviewPhrases.excluded(name, exclusion ?? ""));
  if (state === "withdrawn") throw new Refusal("review.withdrawn", reviewPhrases.withdrawn(name));
  const known = await reviewOf(tx, applicationId);
  if (known?.lockedAt) throw new Refusal("review.locked", reviewPhrases.lockedAlready(name));
  if (known) return { application, review: known };
  const rows = [{ table: "preliminary_review" as const, key: { application_id: applicationId } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "review.opened", rows };
  await recorded(tx, act, () =>
    tx.preliminaryReview.create({
      data: { applicationId, campaignId: campaign.id, openedAt: now, openedBy: person.staffId },
    }),
  );
  return { application, review: { applicationId, lockedAt: undefined, points: new Map() } };
}

/** Saves what can stand and names what cannot; nothing that is good is lost for something that is not. */
export async function givePoints(
  turn: PersonTurn,
  applicationId: string,
  given: readonly Given[],
): Promise<GivenOutcome> {
  const { review } = await openReview(turn, applicationId);
  const checked = given.map((one) => ({ one, problem: problemWith(turn, review, one) }));
  const good = checked.filter(({ problem }) => problem === undefined).map(({ one }) => one);
  if (good.length > 0) await save(turn, review, good);
  return {
    saved: good.map((one) => ({ id: one.criterion, points: pointsAfter(review, one) })),
    problems: checked.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  };
}

function problemWith(
  turn: PersonTurn,
  review: PreliminaryReview,
  { criterion: id, points }: Given,
): string | undefined {
  const criterion = criterionById(turn.campaign.definition.rubric, id);
  if (!criterion) return reviewPhrases.noSuchRow(id);
  if (points === undefined) return review.points.has(id) ? undefined : reviewPhrases.notANumber(id);
  if (!Number.isFinite(points)) return reviewPhrases.notANumber(id);
  const defect = pointDefect(criterion, points, pointRulesIn(turn.campaign.definition, turn.rulings));
  return defect && reviewPhrases.defect(criterion, defect);
}

const pointsAfter = (review: PreliminaryReview, { criterion, points }: Given): number =>
  points ?? (review.points.get(criterion)?.hundredths ?? 0) / HUNDREDTHS;

async function save(turn: PersonTurn, review: PreliminaryReview, given: readonly Given[]): Promise<void> {
  const { tx, campaign, now, person } = turn;
  const { applicationId } = review;
  const rows = given.map(({ criterion }) => ({
    table: "preliminary_point" as const,
    key: { application_id: applicationId, criterion },
  }));
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "review.scored", rows };
  await recorded(tx, act, async () => {
    for (const one of given) {
      const reason =
        one.reason === undefined ? {} : { reason: { ...(await turn.personal.keep(tx, campaign.id, one.reason)) } };
      const data = {
        hundredths: Math.round(pointsAfter(review, one) * HUNDREDTHS),
        definitionVersion: campaign.definitionVersion,
        givenBy: person.staffId,
        givenAt: now,
        ...reason,
      };
      await tx.preliminaryPoint.upsert({
        where: { applicationId_criterion: { applicationId, criterion: one.criterion } },
        create: { applicationId, campaignId: campaign.id, criterion: one.criterion, ...data },
        update: data,
      });
    }
  });
}
