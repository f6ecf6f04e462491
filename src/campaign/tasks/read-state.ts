import { DRAFT, draftOf } from "../application/draft.ts";
import { applicationForm } from "../application/form.ts";
import { formOf, hasApplications } from "../application/offered.ts";
import { applicationsOf } from "../application/store.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { awaitedLists } from "../ranking/awaited-lists.ts";
import { expectedDistrictsOf } from "../ranking/store.ts";
import { recommendingDistricts } from "../recommendation/levels.ts";
import { listsInForce, recommendsNobody } from "../recommendation/store.ts";
import { answersOf } from "../ruling/store.ts";
import { isFinalized } from "../scoring/points.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { sheetsOf } from "../scoring/store.ts";
import { latestSelection } from "../selection/store.ts";
import { reportsInForce } from "../work-report/store.ts";
import type { CampaignState, CaseState, FilledForm, ListsState } from "./campaign-state.ts";

/** Reads the state once, with a number of queries that does not grow with it. */
export async function readState(context: Context): Promise<CampaignState> {
  const { tx, campaign, rulings, people } = context;
  return {
    campaign,
    rulings,
    people,
    cases: await casesIn(context),
    forms: await formsIn(context),
    lists: await listsIn(context),
    reports: new Set((await reportsInForce(tx, campaign.id)).keys()),
    answers: await answersOf(tx, campaign.id),
    selection: await latestSelection(tx, campaign.id),
  };
}

async function casesIn({ tx, campaign }: Context): Promise<CaseState[]> {
  const of = criteriaOf(campaign.definition.rubric).length;
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return (await applicationsOf(tx, campaign.id)).map(({ id, district, compoundName, state, submittedAt }) => {
    const sheet = sheets.get(id);
    const review = { state: isFinalized(sheet) ? ("finalized" as const) : ("open" as const) };
    return {
      id,
      district,
      name: compoundName,
      state,
      submittedAt,
      review: { ...review, done: sheet?.scores.size ?? 0, of },
    };
  });
}

async function formsIn(context: Context): Promise<FilledForm[]> {
  const { campaign } = context;
  if (!hasApplications(campaign.definition) || !formOf(campaign.definition)) return [];
  const { fields } = applicationForm(context);
  const nameKey = fieldFor(applicationForm(context), "name")?.key ?? "";
  const drafts = await context.drafts.unfinished({ kind: DRAFT });
  return drafts.map((draft) => {
    const { answers } = draftOf(context, draft).state;
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

async function listsIn(context: Context): Promise<ListsState> {
  const { tx, campaign } = context;
  const { released } = await awaitedLists(context);
  const lists = await listsInForce(tx, campaign.id);
  const { isOpen, proposed, namedAt } = await expectedDistrictsOf(tx, campaign.id);
  return {
    expected: recommendingDistricts(context).filter((id) => !released.includes(id)),
    received: new Set(lists.keys()),
    ...(isOpen && namedAt ? { proposal: { districts: proposed, at: namedAt } } : {}),
    nobody: new Set([...lists].flatMap(([id, list]) => (recommendsNobody(list) ? [id] : []))),
  };
}
