import { staffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { DRAFT } from "../application/draft.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { opinionsChanged } from "../application/opinions/events.ts";
import { requirementsAnswered } from "../application/requirements/events.ts";
import { applicationById } from "../application/store.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { decisionsChanged } from "../authority/events.ts";
import { consultationChanged } from "../consultation/events.ts";
import { returnChanged } from "../correction/events.ts";
import { districtOfficers } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { understood, waitingFor } from "../engine/dispatch/extension-points.ts";
import { draftChanged } from "../engine/draft-changed.ts";
import { EVERY, type Subjects } from "../engine/events.ts";
import { type CardRenderer, type Command, extend, type Feature, on, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { recusalChanged, teamChanged } from "../evaluation-team/events.ts";
import { extensionChanged } from "../extension/events.ts";
import { objectionChanged } from "../objection/events.ts";
import { provincialChanged } from "../provincial-recommendation/events.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { listConfirmed, listSealed } from "../recommendation/events.ts";
import { referenceListApplied } from "../reference-list/events.ts";
import { rulingDecided, rulingRecorded, rulingsChanged } from "../ruling/events.ts";
import { scoresGiven, sheetEvents } from "../scoring/events.ts";
import { publicationWaitsChanged, selectionChanged, selectionPublished } from "../selection/events.ts";
import { correctionChanged } from "../selection/publication/events.ts";
import { latestSelection } from "../selection/store.ts";
import { assignmentsChanged, visitsChanged } from "../site-visit/events.ts";
import { VISIT_PLACES } from "../site-visit/record/number.ts";
import { countdownChanged, deadlinesMoved, deliveryChanged, receivedChanged, stageOpened } from "../stage/events.ts";
import { deliveriesOf } from "../stage/extension-points.ts";
import { supportChanged } from "../support/events.ts";
import { reportReturnChanged } from "../work-report/events.ts";
import { SUMMARY_PLACE } from "../work-report/summary-place.ts";
import { taskActions, taskListed } from "./actions.ts";
import { approvalsView, heldApprovals, openApprovals } from "./approvals.ts";
import { deliveriesIn } from "./deliveries.ts";
import { taskPhrases as phrases } from "./phrases.ts";
import { reachOfDistricts } from "./reach.ts";
import { readState } from "./read-state.ts";
import { readVerdict, withOpinion } from "./verdict.ts";
import { tasksOfPerson, tasksView } from "./views.ts";

/** One card per person; subject: the person. */
const TASKS_CARD = "tasks.own";
const APPROVALS_CARD = "tasks.approvals";

/** Requirements bear on tasks only while an approved list waits for 公布. */
const onceApproved = async (_: unknown, { tx, campaign }: Context): Promise<Subjects> =>
  (await latestSelection(tx, campaign.id))?.state === "approved" ? EVERY : [];

/** What changes somebody's tasks, besides what is saved in the middle of a conversation. */
export const onTasks = [
  redrawOn(stageOpened),
  redrawOn(countdownChanged),
  redrawOn(deadlinesMoved),
  redrawOn(receivedChanged),
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  redrawOn(opinionsChanged),
  ...sheetEvents.map((type) => redrawOn(type)),
  redrawOn(listConfirmed),
  redrawOn(listSealed),
  redrawOn(returnChanged),
  redrawOn(teamChanged),
  redrawOn(recusalChanged),
  redrawOn(extensionChanged),
  redrawOn(consultationChanged),
  redrawOn(assignmentsChanged),
  redrawOn(visitsChanged),
  redrawOn(attachmentsChanged, ({ place }) => (place.startsWith(VISIT_PLACES) || place === SUMMARY_PLACE ? EVERY : [])),
  redrawOn(expectedDistrictsNamed),
  redrawOn(rulingRecorded),
  redrawOn(rulingDecided),
  redrawOn(rulingsChanged),
  redrawOn(selectionChanged),
  redrawOn(selectionPublished),
  redrawOn(publicationWaitsChanged),
  redrawOn(correctionChanged),
  redrawOn(provincialChanged),
  redrawOn(objectionChanged),
  redrawOn(reportReturnChanged),
  redrawOn(supportChanged),
  redrawOn(requirementsAnswered, onceApproved),
  redrawOn(referenceListApplied, onceApproved),
  redrawOn(decisionsChanged),
  redrawOn(peopleChanged),
];

const tasksRenderer: CardRenderer = {
  kind: TASKS_CARD,
  redrawOn: onTasks,
  render: async (context, { subject }) => tasksView(context, await tasksOfPerson(context, staffId(subject))),
};

const approvalsRenderer: CardRenderer = {
  kind: APPROVALS_CARD,
  redrawOn: onTasks,
  async render(context, { subject }) {
    const person = staffId(subject);
    const held = await heldApprovals(context, person);
    return approvalsView(context, person, { ...(await tasksOfPerson(context, person)), held });
  },
};

const see: Command = {
  id: "tasks.see",
  orients: true,
  words: [phrases.word(), "我的待办", "todo"],
  capability: "help.see",
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  onlyIn: "direct",
  async handle(context) {
    const { cards, chat, person } = context;
    await cards.show(chat, { kind: TASKS_CARD, subject: person.staffId });
    const { state, tasks } = await tasksOfPerson(context, person.staffId);
    return { listed: taskListed(state, tasks) };
  },
};

const approvals: Command = {
  id: "tasks.approvals",
  words: [phrases.approvalsWord(), "我的审批"],
  // Everybody may ask; only who decides is told of it.
  capability: "selection.approve",
  or: "help.see",
  effect: "read",
  help: { example: phrases.approvalsWord(), purpose: phrases.approvalsPurpose(), ownOnly: true },
  onlyIn: "direct",
  async handle(context) {
    const { cards, chat, person } = context;
    await openApprovals(context, await tasksOfPerson(context, person.staffId));
    await cards.show(chat, { kind: APPROVALS_CARD, subject: person.staffId });
    return {};
  },
};

/** 同意 alone decides nothing, nor does 不同意，请补充理由: it proposes what waits for this person, with the words beside. */
const agreement = extend(understood, async (context, { text, person: { staffId: person }, place }) => {
  const said = place === "direct" ? readVerdict(text) : undefined;
  if (!said) return undefined;
  const view = approvalsView(context, person, await tasksOfPerson(context, person));
  return view.actions.length === 0 ? undefined : { ...view, actions: withOpinion(view.actions, said) };
});

/** Tasks, for suggestions. */
const waiting = extend(waitingFor, async (context, { person }) => {
  const { state, tasks } = await tasksOfPerson(context, person);
  return taskActions(state, tasks);
});

/** Answers of a form and points change the card once, when the conversation pauses. */
async function refreshOfficers({ people, cards }: Context, district: string | undefined): Promise<void> {
  const officers = districtOfficers(people, district).map(({ member }) => member.staffId);
  await cards.refreshLater(...officers.map((subject) => ({ kind: TASKS_CARD, subject })));
}

const tellDelivery = async ({ emit }: Context, { district }: { district: string }): Promise<void> =>
  emit(deliveryChanged, { district });

/** 待办 and 待我审批 of every role. */
export const tasksFeature: Feature = {
  commands: [see, approvals],
  renderers: [tasksRenderer, approvalsRenderer],
  listeners: [
    on(applicationSubmitted, tellDelivery),
    on(applicationWithdrawn, tellDelivery),
    on(listConfirmed, tellDelivery),
    on(listSealed, tellDelivery),
    on(returnChanged, tellDelivery),
    ...sheetEvents.map((type) => on(type, tellDelivery)),
    on(expectedDistrictsNamed, async ({ emit }) => emit(deliveryChanged, {})),
    on(rulingsChanged, async ({ emit }) => emit(deliveryChanged, {})),
    on(draftChanged, async (context, { kind, district }) => {
      if (kind === DRAFT) await refreshOfficers(context, district);
    }),
    on(scoresGiven, async (context, { caseId }) =>
      refreshOfficers(context, (await applicationById(context.tx, caseId))?.district),
    ),
  ],
  extensions: [
    waiting,
    agreement,
    extend(deliveriesOf, async (context, { district }) =>
      deliveriesIn(
        await readState(context, reachOfDistricts(context.campaign.definition, [district])),
        district,
        dayOf(context.now),
      ),
    ),
  ],
};
