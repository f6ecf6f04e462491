import { DRAFT, draftOf } from "../application/draft.ts";
import { applicationForm, askedForm } from "../application/form.ts";
import { formOf, hasApplications } from "../application/offered.ts";
import { casesToConfirm } from "../application/opinions/standing.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { openExtensions } from "../extension/store.ts";
import { nextStep } from "../objection/rules.ts";
import { objectionsOf } from "../objection/store.ts";
import { provincialNext } from "../provincial-recommendation/next.ts";
import { hasProvince } from "../provincial-recommendation/rules.ts";
import { noticeOf } from "../public-notice/store.ts";
import { expectable } from "../ranking/awaited-lists.ts";
import { expectedDistrictsOf } from "../ranking/store.ts";
import { recommendingDistricts } from "../recommendation/levels.ts";
import { answersOf } from "../ruling/store.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { fallenOut } from "../selection/after-publication.ts";
import { correctionsOf } from "../selection/publication/correction.ts";
import { lastingHindrance } from "../selection/publication/publication.ts";
import type { Selection } from "../selection/selection.ts";
import { latestSelection } from "../selection/store.ts";
import type { CampaignState, CaseState, FilledForm, ListsState, OpenExtension } from "./campaign-state.ts";
import { consultationStateIn } from "./consultation-turns.ts";
import { readCases, readHandedIn } from "./queries.ts";
import { type Districts, EVERYTHING, type Reach } from "./reach.ts";
import { teamStateIn } from "./read-team.ts";

/**
 * Reads the state once, as far as it is asked for, with a number of statements that does not grow with it. Of what is
 * out of reach nothing is known: tasks that follow from it are told only to people who reach it.
 */
export async function readState(context: Context, reach: Reach = EVERYTHING): Promise<CampaignState> {
  const { tx, campaign, rulings, people } = context;
  const [
    handedIn,
    proposal,
    selection,
    cases,
    forms,
    team,
    extensions,
    consultation,
    answers,
    objections,
    unregistered,
  ] = await Promise.all([
    handedInWithin(context, reach),
    reach.city ? proposalIn(context) : undefined,
    reach.city ? latestSelection(tx, campaign.id) : undefined,
    casesIn(context, reach.cases),
    formsIn(context, reach.cases),
    reach.team ? teamStateIn(context) : {},
    reach.city ? extensionsIn(context) : undefined,
    reach.consultation ? consultationStateIn(context) : undefined,
    reach.city ? answersOf(tx, campaign.id) : [],
    reach.city ? openObjections(context) : undefined,
    reach.decisions ? unregisteredIn(context) : [],
  ]);
  const { lists, reports, returnedReports, supports, hasSummary, isPublished } = handedIn;
  const correction = selection?.state === "published" ? await waitingCorrection(context) : undefined;
  const notice = selection?.state === "approved" ? await noticeOf(context, selection.version) : undefined;
  return {
    campaign,
    rulings,
    people,
    cases,
    forms,
    lists: { ...lists, ...(proposal ? { proposal } : {}) },
    reports,
    hasSummary,
    ...(supports.length > 0 ? { supports } : {}),
    ...(returnedReports.size > 0 ? { returnedReports } : {}),
    ...team,
    ...(extensions ? { extensions } : {}),
    ...(consultation ? { consultation } : {}),
    answers,
    selection,
    hindrance: selection?.state === "approved" ? await lastingHindrance(context, selection) : undefined,
    ...(notice ? { notice } : {}),
    ...(selection?.state === "published" ? { fallenOut: (await fallenOut(context)).size } : {}),
    ...(correction ? { correction } : {}),
    ...(selection?.state === "published" ? await provinceIn(context, selection) : {}),
    ...(objections ? { objections } : {}),
    isPublished: isPublished || selection?.state === "published",
    unregistered,
  };
}

const extensionsIn = async ({ tx, campaign }: Context): Promise<readonly OpenExtension[]> =>
  (await openExtensions(tx, campaign.id)).flatMap(({ state, askedAt, decidedAt, ...one }) =>
    state === "asked" || state === "proposed" ? [{ ...one, state, at: decidedAt ?? askedAt }] : [],
  );

async function openObjections(context: Context): Promise<NonNullable<CampaignState["objections"]>> {
  const open = (await objectionsOf(context)).filter((one) => nextStep(one) !== "nothing");
  return open.map(({ number, state, handleBy, repliedOn, registeredAt, reportedAt, decidedAt }) => ({
    ...{ number, state, handleBy, repliedOn },
    at: decidedAt ?? reportedAt ?? registeredAt,
  }));
}

async function provinceIn(context: Context, selection: Selection): Promise<Pick<CampaignState, "province">> {
  if (!hasProvince(context.campaign.definition)) return {};
  const { next, latest } = await provincialNext(context, selection);
  const since = latest?.decidedAt ?? latest?.recordedAt ?? selection.publishedAt ?? selection.recordedAt;
  return { province: { next, version: latest?.version ?? 0, since, dueOn: latest?.dueOn } };
}

async function waitingCorrection(context: Context): Promise<CampaignState["correction"]> {
  const [waiting] = await correctionsOf(context, { state: "proposed" });
  return waiting && { number: waiting.number, at: waiting.recordedAt };
}

const isNowhere = (districts: Districts): boolean => districts !== "all" && districts.length === 0;

async function handedInWithin(context: Context, { handedIn }: Reach) {
  const { tx, campaign } = context;
  const found = isNowhere(handedIn)
    ? { lists: [], reports: [], supports: [], released: [], hasSummary: false, isPublished: false }
    : await readHandedIn(tx, campaign.id, handedIn);
  const out = expectable(context).flatMap(({ id }) => (found.released.includes(id) ? [id] : []));
  const lists: ListsState = {
    expected: recommendingDistricts(context).filter((id) => !out.includes(id)),
    received: new Set(found.lists.map(({ district }) => district)),
    nobody: new Set(found.lists.flatMap(({ district, cases }) => (cases === 0 ? [district] : []))),
    unsealed: new Map(
      found.lists.flatMap(({ district, version, at, isSealed }) => (isSealed ? [] : [[district, { version, at }]])),
    ),
  };
  const reports = new Set(found.reports.map(({ district }) => district));
  const returnedReports = new Map(
    found.reports.flatMap(({ district, version, at, until }) => (until ? [[district, { version, at, until }]] : [])),
  );
  return {
    lists,
    reports,
    returnedReports,
    supports: found.supports,
    hasSummary: found.hasSummary,
    isPublished: found.isPublished,
  };
}

async function proposalIn({ tx, campaign }: Context): Promise<ListsState["proposal"]> {
  const { isOpen, proposed, namedAt } = await expectedDistrictsOf(tx, campaign.id);
  return isOpen && namedAt ? { districts: proposed, at: namedAt } : undefined;
}

/** Decisions in force of which the document is not registered: 依据文件待登记. */
async function unregisteredIn(context: Context): Promise<string[]> {
  const decisions = (await context.contributions(decisionsMade, {})).flat();
  return decisions.flatMap(({ name, authority }) => (authority?.number === undefined ? [name] : []));
}

async function casesIn(context: Context, districts: Districts): Promise<CaseState[]> {
  if (isNowhere(districts)) return [];
  const { tx, campaign } = context;
  const of = criteriaOf(campaign.definition.rubric).length;
  const rows = await readCases(tx, campaign.id, districts);
  const older = rows.filter(({ hasOlderOpinions }) => hasOlderOpinions).map(({ id }) => id);
  const waiting = older.length === 0 ? new Set<string>() : await casesToConfirm(context, older);
  return rows.map(({ isFinalized, done, hasOlderOpinions: _, returnedUntil, returnedAt, moreTimeAskedAt, ...one }) => ({
    ...one,
    ...(returnedUntil && returnedAt
      ? { returned: { until: returnedUntil, at: returnedAt, ...(moreTimeAskedAt ? { moreTimeAskedAt } : {}) } }
      : {}),
    review: { state: isFinalized ? "finalized" : "open", done, of },
    opinionsWait: waiting.has(one.id),
  }));
}

async function formsIn(context: Context, districts: Districts): Promise<FilledForm[]> {
  const { definition } = context.campaign;
  if (isNowhere(districts) || !hasApplications(definition) || !formOf(definition)) return [];
  const nameKey = fieldFor(applicationForm(context), "name")?.key ?? "";
  const places = districts === "all" ? [{}] : districts.map((district) => ({ district }));
  const drafts = await Promise.all(places.map((place) => context.drafts.unfinished({ kind: DRAFT, ...place })));
  return drafts.flat().map((draft) => {
    const { state } = draftOf(context, draft);
    const { answers } = state;
    const { fields } = askedForm(context, state);
    return {
      district: draft.district ?? "",
      startedBy: draft.startedBy,
      caseId: draft.subject,
      name: String(answers[nameKey] ?? ""),
      done: fields.filter(({ key }) => Object.hasOwn(answers, key)).length,
      of: fields.length,
    };
  });
}
