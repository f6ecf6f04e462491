import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { seeCases } from "../application/see-case.ts";
import { memberOf } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { askActions } from "../ranking/ask.ts";
import { MAX_ACTIONS, taskActions } from "./actions.ts";
import type { CampaignState } from "./campaign-state.ts";
import { isOverdue, laterLines, ownLines, waitingLines } from "./lines.ts";
import { taskPhrases as phrases } from "./phrases.ts";
import { reachOf } from "./reach.ts";
import { readState } from "./read-state.ts";
import { owed, tasksFor } from "./rules.ts";
import { isOwn, type Task } from "./task.ts";

/** Lines of a card; a person with more is told how many are left. */
export const MAX_LINES = 10;

/** Tasks of one person, with the state they follow from. */
export interface PersonTasks {
  state: CampaignState;
  tasks: readonly Task[];
  /** What the person may ask of the listed cases, once there are some. */
  asks?: readonly Action[];
}

/** Reads only what the person's tasks follow from. */
export async function tasksOfPerson(context: Context, person: StaffId): Promise<PersonTasks> {
  const state = await readState(context, reachOf(context, person));
  const { definition } = context.campaign;
  const asks = state.lists.received.size > 0 ? askActions(definition, memberOf(context.people, person)) : [];
  return { state, tasks: tasksFor(owed(state, context.now), person), asks };
}

/** 待办: what the person has to do, with the presses that do it, and what others have to do first. */
export function tasksView({ now }: Pick<Context, "now">, { state, tasks, asks = [] }: PersonTasks): View {
  const lines = ownLines(state, tasks, now);
  return {
    title: phrases.title(lines.length),
    tone: toneOf(state, tasks, now),
    status: statusOf(state, tasks, now),
    body: [
      ...(lines.length === 0 ? [{ kind: "text" as const, text: phrases.nothing() }] : [listOf(lines)]),
      ...(lines.length > MAX_LINES ? [{ kind: "text" as const, text: phrases.more(lines.length - MAX_LINES) }] : []),
      ...awaitedBlocks(state, tasks),
    ],
    actions: withCases(state, tasks, asks),
  };
}

/** The presses that do the tasks, and the cases that they are about. */
function withCases(state: CampaignState, tasks: readonly Task[], asks: readonly Action[]): Action[] {
  const done = taskActions(state, tasks);
  const actions = [...done, ...asks.slice(0, Math.max(0, MAX_ACTIONS - done.length))];
  const cases = tasks
    .filter(isOwn)
    .flatMap(({ about: { caseId: id, name = "" } }) => (id === undefined ? [] : [{ id, name }]));
  const distinct = cases.filter((one, at) => cases.findIndex(({ id }) => id === one.id) === at);
  return [...actions, ...seeCases(state.campaign.definition, distinct, actions.length)];
}

/** What the person can do only later, and what others have to do first. */
export const awaitedBlocks = (state: CampaignState, tasks: readonly Task[]): Block[] => [
  ...underHeading(phrases.laterHeading(), laterLines(state, tasks)),
  ...underHeading(phrases.waitingHeading(), waitingLines(state, tasks)),
];

export const underHeading = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

export const listOf = (lines: readonly string[]): Block => ({
  kind: "list",
  ordered: lines.length > 1,
  items: lines.slice(0, MAX_LINES),
});

function toneOf(state: CampaignState, tasks: readonly Task[], now: Date): Tone {
  const own = tasks.filter(isOwn);
  if (own.length === 0) return "done";
  return own.some((task) => isOverdue(state, task, now)) ? "overdue" : "running";
}

function statusOf(state: CampaignState, tasks: readonly Task[], now: Date): string {
  const tone = toneOf(state, tasks, now);
  if (tone === "done") return phrases.status.none;
  return tone === "overdue" ? phrases.status.overdue : phrases.status.open;
}
