import { textView, type View } from "../../../platform/chat/view.ts";
import { isAnswered, missingQuestions } from "../../../platform/conversation/form-state.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Application } from "../../application/application.ts";
import type { ApplicationDraft } from "../../application/draft.ts";
import { askedForm } from "../../application/form.ts";
import { lackingOf } from "../../application/lacking.ts";
import { hasReview } from "../../application/offered.ts";
import { annexWords } from "../../application/requirements/views.ts";
import { namedCases, seeCase } from "../../application/see-case.ts";
import { applicationsOf } from "../../application/store.ts";
import { caseName } from "../../application/take-up.ts";
import type { Definition } from "../../definition/definition.ts";
import { dueWordsOf } from "../../definition/wording.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { scoringPhrases } from "../../scoring/phrases.ts";
import { bonusPoints, isFinalized, pointsByRow, totalPoints } from "../../scoring/points.ts";
import type { ScoreSheet } from "../../scoring/score-sheet.ts";
import { sheetsOf } from "../../scoring/store.ts";
import type { Delivery } from "../../stage/extension-points.ts";
import { stagePhrases } from "../../stage/phrases.ts";
import { type Owed, owedInCampaign } from "../../stage/rules.ts";
import { taskListed } from "../../tasks/actions.ts";
import { approvalsView } from "../../tasks/approvals.ts";
import { districtCounts, sum } from "../../tasks/counts.ts";
import { deliveriesIn } from "../../tasks/deliveries.ts";
import { reachOf, reachOfDistricts } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { tasksOfPerson, tasksView } from "../../tasks/views.ts";
import { progressPhrases } from "../progress/phrases.ts";
import { caseWords, progressView } from "../progress/views.ts";
import { type AskedCase, askedCase, formBefore } from "./asked-case.ts";
import { standingPhrases as phrases } from "./phrases.ts";
import { isAbout, type StandingQuestion } from "./rules.ts";

/** The answer, from the same state as 进度 and 待办; undefined where the words mean something else. */
export async function standingView(context: PersonContext, question: StandingQuestion): Promise<View | undefined> {
  const isGroup = context.place === "group";
  switch (question.kind) {
    case "handedIn":
      return isGroup ? undefined : handedInView(context, question);
    case "deadline":
      return datesView(context, question.about);
    case "count":
      return countView(context);
    case "missing":
      return isGroup ? undefined : missingView(context);
    case "total":
      return isGroup ? undefined : totalView(context, await askedCase(context, question.about));
    case "approved":
      return isGroup ? undefined : approvedView(context);
  }
}

async function handedInView(
  context: PersonContext,
  { about, topic }: Extract<StandingQuestion, { kind: "handedIn" }>,
): Promise<View | undefined> {
  const named = context.campaign.definition.campaign.districts.find(({ name }) => about.includes(name));
  if (named && about.length <= named.name.length + 2) return progressView(context, context, named.name);
  const paper = topic && topic !== "requirements" && about === "" ? await paperView(context, topic) : undefined;
  if (paper) return paper;
  const asked = await askedCase(context, about);
  if (asked.kind === "unknown") return undefined;
  if (asked.kind === "none") return progressView(context, context, "");
  const { definition } = context.campaign;
  const { district } = asked.kind === "application" ? asked.application : asked.form;
  const state = await readState(context, reachOfDistricts(definition, [district]));
  const lists = definition.campaign.deliverables.filter(({ purpose }) => purpose === "list");
  const deliveries = deliveriesIn(state, district, dayOf(context.now));
  const handedIn = lists.flatMap(({ id, name }) => {
    const words = deliveries.get(id)?.words;
    return words === undefined ? [] : [phrases.line(name, words)];
  });
  if (asked.kind === "form") {
    const { name, done, of } = asked.form;
    const title = phrases.title(name || progressPhrases.unnamed(nounsOf(definition)));
    return listView(title, [progressPhrases.filling(done, of), ...handedIn]);
  }
  const one = state.cases.find(({ id }) => id === asked.application.id);
  const isChanging = state.forms.some(({ caseId }) => caseId === asked.application.id);
  const words = isChanging
    ? progressPhrases.changing()
    : one && caseWords(one, hasReview(definition), nounsOf(definition));
  const lacking = state.isPublished
    ? []
    : ((await lackingOf(context, [asked.application])).get(asked.application.id) ?? []);
  const annex = annexWords(context);
  const isIn = topic === "requirements" && !lacking.some((line) => line.startsWith(annex));
  const filled = isIn ? [phrases.line(annex, phrases.filledIn())] : [];
  const lines = [...(words ? [words] : []), ...filled, ...lacking, ...handedIn];
  const view = listView(phrases.title(asked.application.compoundName), lines);
  return { ...view, actions: namedCases([asked.application]).map(seeCase) };
}

/** 进度 with the number that was asked for above it. */
async function countView(context: PersonContext): Promise<View> {
  const view = await progressView(context, context, "");
  const own = districtsOf(context.campaign.definition, context.person);
  if (context.place === "group" || own.length === 0) return view;
  const state = await readState(context, reachOfDistricts(context.campaign.definition, own));
  const counts = districtCounts(state, dayOf(context.now)).filter(({ district }) => own.includes(district));
  const text = phrases.counted(
    {
      applied: sum(counts.map(({ applied }) => applied)),
      filling: sum(counts.map(({ filling }) => filling)),
      excluded: sum(counts.map(({ excluded }) => excluded)),
    },
    nounsOf(context.campaign.definition),
  );
  return { ...view, body: [{ kind: "text", text }, ...view.body] };
}

/** What the person has to do; of the form being filled in first what it lacks. */
async function missingView(context: PersonContext): Promise<View> {
  const own = await tasksOfPerson(context, context.person.staffId);
  const view = { ...tasksView(context, own), listed: taskListed(own.state, own.tasks) };
  const form = await formBefore(context);
  return form ? { ...view, body: [{ kind: "text", text: lackingIn(context, form) }, ...view.body] } : view;
}

function lackingIn(context: PersonContext, form: ApplicationDraft): string {
  const asked = askedForm(context, form.state);
  const must = missingQuestions(asked, form.state);
  const may = asked.fields.filter((one) => !one.required && !isAnswered(form.state, one));
  const name = caseName(context, form) || progressPhrases.unnamed(nounsOf(context.campaign.definition));
  const [required, optional] = [must, may].map((all) => all.map(({ label }) => label));
  return phrases.lacking(name, { required: required ?? [], optional: optional ?? [] });
}

/** Whether the report or the list of the own district is in; undefined for who has none, or several. */
async function paperView(context: PersonContext, topic: "report" | "list"): Promise<View | undefined> {
  const { definition } = context.campaign;
  const [district, second] = districtsOf(definition, context.person);
  if (district === undefined || second !== undefined) return undefined;
  const deliveries = deliveriesIn(
    await readState(context, reachOfDistricts(definition, [district])),
    district,
    dayOf(context.now),
  );
  const asked = definition.campaign.deliverables.filter(
    ({ purpose, owedBy }) => purpose === topic && owedBy === "district",
  );
  const lines = asked.flatMap(({ id, name }) => {
    const words = deliveries.get(id)?.words;
    return words === undefined ? [] : [phrases.line(name, words)];
  });
  return lines.length === 0 ? undefined : listView(phrases.paperTitle(), lines);
}

/**
 * The last day of all that the own districts still owe; of what is asked for by name also that it is in. In a group
 * without their state.
 */
async function datesView(context: PersonContext, about: string): Promise<View> {
  const { campaign, now, rulings, person, place } = context;
  const { definition } = campaign;
  const own = place === "group" ? [] : districtsOf(definition, person);
  const owed = owedInCampaign(campaign, { now, rulings, ...(own.length > 0 ? { districts: own } : {}) });
  const named = owed.filter(({ deliverable }) => isAbout(deliverable.name, about));
  const [district, second] = own;
  const only = second === undefined ? district : undefined;
  const state = only === undefined ? undefined : await readState(context, reachOfDistricts(definition, [only]));
  const deliveries = state && only !== undefined ? deliveriesIn(state, only, dayOf(now)) : undefined;
  const lines = (named.length > 0 ? named : owed)
    .filter(({ near, deliverable: { id } }) => {
      const delivery = deliveries?.get(id);
      if (named.length > 0 && delivery) return true;
      return deliveries === undefined ? near.kind !== "over" : !delivery?.done && !delivery?.isEnded;
    })
    .map((one) => dateLine(definition, one, deliveries?.get(one.deliverable.id)));
  return lines.length === 0 || campaign.closedAt
    ? textView(phrases.datesTitle(), phrases.noDates())
    : listView(phrases.datesTitle(), lines);
}

/** 工作报告：10月20日前（含当日），已报送: the day, and how far it is once it is in or no longer accepted. */
export function dateLine(definition: Definition, one: Owed, delivery: Delivery | undefined): string {
  const isOver = delivery?.done === true || delivery?.isEnded === true;
  const words = isOver
    ? phrases.dated(dueWordsOf(definition, one.deadline), delivery.words)
    : stagePhrases.due(definition, one);
  return phrases.line(one.deliverable.name, words);
}

const listView = (title: string, items: readonly string[]): View => ({
  title,
  tone: "running",
  body: [{ kind: "list", items: [...items] }],
  actions: [],
});

/** Points of the own district; of the others, who sees the ranking sees what is final. */
async function totalView(context: PersonContext, asked: AskedCase): Promise<View | undefined> {
  const { tx, campaign, person } = context;
  const { definition } = campaign;
  if (!hasReview(definition) || asked.kind === "unknown") return undefined;
  const all = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const wanted = asked.kind === "application" ? all.filter(({ id }) => id === asked.application.id) : all;
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const own = mayMember(definition, person, "preliminaryReview.score") ? districtsOf(definition, person) : [];
  const seesAll = districtScope(definition, person, "ranking.see") === "all";
  const lines = wanted.flatMap((application) => {
    const sheet = sheets.get(application.id);
    const sees = own.includes(application.district) || (seesAll && isFinalized(sheet));
    return sheet && sees ? [totalLine(context, application, sheet)] : [];
  });
  const [one] = asked.kind === "application" ? wanted : [];
  if (one && !sheets.has(one.id) && own.includes(one.district))
    return textView(phrases.scoresTitle(), phrases.notScored(one.compoundName));
  return lines.length === 0
    ? textView(phrases.scoresTitle(), phrases.noScores())
    : listView(phrases.scoresTitle(), lines);
}

function totalLine({ campaign }: PersonContext, { compoundName }: Application, sheet: ScoreSheet): string {
  const { rubric } = campaign.definition;
  const points = pointsByRow(sheet);
  const total = scoringPhrases.total(totalPoints(rubric, points), rubric.totalPoints, bonusPoints(rubric, points));
  return phrases.total(compoundName, total, { done: points.size, of: rubric.criterionCount }, isFinalized(sheet));
}

/** What waits for whoever decides; how far it is for the city; for a district, whether it is published. */
async function approvedView(context: PersonContext): Promise<View> {
  const { person, campaign } = context;
  const reach = reachOf(context, person.staffId);
  const { city } = nounsOf(campaign.definition);
  const own = await tasksOfPerson(context, person.staffId);
  const waiting = approvalsView(context, person.staffId, own);
  if (waiting.actions.length > 0) return waiting;
  const { selection, isPublished } = own.state;
  if (!reach.city)
    return textView(phrases.approvalTitle(), isPublished ? phrases.published(city) : phrases.notPublished(city));
  const words = selection ? phrases.selection(selection.version, selection.state) : phrases.noSelection();
  return textView(phrases.approvalTitle(), words);
}
