import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import type { Action, View } from "../../../platform/chat/view.ts";
import { staffId } from "../../../shared/brand.ts";
import { duplicatesIn } from "../../application/duplicates.ts";
import { broadcastAction } from "../../broadcast/write-view.ts";
import type { Definition } from "../../definition/definition.ts";
import { deliverableFor, offers, stagesWith } from "../../definition/purposes.ts";
import { membersWith } from "../../directory/member.ts";
import { isOffered } from "../../engine/command-listing.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, type Command, type Feature, on } from "../../engine/feature.ts";
import { awaitedLists, awaitedWords } from "../../ranking/awaited-lists.ts";
import { listConfirmed } from "../../recommendation/events.ts";
import { stageOpened } from "../../stage/events.ts";
import { taskActions } from "../../tasks/actions.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { onTasks } from "../../tasks/feature.ts";
import { isOverdue, ownLines } from "../../tasks/lines.ts";
import { reachOf } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { owed, tasksFor } from "../../tasks/rules.ts";
import { isOwn, type Task } from "../../tasks/task.ts";
import { awaitedBlocks } from "../../tasks/views.ts";
import { reportsAction } from "../../work-report/views.ts";
import { deskPhrases as phrases } from "./phrases.ts";

/** One card per organizer. */
const DESK = { kind: "desk.organizer", subject: "desk" };
/** Id of the stage with the start of the city's own work. */
const cityStage = (definition: Definition): string | undefined =>
  (stagesWith(definition, "verification")[0] ?? stagesWith(definition, "selection")[0])?.id;

const deskRenderer: CardRenderer = {
  kind: DESK.kind,
  redrawOn: onTasks,
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
async function showDeskOnStage({ campaign, cards, people }: Context, stage: string): Promise<void> {
  if (stage !== cityStage(campaign.definition)) return;
  for (const { staffId } of membersWith(people, "organizer")) await cards.show(staffId, DESK);
}

/** 今日待办: a card with all city actions, in the organizers' direct chats. */
export const deskFeature: Feature = {
  renderers: [deskRenderer],
  commands: [see],
  listeners: [
    on(listConfirmed, showDeskOnce),
    on(stageOpened, (context, { stage }) => showDeskOnStage(context, stage)),
  ],
};

/** What the organizer has to do stands first; the press for the first of it is the card's primary act. */
async function deskView(context: Context, { chat }: LiveCard): Promise<View> {
  const { definition } = context.campaign;
  const place = chatOfKey(chat);
  const person = place.kind === "direct" ? place.person : staffId("");
  const state = await readState(context, { ...reachOf(context, person), city: true });
  const tasks = tasksFor(owed(state, context.now), person);
  const lines = ownLines(state, tasks, context.now);
  const facts = [...(await listFacts(context)), ...selectionFacts(context, state), ...(await duplicateFacts(context))];
  return {
    title: phrases.title(definition),
    tone: tasks.some((task) => isOwn(task) && isOverdue(state, task, context.now)) ? "overdue" : "running",
    status: phrases.status(lines.length),
    body: [
      lines.length > 0
        ? { kind: "list", ordered: lines.length > 1, items: lines }
        : { kind: "text", text: phrases.nothing() },
      ...awaitedBlocks(state, tasks),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
    ],
    actions: withPrimary(
      actionsIn(state, tasks).filter(({ id }) => isOfferedHere(context, id)),
      taskActions(state, tasks)[0],
    ),
    footnote: phrases.lead(definition),
  };
}

/** As many as a card has room for; the last are left out. */
const MAX_ACTIONS = 6;

/** One primary act a card: the press for the first task. */
const withPrimary = (all: readonly Action[], first: Action | undefined): Action[] =>
  (first ? [{ ...first, look: "primary" as const }, ...all.filter(({ typed }) => typed !== first.typed)] : all).slice(
    0,
    MAX_ACTIONS,
  );

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
