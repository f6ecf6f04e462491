import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { lockApplication } from "../application/store.ts";
import type { Definition } from "../definition/definition.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import { momentWords } from "../definition/wording.ts";
import { allAssignments } from "../directory/assignments.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, DraftName, PersonContext } from "../engine/context.ts";
import { recusalKey, recusedFrom, teamMembers } from "../evaluation-team/store.ts";
import { openSheet } from "../scoring/open-sheet.ts";
import { isFinalized } from "../scoring/points.ts";
import type { ScoreSheet, SheetOwner } from "../scoring/score-sheet.ts";
import { openScoring, type ScoringDraft } from "../scoring/scoring-draft.ts";
import { verificationRefusals as refusals } from "./phrases.ts";

/** Of every command that scores for the city. */
export const SCORES = {
  capability: "verification.score",
  step: "verification",
  offeredWhen: ({ rubric }: Definition) => hasRubric(rubric),
  until: "publication",
} as const;

export const DIALOGUE = "verification.sheet";
/** Subject: {@link subjectOf}. */
export const SHEET_CARD = "verification.sheet";
/** Kind of the draft that keeps where a member is on a sheet. */
export const PLACE = "verification.place";

/** Whose points of which case. */
export interface SheetName {
  caseId: string;
  /** staffId; `outside-1` for a member outside the organisation. */
  memberId: string;
}

export const subjectOf = ({ caseId, memberId }: SheetName): string => `${caseId} ${memberId}`;

export function sheetNamed(subject: string): SheetName {
  const [caseId = "", memberId = ""] = subject.split(" ");
  return { caseId, memberId };
}

export const citySheet = ({ caseId, memberId }: SheetName): SheetOwner => ({
  caseId,
  ledger: "city",
  scorer: memberId,
});

export const placeOf = (name: SheetName): DraftName => ({ kind: PLACE, subject: subjectOf(name) });

/** A member's sheet in progress. */
export interface MemberSheet extends ScoringDraft {
  application: Application;
  memberId: string;
}

/**
 * Locks the case and reads or creates the member's sheet of it.
 * @throws {RefusalError} if the member does not verify the case, keeps out of it or has not said that nothing speaks
 *   against it, if the case takes no part any more, or if the points are final
 */
export async function openMemberSheet(context: PersonContext, name: SheetName): Promise<MemberSheet> {
  const application = await memberCase(context, name);
  const [sheet, [known]] = await Promise.all([
    openSheet(context, citySheet(name)),
    context.drafts.unfinished(placeOf(name)),
  ]);
  requireOpen(application, sheet);
  const scoring = await openScoring(context, { sheet, known, name: placeOf(name) });
  return { application, memberId: name.memberId, ...scoring };
}

type Scorer = Context & Pick<PersonContext, "person">;

/**
 * Locks a case that the member verifies, final points or not.
 * @throws {RefusalError} like {@link openMemberSheet}
 */
export async function memberCase(context: Scorer, { caseId, memberId }: SheetName): Promise<Application> {
  const application = await lockApplication(context.tx, caseId);
  if (!application || application.campaignId !== context.campaign.id)
    throw new RefusalError("verification.unknown", refusals.noSuch(nounsOf(context.campaign.definition)));
  await requireScorer(context, application, memberId);
  return application;
}

/** @throws {RefusalError} if the person may not enter points of the member for the case */
async function requireScorer(context: Scorer, application: Application, memberId: string): Promise<void> {
  const { tx, campaign, person } = context;
  const { id: caseId, compoundName: name, state, exclusion } = application;
  if (memberId !== person.staffId && !(await mayEnterFor(context, memberId)))
    throw new RefusalError("verification.only-lead", refusals.onlyLead());
  const own = (await allAssignments(tx, campaign.id)).filter(
    (one) => one.caseId === caseId && one.memberId === memberId,
  );
  const last = own.at(-1);
  if (!last) throw new RefusalError("verification.not-assigned", refusals.notYours(name));
  if (state === "withdrawn") throw new RefusalError("verification.withdrawn", refusals.withdrawn(name));
  if (state === "excluded") throw new RefusalError("verification.excluded", refusals.excluded(name, exclusion ?? ""));
  if ((await recusedFrom(tx, campaign.id)).has(recusalKey({ caseId, memberId })))
    throw new RefusalError("verification.recused", refusals.recused(name));
  if (own.every(({ ended }) => ended !== undefined))
    throw new RefusalError("verification.not-assigned", refusals.ended(name, last.ended?.reason ?? "reassigned"));
  const said = await tx.noRecusal.findUnique({ where: { caseId_memberId: { caseId, memberId } } });
  if (said) return;
  const member = (await teamMembers(context)).get(memberId)?.name ?? memberId;
  throw new RefusalError(
    "verification.recusal-unsaid",
    memberId === person.staffId ? refusals.saysNothing(name) : refusals.saysNothingOf(name, member),
  );
}

/** Members outside the organisation score on paper; the lead enters it. */
export async function mayEnterFor(context: Scorer, memberId: string): Promise<boolean> {
  const member = (await teamMembers(context)).get(memberId);
  if (!member || member.staffId !== undefined) return false;
  return mayMember(context.campaign.definition, context.person, "verification.agree");
}

function requireOpen({ compoundName }: Application, sheet: ScoreSheet): void {
  if (!isFinalized(sheet)) return;
  const at = momentWords(sheet.finalizedAt ?? new Date(0));
  throw new RefusalError("verification.finalized", refusals.finalized(compoundName, at));
}
