import { readReasonText } from "../../platform/conversation/reason-line.ts";
import { saidToProgram } from "../../platform/conversation/said-to-program.ts";
import { type SharedWork, withShare } from "../../platform/conversation/shared-work.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { besideIn, requirePlainReason, type SaidReason } from "../application/reason-gate.ts";
import { applicationsOf, lockApplication } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { isFinalized } from "../scoring/points.ts";
import { reopenSheet } from "../scoring/reopen.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { boundBy } from "./extension-points.ts";
import { reopeningPhrases as phrases, reviewPhrases } from "./phrases.ts";
import { placeOf, sheetOwner } from "./review.ts";
import { mayScore } from "./rules.ts";

/**
 * 重新修改, until the district's list is reported. The points stay; they have to be finalized again.
 * @param said the reason as typed. `asIs`: what is sent for it where it may be something else; left out: it is one
 * @throws {RefusalError} if the case is another district's or takes no part, its points are open or bound, or the reason
 *   is missing
 */
export async function reopenReview(
  context: PersonContext,
  caseId: string,
  { text: said, asIs }: { text: string; asIs?: SaidReason["asIs"] | undefined },
): Promise<Application> {
  const application = await lockApplication(context.tx, caseId);
  const found = await reopenable(context, application);
  const reason = reasonIn(said);
  if ("refused" in reason) throw new RefusalError("review.no-reason", reason.refused);
  if (asIs) {
    const all = await applicationsOf(context.tx, context.campaign.id, { district: found.application.district });
    const cases = all.map(({ compoundName }) => compoundName);
    const around = {
      what: phrases.reasonField(),
      own: found.application.compoundName,
      cases,
      may: MAY,
      forPoints: phrases.pointsAfter(),
    };
    requirePlainReason(context, reason.text, { ...around, asIs });
  }
  const beside = besideIn(reason.text);
  if (beside) throw new RefusalError("review.no-reason", phrases.notOfReason(beside.said));
  await reopenSheet(context, found.sheet, { district: found.application.district, reason: reason.text });
  await startOver(context, found.application, { also: [context.person.staffId] });
  return found.application;
}

/** What was wrong is said as a correction. */
const MAY = ["correction"] as const;

/** Below the reason, on a line of its own: 3-7 3 路灯不亮5盏. */
const ROW_BELOW = /(?<=\S\s*\n)[^\S\n]*\d{1,2}\s*[-－–—杠]\s*\d{1,2}[\s:,]+(?:改[为成]?|给|打|扣)?\s*(?:\d|满)[^\n]*/u;

/** The reason as it is stored, or why it is none. */
export function reasonIn(said: string): { text: string } | { refused: string } {
  const row = ROW_BELOW.exec(said.normalize("NFKC"))?.[0].trim();
  if (row !== undefined) return { refused: phrases.rowsInReason(row) };
  const toProgram = saidToProgram(said);
  if (toProgram) return { refused: phrases.notOfReason(toProgram.said) };
  const reason = readReasonText(said);
  if (reason === "tooLong") return { refused: phrases.tooLong() };
  return reason?.kind === "text" ? { text: reason.text } : { refused: phrases.noReason() };
}

/** @throws {RefusalError} if the points of the case cannot be opened by this person now */
export async function reopenable(context: PersonContext, application: Application | undefined) {
  if (!application || !mayScore(context.person, application)) {
    throw new RefusalError("review.not-own", reviewPhrases.notOwn(nounsOf(context.campaign.definition)));
  }
  const { id, compoundName: name, state, exclusion, district } = application;
  if (state === "excluded") throw new RefusalError("review.excluded", reviewPhrases.excluded(name, exclusion ?? ""));
  if (state === "withdrawn") throw new RefusalError("review.withdrawn", reviewPhrases.withdrawn(name));
  const sheet = await sheetOf(context.tx, sheetOwner(id));
  if (!sheet || !isFinalized(sheet)) throw new RefusalError("review.open", phrases.notFinal(name));
  const bound = await boundBy(context, district, id);
  if (bound !== undefined) throw new RefusalError("review.bound", phrases.bound(bound));
  return { application, sheet };
}

/**
 * Everybody begins on the first page, or at the row; nobody is before 确认定稿 any more.
 * @param also who begins though they have not worked on it yet
 * @param row id of the row
 */
export async function startOver(
  context: PersonContext,
  application: Application,
  { also = [], row }: { also?: readonly string[]; row?: string | undefined } = {},
): Promise<void> {
  const [place] = await context.drafts.unfinished(placeOf(application));
  if (!place) return;
  const at = row ?? criteriaOf(context.campaign.definition.rubric)[0]?.id;
  const { work } = standingOf(place, context.person.staffId);
  const people = [...new Set([...also, ...Object.keys(work.people)])];
  await context.drafts.save(place, { body: { at, ...begunAnew(work, people, at) }, state: "open" });
}

/** What was refused of a page, what differed, and how far 确认定稿 had come belong to the points of before. */
export const begunAnew = (work: SharedWork, people: readonly string[], at: string | undefined): SharedWork =>
  people.reduce((all, person) => withShare(all, person, { at, step: undefined, refused: [], conflicts: [] }), work);
