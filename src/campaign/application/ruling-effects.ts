import { countWords } from "../../platform/conversation/count-words.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { draftChanged } from "../engine/draft-changed.ts";
import { extend, on } from "../engine/feature.ts";
import { rulingEffectsChanged } from "../ruling/events.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects, marksThatStay } from "../ruling/follow-effects.ts";
import { effectPhrases } from "../ruling/phrases-effects.ts";
import type { Application } from "./application.ts";
import { DRAFT, draftOf } from "./draft.ts";
import { applicationSubmitted, applicationWithdrawn } from "./events.ts";
import { applicationForm } from "./form.ts";
import { applicationDeliverable, hasApplications } from "./offered.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { revisionsOf } from "./revision.ts";
import { applicationsOf } from "./store.ts";

/** Decisions on applications by themselves. */
const OF_APPLICATIONS: readonly Decision[] = ["attachmentOverflow", "applicationDue", "stageCloses"];

/** The cases in one line: 越城区“锦绣花园”、柯桥区“兰亭苑”. */
export function caseNames(
  { campaign: { definition } }: Pick<Context, "campaign">,
  cases: readonly { district: string; compoundName: string }[],
): string {
  const names = cases.map((one) => effectPhrases.case(districtName(definition, one.district), one.compoundName));
  return effectPhrases.names(names, nounsOf(definition).measure);
}

/** Submitted and half filled forms that are too long without an attached page. */
async function overflowEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, rulings, tx } = context;
  const { definition } = campaign;
  const isForbidden = (answers: RulingsInForce): boolean =>
    decided(definition, "attachmentOverflow", answers).overflow === false;
  if (!hasApplications(definition) || isForbidden(rulings) || !isForbidden(after)) return [];
  const submitted = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  const long: Application[] = [];
  for (const application of submitted) if (await isLong(context, application.answers)) long.push(application);
  const drafts = (await context.drafts.unfinished({ kind: DRAFT })).map((draft) => draftOf(context, draft).state);
  const filling: number[] = await Promise.all(
    drafts.map(async ({ answers }) => Number(await isLong(context, answers))),
  );
  const half = filling.reduce((sum, one) => sum + one, 0);
  return [
    ...(long.length > 0 ? [phrases.overflowStays(caseNames(context, long))] : []),
    ...(half > 0 ? [phrases.overflowDrafts(half)] : []),
  ];
}

/** Whether a text that may continue on an attached page is longer than the field. */
async function isLong(context: Context, answers: Readonly<Record<string, unknown>>): Promise<boolean> {
  const fields = applicationForm(context).fields.filter(({ overflow }) => overflow);
  for (const { key, maxCharacters = Number.POSITIVE_INFINITY } of fields) {
    const answer = answers[key];
    const text = isPersonalRef(answer)
      ? (await context.personal.read([answer])).get(answer.personal)
      : String(answer ?? "");
    if (countWords(text ?? "") > maxCharacters) return true;
  }
  return false;
}

/** First submissions whose mark of lateness would be another one. */
async function lateEffects(context: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { campaign, tx } = context;
  const deliverable = applicationDeliverable(campaign.definition);
  if (deliverable === undefined) return [];
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  const marked = await Promise.all(
    applications.map(async ({ id, district, compoundName, submittedAt }) => {
      const [first] = await revisionsOf(tx, id);
      const lateness = first?.late === true ? ("late" as const) : ("inTime" as const);
      return { name: compoundName, district, compoundName, at: first?.submittedAt ?? submittedAt, lateness };
    }),
  );
  const named = marked.filter(
    (one) => marksThatStay([one], deadlineOf(deadlineContext(campaign, after, one.district), deliverable)).length > 0,
  );
  return named.length > 0 ? [phrases.marksStay(caseNames(context, named))] : [];
}

export const applicationEffects = [
  extend(rulingEffects("attachmentOverflow"), overflowEffects),
  extend(rulingEffects("applicationDue"), lateEffects),
  extend(rulingEffects("stageCloses"), lateEffects),
];

export const applicationEffectsFollow = [
  followEffects(applicationSubmitted, OF_APPLICATIONS),
  followEffects(applicationWithdrawn, OF_APPLICATIONS),
  on(draftChanged, async ({ emit }, { kind }) => {
    if (kind === DRAFT) emit(rulingEffectsChanged, { decisions: ["attachmentOverflow"] });
  }),
];
