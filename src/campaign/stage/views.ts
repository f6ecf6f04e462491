import type { Action, Tone, View, ViewForm } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Stage } from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { type Audience, dayWordsIn, stageWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import type { Delivery } from "./extension-points.ts";
import { stagePhrases } from "./phrases.ts";
import { countShown, type Nearness, nearnessOf, nextDue, type Owed, owedInStage } from "./rules.ts";

export interface StageCard {
  audience: Audience;
  /** State of the district's deliverables, by id. */
  deliveries?: ReadonlyMap<string, Delivery> | undefined;
  /** Ids of the deliverables of which nothing more is accepted. */
  ended?: ReadonlySet<string>;
  /** Contributions of later parts. */
  actions?: readonly Action[];
  form?: ViewForm;
}

const TONES = { far: "running", near: "near", lastDay: "near", over: "closed" } as const satisfies Record<
  Nearness["kind"],
  Tone
>;

/** Stage card: subject, deliverables with due dates, time left, actions. It counts to the date that it names. */
export function stageView(
  { campaign, now, rulings }: Pick<Context, "campaign" | "now" | "rulings">,
  stage: Stage,
  { audience, deliveries = new Map(), ended = new Set(), actions = [], form }: StageCard,
): View {
  const { definition } = campaign;
  const all = owedInStage(campaign, stage, { now, rulings, ...districtsOf(audience) });
  // The group is told of its stage's deliverables only.
  const owed = audience.kind === "group" ? all.filter(({ deliverable }) => deliverable.stage === stage.id) : all;
  const done = new Set([...deliveries.keys()].filter((id) => deliveries.get(id)?.done));
  const isDone = (id: string): boolean => done.has(id) || ended.has(id);
  const awaited = all.filter(({ near, deliverable: { id } }) => near.kind !== "over" && !isDone(id));
  const softOver = all.filter((one) => one.isSoftOver);
  const words = stageWords(
    {
      ...deadlineContext(campaign, rulings, districtOf(audience)),
      awaited: idsOf(awaited),
      softOver: idsOf(softOver),
      ...{ ended, done },
    },
    stage,
    audience,
  );
  const facts = owed.map((one) => ({
    label: one.deliverable.name,
    value: deliveryWords(definition, one, {
      delivery: deliveries.get(one.deliverable.id),
      isClosed: campaign.closedAt !== undefined,
      isEnded: ended.has(one.deliverable.id),
    }),
  }));
  return {
    title: words.title,
    ...timeLeft(campaign, stage, { now, owed, isDone, isGroup: audience.kind === "group" }),
    body: [
      { kind: "text", text: leadOf(campaign, stage, { now, lead: words.lead }) },
      ...(words.owed.length > 0 ? [{ kind: "list" as const, items: words.owed }] : []),
      ...(audience.kind === "districtOfficer" && facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
    ],
    ...(form ? { form } : {}),
    actions: [...actions, ...stageActions(stage, actions.length === 0)],
    ...(words.footnote === undefined ? {} : { footnote: words.footnote }),
  };
}

/** What a stage asks for at its beginning is not so any more once it is over. */
function leadOf(
  { definition, calendar }: RunningCampaign,
  stage: Stage,
  { now, lead }: { now: Date; lead: string },
): string {
  const { to } = stageWindow(definition, stage);
  const isOver = nearnessOf(calendar, dayOf(now), to).kind === "over";
  return isOver ? stagePhrases.overLead(stage.name, dayWordsIn(definition, to)) : lead;
}

const idsOf = (owed: readonly Owed[]): ReadonlySet<string> => new Set(owed.map(({ deliverable }) => deliverable.id));

/** 尚未报送；9月底前（截至9月30日）: what has come, and by when the rest should. */
function deliveryWords(
  definition: Definition,
  owed: Owed,
  { delivery, isClosed, isEnded }: { delivery: Delivery | undefined; isClosed: boolean; isEnded: boolean },
): string {
  if (delivery && (delivery.done || delivery.isEnded || isClosed)) return delivery.words;
  if (isEnded) return stagePhrases.ended();
  const due = stagePhrases.due(definition, owed);
  return delivery ? `${delivery.words}；${due}` : due;
}

const districtOf = (audience: Audience): string | undefined =>
  audience.kind === "districtOfficer" ? audience.district : undefined;

const districtsOf = (audience: Audience) =>
  audience.kind === "districtOfficer" ? { districts: [audience.district] } : {};

interface StageNow {
  now: Date;
  owed: readonly Owed[];
  isDone(deliverable: string): boolean;
  /** A group is not told that somebody is late. */
  isGroup: boolean;
}

/**
 * A past stage is over. A running one counts to the next date that its reader owes; where nothing is owed by a date, to
 * its end.
 */
function timeLeft(
  campaign: RunningCampaign,
  stage: Stage,
  { now, owed, isDone, isGroup }: StageNow,
): Pick<View, "tone" | "status"> {
  const ends = nearnessOf(campaign.calendar, dayOf(now), stageWindow(campaign.definition, stage).to);
  if (campaign.closedAt) return { tone: "closed", status: stagePhrases.closed() };
  if (ends.kind === "over") return { tone: "closed", status: stagePhrases.over() };
  const next = nextDue(owed, isDone);
  if (next) return { tone: TONES[next.near.kind], status: statusOf(next.near, stagePhrases.dueToday()) };
  if (!isGroup && owed.some(({ deliverable, lateness }) => lateness === "late" && !isDone(deliverable.id)))
    return { tone: "overdue", status: stagePhrases.overdue() };
  const isDated = owed.some(({ deadline }) => deadline.binding);
  // Its date is met or past: the end of the stage asks nothing of the reader.
  if (isDated) return { tone: "running", status: stagePhrases.running() };
  return { tone: TONES[ends.kind], status: statusOf(ends, stagePhrases.lastDay()) };
}

function statusOf(near: Nearness, lastDay: string): string {
  if (near.kind === "lastDay") return lastDay;
  const count = countShown(near);
  return count > 0 ? stagePhrases.counted(count) : stagePhrases.running();
}

function stageActions(stage: Stage, isAlone: boolean): Action[] {
  const line = `L${stage.line[0]}`;
  const first = isAlone ? "primary" : "default";
  return [
    { id: "progress.see", label: stagePhrases.progressLabel(), typed: "进度", look: first },
    { id: "citation.see", label: stagePhrases.citationLabel(), typed: `依据 ${line}`, look: "default", subject: line },
    { id: "help.see", label: stagePhrases.helpLabel(), typed: "帮助", look: "default" },
  ];
}
