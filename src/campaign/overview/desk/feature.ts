import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { staffId } from "../../../shared/brand.ts";
import { addDays, type CivilDate, dayOf, momentOf, weekdayOf } from "../../../shared/civil-date.ts";
import { duplicatesIn } from "../../application/duplicates.ts";
import { broadcastAction } from "../../broadcast/write-view.ts";
import { stageOpening } from "../../definition/deadlines.ts";
import type { Definition } from "../../definition/definition.ts";
import { deliverableFor, offers, stagesWith } from "../../definition/purposes.ts";
import { deadlineContext, type RunningCampaign } from "../../definition/running-campaign.ts";
import { type Member, membersWith } from "../../directory/member.ts";
import { isOffered } from "../../engine/command-listing.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, type Command, type DueKind, type Feature, on, redrawOn } from "../../engine/feature.ts";
import { progressOf } from "../../export/progress.ts";
import { progressFigure } from "../../export/progress-figure.ts";
import { drawFigure, wordsView } from "../../figure/figure.ts";
import { awaitedLists, awaitedWords } from "../../ranking/awaited-lists.ts";
import { receiptsChanged } from "../../receipt/events.ts";
import { listConfirmed } from "../../recommendation/events.ts";
import { agreedChanged, remindersRun } from "../../reminder/events.ts";
import { workingDays } from "../../reminder/moments.ts";
import { stageOpened } from "../../stage/events.ts";
import { taskActions } from "../../tasks/actions.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { onTasks } from "../../tasks/feature.ts";
import { isOverdue, laterLines, ownLines } from "../../tasks/lines.ts";
import { taskPhrases } from "../../tasks/phrases.ts";
import { readState } from "../../tasks/read-state.ts";
import { owed, tasksFor } from "../../tasks/rules.ts";
import { isOwn, type Task } from "../../tasks/task.ts";
import { underHeading } from "../../tasks/views.ts";
import { reportsAction } from "../../work-report/views.ts";
import { agreeAction } from "../nudge/agree-card.ts";
import { nudgeAction } from "../nudge/views.ts";
import { awaitedLines, isWorthSending, newsBlocks, pressingBlocks, readMorning, stuckLines } from "./morning-views.ts";
import { MORNING_TIME, morningsAt } from "./mornings.ts";
import { deskPhrases as phrases } from "./phrases.ts";

/** One card per organizer. */
const DESK = { kind: "desk.organizer", subject: "desk" };
/** Id of the stage with the start of the city's own work. */
const cityStage = (definition: Definition): string | undefined =>
  (stagesWith(definition, "verification")[0] ?? stagesWith(definition, "selection")[0])?.id;

const deskRenderer: CardRenderer = {
  kind: DESK.kind,
  redrawOn: [...onTasks, redrawOn(remindersRun), redrawOn(agreedChanged), redrawOn(receiptsChanged)],
  render: deskView,
};

const see: Command = {
  id: "desk.see",
  words: [phrases.word(), "工作台", "市级办理"],
  capability: "publication.publish",
  effect: "read",
  help: {
    example: phrases.word(),
    purpose: phrases.purpose,
    step: ["ranking", "selection", "publication", "export"],
  },
  onlyIn: "direct",
  async handle(context) {
    await context.cards.show(context.chat, DESK);
    return {};
  },
};

/** Shows the card after the first confirmed list. */
async function showDeskOnce({ cards, people }: Context): Promise<void> {
  for (const { staffId } of membersWith(people, "organizer")) await cards.showOnce(staffId, DESK);
}

/** Shows the card again, at the end of the chat, when the city's stage opens. */
async function showDeskOnStage(context: Context, stage: string): Promise<void> {
  const { campaign, cards, people } = context;
  if (stage !== cityStage(campaign.definition)) return;
  for (const { staffId } of membersWith(people, "organizer")) await cards.show(staffId, DESK);
}

const MORNING = "desk.morning";
/** After downtime the card comes later on the same day, but not in the evening. */
const LAST_TIME = "18:00";

function opensCityStage({ campaign, rulings, now }: Context): boolean {
  const stage = campaign.definition.campaign.stages.find(({ id }) => id === cityStage(campaign.definition));
  return stage !== undefined && dayOf(stageOpening(deadlineContext(campaign, rulings), stage)) === dayOf(now);
}

/** 今日待办 by itself, at 08:45 of working days, if there is something to say; else a card that is there is redrawn. */
const mornings: DueKind = {
  kind: MORNING,
  refreshesOnly: true,
  moments: (campaign) => workingDays(campaign).map((day) => ({ key: day, dueAt: momentOf(day, MORNING_TIME) })),
  async fire(context, { dueAt }) {
    const { campaign, now, cards, people } = context;
    if (dueAt < campaign.startedAt) return "beforeStart";
    const last = morningsAt(campaign, now)?.last;
    if (!last || dueAt < last) return "newerDue";
    await cards.refresh({ kind: DESK.kind });
    if (now >= momentOf(dayOf(dueAt), LAST_TIME)) return "tooLate";
    // The opening of the city's stage has sent it, a quarter of an hour earlier.
    if (opensCityStage(context)) return "openedToday";
    const state = await readState(context);
    const morning = await readMorning(context, state);
    const tasks = owed(state, now);
    const due = membersWith(people, "organizer").filter(
      ({ staffId: id }) => morning && isWorthSending(state, morning, tasksFor(tasks, id)),
    );
    if (due.length === 0) return "nothingToTell";
    for (const { staffId: id } of due) await cards.show(id, DESK);
    if (isFirstOfWeek(campaign, dayOf(dueAt))) await sendProgress(context, due, dayOf(dueAt));
    return "done";
  },
};

/** The week's first card comes with a picture of how far the districts are. */
const isFirstOfWeek = ({ calendar }: RunningCampaign, day: CivilDate): boolean =>
  calendar.nextWorkingDay(addDays(day, 1 - weekdayOf(day))) === day;

async function sendProgress(context: Context, to: readonly Member[], day: CivilDate): Promise<void> {
  const figure = progressFigure(context, await progressOf(context));
  const picture = await drawFigure(context, figure);
  for (const { staffId: id } of to) {
    const key = `desk.progress ${context.campaign.id} ${day} ${id}`;
    await context.outbox.say(id, wordsView(figure), key);
    if (picture) await context.outbox.sendFile(id, picture, `${key} picture`);
  }
}

/** 今日待办: a card with all city actions, in the organizers' direct chats. */
export const deskFeature: Feature = {
  renderers: [deskRenderer],
  commands: [see],
  dueKinds: [mornings],
  listeners: [
    on(listConfirmed, showDeskOnce),
    on(stageOpened, (context, { stage }) => showDeskOnStage(context, stage)),
  ],
};

/** Who is late and what is stuck stands first, then what the organizer has to do; its first press is the primary act. */
async function deskView(context: Context, { chat }: LiveCard): Promise<View> {
  const { definition } = context.campaign;
  const place = chatOfKey(chat);
  const person = place.kind === "direct" ? place.person : staffId("");
  const state = await readState(context);
  const tasks = tasksFor(owed(state, context.now), person);
  const lines = ownLines(state, tasks, context.now);
  const morning = await readMorning(context, state);
  const pressing = morning?.pressing ?? [];
  const isLate =
    tasks.some((task) => isOwn(task) && isOverdue(state, task, context.now)) || pressing.some((one) => one.isLate);
  const facts = [
    ...(await listFacts(context)),
    ...selectionFacts(context, state),
    ...(morning?.forecast ? [{ label: phrases.forecastLabel(), value: morning.forecast.text }] : []),
    ...(await duplicateFacts(context)),
  ];
  const first = taskActions(state, tasks)[0];
  return {
    title: phrases.title(definition),
    tone: isLate ? "overdue" : pressing.length > 0 ? "near" : "running",
    status: phrases.status(lines.length),
    body: [
      ...(morning ? pressingBlocks(context, morning) : []),
      ...(pressing.length > 0 && lines.length > 0 ? [{ kind: "heading" as const, text: phrases.ownHeading() }] : []),
      ...ownBlocks(lines, pressing.length > 0),
      ...underHeading(taskPhrases.laterHeading(), laterLines(state, tasks)),
      ...underHeading(phrases.stuckHeading(), stuckLines(state, tasks)),
      ...underHeading(phrases.awaitedHeading(), awaitedLines(state, tasks, pressing)),
      ...(morning ? newsBlocks(context, morning) : []),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
    ],
    actions: withFirst(
      actionsIn(state, tasks).filter(({ id }) => isOfferedHere(context, id)),
      [...(pressing.length > 0 ? [nudgeAction(), agreeAction()] : []), ...(first ? [first] : [])],
    ),
    footnote: phrases.lead(definition),
  };
}

function ownBlocks(lines: readonly string[], hasOthers: boolean): Block[] {
  if (lines.length > 0) return [{ kind: "list", ordered: lines.length > 1, items: lines }];
  return hasOthers ? [] : [{ kind: "text", text: phrases.nothing() }];
}

/** As many as a card has room for; the last are left out. */
const MAX_ACTIONS = 6;

/** One primary act a card: the first. */
const withFirst = (all: readonly Action[], first: readonly Action[]): Action[] =>
  [
    ...first.map((action, at) => ({ ...action, look: at === 0 ? ("primary" as const) : ("default" as const) })),
    ...all.filter(({ typed }) => first.every((one) => one.typed !== typed)),
  ].slice(0, MAX_ACTIONS);

async function listFacts(context: Context): Promise<{ label: string; value: string }[]> {
  const list = deliverableFor(context.campaign.definition, "list");
  return list ? [{ label: list.name, value: awaitedWords(context, await awaitedLists(context)) }] : [];
}

async function duplicateFacts(context: Context): Promise<{ label: string; value: string }[]> {
  const { length } = await duplicatesIn(context);
  return length === 0 ? [] : [{ label: phrases.duplicatesLabel(), value: phrases.duplicates(length) }];
}

function selectionFacts({ campaign }: Context, { selection }: CampaignState): { label: string; value: string }[] {
  if (!offers(campaign.definition, "selection")) return [];
  const value = selection ? phrases.selection(selection.version, selection.state) : phrases.selectionNone();
  return [{ label: phrases.selectionLabel(), value }];
}

/** Whether the campaign offers the command of a button. */
function isOfferedHere({ commands, campaign }: Context, id: string): boolean {
  const command = commands.find((one) => one.id === id);
  return command !== undefined && isOffered(campaign.definition, command);
}

/** 公布 in place of 择优 from the day on which it can be done; afterwards the reports are what is left. */
const actionsIn = ({ isPublished }: CampaignState, tasks: readonly Task[]): Action[] => [
  { id: "ranking.see", label: phrases.ranking(), typed: "排名", look: "default" },
  isPublished ? reportsAction : tasks.some(isPublication) ? publishAction : chooseAction,
  { id: "ruling.see", label: phrases.rulings(), typed: "口径", look: "default" },
  broadcastAction,
  { id: "export.make", label: phrases.export(), typed: "导出", look: "default" },
  { id: "progress.see", label: phrases.progress(), typed: "进度", look: "default" },
];

const isPublication = (task: Task): boolean => isOwn(task) && task.what === "publication.publish";
const chooseAction: Action = { id: "selection.choose", label: phrases.select(), typed: "择优", look: "default" };
const publishAction: Action = { id: "publication.preview", label: phrases.publish(), typed: "公布", look: "default" };
