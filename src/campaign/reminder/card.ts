import type { Action, Tone, View } from "../../platform/chat/view.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";
import { addDays, dayOf } from "../../shared/civil-date.ts";
import { deadlineOf, deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { dayWordsIn, duePhraseOf } from "../definition/wording.ts";
import { districtsOf, memberOf } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { extendable } from "../extension/rules.ts";
import { askAction } from "../extension/views.ts";
import type { Receipt } from "../receipt/store.ts";
import { countShown, type Nearness, nearnessOf } from "../stage/rules.ts";
import { MAX_ACTIONS, taskActions } from "../tasks/actions.ts";
import type { CampaignState } from "../tasks/campaign-state.ts";
import { onTasks } from "../tasks/feature.ts";
import { ownLines } from "../tasks/lines.ts";
import { taskPhrases } from "../tasks/phrases.ts";
import { reachOf } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";
import type { Task } from "../tasks/task.ts";
import { listOf, MAX_LINES } from "../tasks/views.ts";
import { agreedDays } from "./agreed.ts";
import { type Agreed, isLateNow, remindable, workingDaysLate } from "./due.ts";
import { agreedChanged, remindersRun } from "./events.ts";
import { reminderPhrases as phrases } from "./phrases.ts";
import { missingView, receivedView } from "./report-view.ts";
import { REMINDER_CARD, remindersSent } from "./send.ts";

export const personRenderer: CardRenderer = {
  kind: REMINDER_CARD,
  redrawOn: [...onTasks, redrawOn(remindersRun), redrawOn(agreedChanged)],
  render: (context, { subject }) => personView(context, staffId(subject)),
};

/** What is known of the reminders of one person. */
interface Sent {
  level: "remind" | "urge";
  /** The one before the last, with what was known of it when the last was sent. */
  before: Receipt | undefined;
  last: Receipt | undefined;
}

/** All that the person owes by a day, as it stands now: it is begun and handed in from here. */
async function personView(context: Context, person: StaffId): Promise<View> {
  const { now } = context;
  const state = await readState(context, reachOf(context, person));
  const tasks = remindable(state, now).filter((task) => task.person === person);
  const sent = await sentTo(context, person);
  const [only, second] = tasks;
  if (!only) return doneView(context, state, person);
  const { district } = only.about;
  if (!second && only.what === "report.submit" && district !== undefined)
    return missingView(context, district, sent.level);
  const agreed = await agreedDays(context.tx, context.campaign.id);
  return severalView(context, state, { tasks, sent, agreed });
}

async function sentTo(context: Context, person: StaffId): Promise<Sent> {
  const own = await remindersSent(context, person);
  const last = own.at(-1);
  return { level: last?.kind === "urge" ? "urge" : "remind", before: own.at(-2), last };
}

function doneView(context: Context, { reports }: CampaignState, person: StaffId): View {
  const member = memberOf(context.people, person);
  const [district, second] = member ? districtsOf(context.campaign.definition, member) : [];
  if (district !== undefined && second === undefined && reports.has(district)) return receivedView(context, district);
  return {
    title: phrases.doneTitle(),
    tone: "done",
    status: phrases.doneStatus(),
    body: [{ kind: "text", text: phrases.doneText() }],
    actions: [],
  };
}

function severalView(
  context: Context,
  state: CampaignState,
  { tasks, sent, agreed }: { tasks: readonly Task[]; sent: Sent; agreed: readonly Agreed[] },
): View {
  const lines = ownLines(state, tasks, context.now);
  const { tone, status } = nearest(state, tasks, context.now);
  const notes = [
    ...lateNote(state, tasks, sent),
    ...noteOf(context, tasks, sent),
    ...agreedLines(context, tasks, agreed),
  ];
  const more = lines.length - MAX_LINES;
  return {
    title: titleOf(context, tasks, sent.level),
    ...{ tone, status },
    body: [
      listOf(lines),
      ...(more > 0 ? [{ kind: "text" as const, text: taskPhrases.more(more) }] : []),
      ...notes.map((text) => ({ kind: "text" as const, text })),
    ],
    actions: withExtension(context, state, tasks),
    footnote: phrases.personFootnote(),
  };
}

/** A list alone is named with its day. */
function titleOf({ campaign, rulings }: Context, tasks: readonly Task[], level: Sent["level"]): string {
  const [only, second] = tasks;
  const { deliverable, district } = only?.about ?? {};
  if (second || only?.what !== "list.submit" || deliverable === undefined) return phrases.several(tasks.length, level);
  const deadline = deadlineOf(deadlineContext(campaign, rulings, district), deliverable);
  return phrases.title(
    deliverableById(campaign.definition, deliverable).name,
    duePhraseOf(campaign.definition, deadline),
    level,
  );
}

const TONES = { far: "running", near: "near", lastDay: "near", over: "running" } as const satisfies Record<
  Nearness["kind"],
  Tone
>;

/** By the most urgent: what is late, else the next day. */
function nearest(state: CampaignState, tasks: readonly Task[], now: Date): { tone: Tone; status: string } {
  if (tasks.some((task) => isLateNow(state, task, now))) return { tone: "overdue", status: phrases.overdue() };
  const today = dayOf(now);
  const [next] = tasks
    // Cards count to the days of deliverables only.
    .filter(({ about }) => about.deliverable !== undefined)
    .map((task) => addDays(dayOf(task.dueAt ?? now), -1))
    .filter((day) => day >= today)
    .sort((one, other) => one.localeCompare(other));
  if (next === undefined) return { tone: "running", status: phrases.open() };
  const near = nearnessOf(state.campaign.calendar, today, next);
  if (near.kind === "lastDay") return { tone: "near", status: phrases.dueToday() };
  const count = countShown(near);
  return { tone: TONES[near.kind], status: count > 0 ? phrases.counted(count) : phrases.open() };
}

/** As it was when the last reminder was sent: cards are not redrawn for a count. */
function lateNote(state: CampaignState, tasks: readonly Task[], { last }: Sent): string[] {
  if (!last) return [];
  const days = Math.max(...tasks.map((task) => workingDaysLate(state, task, last.sentAt)));
  const on = dayWordsIn(state.campaign.definition, dayOf(last.sentAt));
  return days > 0 ? [phrases.late(on, days)] : [];
}

const isBegun = ({ what, about: { done = 0 } }: Task): boolean =>
  what === "application.finish" || what === "review.finalize" || (what === "review.score" && done > 0);

/** Other words for who did not read the reminder before, read it and did not begin, or has begun. */
function noteOf({ campaign }: Context, tasks: readonly Task[], { before, last }: Sent): string[] {
  if (tasks.some(isBegun)) return [phrases.begun()];
  if (!before?.askedAt || !last) return [];
  const on = dayWordsIn(campaign.definition, dayOf(before.sentAt));
  const wasRead = before.readAt !== undefined && before.readAt < last.sentAt;
  return [wasRead ? phrases.idle(on) : phrases.unread(on)];
}

const agreedLines = ({ campaign }: Context, tasks: readonly Task[], agreed: readonly Agreed[]): string[] =>
  agreed
    .filter(({ deliverable, district }) =>
      tasks.some(({ about }) => about.deliverable === deliverable && about.district === district),
    )
    .map(({ deliverable, until }) =>
      phrases.agreed(deliverableById(campaign.definition, deliverable).name, dayWordsIn(campaign.definition, until)),
    );

/** Beside what does it, 申请延期 of what has a binding day that is still to come. */
function withExtension(context: Context, state: CampaignState, tasks: readonly Task[]): Action[] {
  const { campaign, rulings, now, people } = context;
  const [task] = tasks.filter(({ about: { deliverable, district } }) => {
    if (deliverable === undefined || district === undefined) return false;
    const { hardClosesAt } = deadlineOf(deadlineContext(campaign, rulings, district), deliverable);
    return now < hardClosesAt && extendable(campaign, district, context).some(({ id }) => id === deliverable);
  });
  const actions = taskActions(state, tasks);
  if (!task) return actions;
  const { deliverable = "", district = "" } = task.about;
  const member = memberOf(people, task.person);
  const isOfSeveral = member !== undefined && districtsOf(campaign.definition, member).length > 1;
  const place = isOfSeveral ? districtName(campaign.definition, district) : "";
  const name = deliverableById(campaign.definition, deliverable).name;
  return [...actions.slice(0, MAX_ACTIONS - 1), askAction({ deliverable, district }, name, place)];
}
