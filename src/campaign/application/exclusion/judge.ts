import type { AnswerValue } from "../../../platform/conversation/answer.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { fieldsFor } from "../../definition/purposes.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { declaredAnswers, declaredHash } from "../declared.ts";
import { type Disqualification, disqualificationOf } from "../disqualification.ts";
import { applicationSubmitted } from "../events.ts";
import { exclusionDecided } from "../extension-points.ts";
import { formOf } from "../offered.ts";
import { revisionsOf } from "../revision.ts";
import { applicationsOf, applicationTable } from "../store.ts";
import { liftsOf } from "./lifts.ts";
import { exclusionPhrases as phrases } from "./phrases.ts";
import { tellExcluded } from "./tell.ts";

type Judged = Pick<Application, "id" | "answers">;

/**
 * The declarations of an application under the rulings of now, counted from its first submission. An event that an
 * approver has lifted no longer excludes.
 * @param given the answers as they were just given; default: read back from what is stored
 * @returns undefined if a declaration cannot be read any more; then what was found before stands
 */
export async function judgementOf(
  context: Context,
  { id, answers }: Judged,
  given?: Readonly<Record<string, AnswerValue>>,
): Promise<Disqualification | undefined> {
  const declared = given ?? (await declaredAnswers(context, { answers }));
  if (!declared) return undefined;
  const [first] = await revisionsOf(context.tx, id);
  const own = disqualificationOf(context, { answers: declared }, dayOf(first?.submittedAt ?? context.now));
  const [decided] = await context.contributions(exclusionDecided, { caseId: id });
  // What the district declared stays as it declared it.
  const judged: Disqualification = decided ? { ...own, exclusion: decided.exclusion, settled: undefined } : own;
  if (judged.exclusion === undefined) return judged;
  const lifted = await liftedWords(context, { id, answers }, decided?.at);
  return lifted === undefined ? judged : { ...judged, exclusion: undefined, settled: lifted };
}

/**
 * The lift that covers these declarations, in words: made when they, or the same ones before, stood.
 * @param since lifts made earlier know nothing of what was decided then
 */
async function liftedWords(context: Context, { id, answers }: Judged, since?: Date): Promise<string | undefined> {
  const all = await liftsOf(context.tx, { campaignId: context.campaign.id, caseId: id });
  const lifts = all.filter(({ liftedAt }) => since === undefined || liftedAt >= since);
  if (lifts.length === 0) return undefined;
  const declared = declaredHash(context, { answers });
  const same = (await revisionsOf(context.tx, id)).filter((one) => declaredHash(context, one) === declared);
  const lift = lifts.findLast(({ revision }) => same.some((one) => one.revision <= revision));
  return lift && phrases.liftedSettled(lift, context.now, nounsOf(context.campaign.definition));
}

/**
 * Judges everybody who takes part again, under the rulings of now, and stores what has changed. Whoever is excluded by
 * it is told at once, with the city. Called at 推荐, 择优, 批准 and 公布, and when a ruling takes effect.
 * @returns those that are excluded now and were not before
 */
export async function judgeUnderRulings(
  context: Context,
  { district, caseId }: { district?: string; caseId?: string } = {},
): Promise<Application[]> {
  const { tx, campaign } = context;
  if (!declaresAnything(context)) return [];
  const standing = await applicationsOf(tx, campaign.id, { district, states: ["submitted"] });
  const excluded: Application[] = [];
  for (const application of standing.filter(({ id }) => (caseId ?? id) === id)) {
    const judged = await judgementOf(context, application);
    if (!judged || isAsBefore(application, judged)) continue;
    await store(context, application, judged);
    if (judged.exclusion === undefined) continue;
    excluded.push({ ...application, state: "excluded", exclusion: judged.exclusion });
  }
  await tellExcluded(context, excluded);
  return excluded;
}

/** Those who take part now and would be excluded in that context, e.g. under a ruling still to be confirmed. */
export async function wouldBeExcluded(context: Context): Promise<{ application: Application; exclusion: string }[]> {
  if (!declaresAnything(context)) return [];
  const standing = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted"] });
  const found: { application: Application; exclusion: string }[] = [];
  for (const application of standing) {
    const exclusion = (await judgementOf(context, application))?.exclusion;
    if (exclusion !== undefined) found.push({ application, exclusion });
  }
  return found;
}

/** Excluded ones of which no submission would exclude in that context; only an approver can lift it all the same. */
export async function wouldBeFree(context: Context): Promise<Application[]> {
  if (!declaresAnything(context)) return [];
  const excluded = await applicationsOf(context.tx, context.campaign.id, { states: ["excluded"] });
  const free: Application[] = [];
  for (const application of excluded) {
    const revisions = await revisionsOf(context.tx, application.id);
    const judged = await Promise.all(
      revisions.map(({ answers }) => judgementOf(context, { id: application.id, answers })),
    );
    if (judged.every((one) => one !== undefined && one.exclusion === undefined)) free.push(application);
  }
  return free;
}

const declaresAnything = ({ campaign }: Context): boolean => {
  const form = formOf(campaign.definition);
  return form !== undefined && fieldsFor(form, "disqualification").length > 0;
};

const isAsBefore = ({ declaration, exclusion, settled }: Application, judged: Disqualification): boolean =>
  declaration === judged.declaration &&
  exclusion === (judged.exclusion ?? null) &&
  settled === (judged.settled ?? null);

async function store(context: Context, { id, district }: Application, judged: Disqualification): Promise<void> {
  const { declaration, exclusion = null, settled = null, ruling } = judged;
  const act = {
    action: exclusion === null ? "application.judged" : "application.excluded",
    rows: [applicationTable.row({ id })],
    caseId: id,
    ...(ruling === undefined ? {} : { ruling }),
  };
  const state = exclusion === null ? "submitted" : "excluded";
  await context.withJournal(act, () =>
    context.tx.application.update({ where: { id }, data: { state, declaration, exclusion, settled } }),
  );
  context.emit(applicationSubmitted, { id, district });
}
