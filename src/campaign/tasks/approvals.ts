import { z } from "zod";
import type { Action, View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { mayMember, memberOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, DraftName, PersonContext } from "../engine/context.ts";
import { approvalActions, MAX_ACTIONS, SEE_SELECTION } from "./actions.ts";
import type { CampaignState } from "./campaign-state.ts";
import { ownLines } from "./lines.ts";
import { taskPhrases as phrases } from "./phrases.ts";
import { isApproval, isOwn, TASK_KINDS, type Task } from "./task.ts";
import { listOf, MAX_LINES, type PersonTasks, underHeading } from "./views.ts";

const heldItems = z.array(
  z.object({
    what: z.enum(TASK_KINDS),
    ruling: z.string().optional(),
    version: z.number().optional(),
    name: z.string().optional(),
    member: z.string().optional(),
  }),
);

/** A decision as it stood on the card when that was opened. */
type Held = z.infer<typeof heldItems>[number];

const heldOf = ({ what, about: { ruling, version, name, member } }: Task): Held => ({
  ...{ what, ruling, version, name, member },
});

const ofPerson = (person: StaffId): DraftName => ({ kind: "tasks.approvals", subject: person });

const pendingOf = (tasks: readonly Task[]): Task[] => tasks.filter((task) => isOwn(task) && isApproval(task));

const keyOf = ({ what, ruling, version, name, member }: Held): string =>
  [what, ruling, version, name, member].join("|");

const isSame = (held: Held, task: Task): boolean => keyOf(held) === keyOf(heldOf(task));

/** The card opened anew lists what waits now, and keeps these places. */
export async function openApprovals(context: PersonContext, { tasks }: PersonTasks): Promise<void> {
  const { staffId } = context.person;
  const body = pendingOf(tasks).map(heldOf);
  const [known] = await context.drafts.unfinished(ofPerson(staffId));
  if (known) await context.drafts.save(known, { body });
  else await context.drafts.start({ ...ofPerson(staffId), startedBy: staffId, body });
}

/** What the person's card was opened with; nothing where it never was. */
export async function heldApprovals({ drafts }: Pick<Context, "drafts">, person: StaffId): Promise<Held[]> {
  const [draft] = await drafts.unfinished(ofPerson(person));
  const read = heldItems.safeParse(draft?.body);
  return read.data ?? [];
}

/** A place on the card: what was decided there has no task any more. */
interface Place {
  held: Held;
  task?: Task;
}

/**
 * 待我审批: the decisions that wait for the person, each with what it decides. Until the card is opened anew the button
 * of what was decided stays in its place, so that no other decision comes under the finger, and its answer stands below.
 */
export function approvalsView(
  context: Context,
  person: StaffId,
  { state, tasks, held = [] }: PersonTasks & { held?: readonly Held[] },
): View {
  const pending = pendingOf(tasks);
  const places = placesOf(held, pending);
  const waiting = places.flatMap(({ task }) => (task ? ownLines(state, [task], context.now) : []));
  const decided = places.flatMap(({ held, task }) => (task ? [] : [decidedLine(state, held)]));
  const actions = places
    .flatMap(({ held, task }) => (task ? approvalActions(state, task, places.length === 1) : decidedActions(held)))
    .slice(0, MAX_ACTIONS);
  const hidden = waiting.length - MAX_LINES;
  const isOutOfReach = pending.length > 0 && actions.every(({ id, disabled }) => disabled || id === SEE_SELECTION.id);
  return {
    title: phrases.approvalsTitle(pending.length),
    tone: pending.length === 0 ? "done" : "running",
    status: pending.length === 0 ? phrases.status.noApprovals : phrases.status.open,
    body: [
      waiting.length === 0 ? { kind: "text", text: nothingFor(context, person) } : listOf(waiting),
      ...(hidden > 0 ? [{ kind: "text" as const, text: phrases.more(hidden) }] : []),
      ...(isOutOfReach ? [{ kind: "text" as const, text: phrases.openAnew() }] : []),
      ...underHeading(phrases.decidedHeading(), decided.slice(0, MAX_LINES)),
    ],
    actions: withPrimary(actions),
  };
}

function placesOf(held: readonly Held[], pending: readonly Task[]): Place[] {
  const kept = held.map((one): Place => {
    const task = pending.find((other) => isSame(one, other));
    return { held: one, ...(task ? { task } : {}) };
  });
  const later = pending.filter((task) => !held.some((one) => isSame(one, task)));
  return [...kept, ...later.map((task) => ({ held: heldOf(task), task }))];
}

/** The first that can be pressed is the primary one. */
function withPrimary(actions: readonly Action[]): Action[] {
  const first = actions.findIndex(({ disabled }) => !disabled);
  return actions.map((action, at) => (at === first ? { ...action, look: "primary" } : action));
}

/** As many buttons as the decision had, so that those below keep their places. */
function decidedActions(held: Held): Action[] {
  const spent = (label: string): Action => ({ id: "", label, typed: "", look: "default", disabled: true });
  const done = spent(phrases.decidedLabel(wordOf(held)));
  if (held.what === "recusal.decide" || held.what === "consultation.decide") return [];
  if (held.what === "selection.decide") return [done, SEE_SELECTION];
  return held.what === "expected.decide" ? [done, spent(phrases.labels.declineExpected)] : [done];
}

function decidedLine({ answers }: CampaignState, held: Held): string {
  const { ruling, version } = held;
  const answer = answers.find((one) => one.ruling === ruling && one.version === version);
  return phrases.decidedLine(wordOf(held), answer?.state);
}

/** 口径R9, 择优第1版 */
function wordOf({ what, ruling = "", version = 0, name = "" }: Held): string {
  switch (what) {
    case "ruling.decide":
      return phrases.words.ruling(ruling);
    case "selection.decide":
      return phrases.words.selection(version);
    case "correction.decide":
      return phrases.words.correction(version);
    case "province.decide":
      return phrases.words.province(version);
    case "objection.decide":
      return phrases.words.objection(version);
    case "team.decide":
      return phrases.words.team();
    case "consultation.decide":
      return phrases.words.reply(name);
    case "recusal.decide":
      return phrases.words.recusal(name);
    case "extension.approve":
      return phrases.words.extension(name);
    default:
      return phrases.words.expected();
  }
}

const nothingFor = (context: Context, person: StaffId): string =>
  mayApprove(context, person) ? phrases.noApprovals() : phrases.notAnApprover(nounsOf(context.campaign.definition));

function mayApprove({ campaign, people }: Context, person: StaffId): boolean {
  const member = memberOf(people, person);
  const may = (capability: "ruling.answer" | "selection.approve" | "recusal.decide" | "consultation.decide") =>
    member !== undefined && mayMember(campaign.definition, member, capability);
  return may("ruling.answer") || may("selection.approve") || may("recusal.decide") || may("consultation.decide");
}
