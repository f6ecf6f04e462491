import type { Action, Tone, View, ViewForm } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Stage } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { type Audience, stageWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { stagePhrases } from "./phrases.ts";
import { countShown, type Nearness, nearnessOf, owedInStage } from "./rules.ts";

export interface StageCard {
  audience: Audience;
  /** Ids of deliverables already handed in. */
  received?: ReadonlySet<string>;
  /** Contributions of later parts. */
  actions?: readonly Action[];
  form?: ViewForm;
}

const TONES = { far: "running", near: "near", lastDay: "near", over: "closed" } as const satisfies Record<
  Nearness["kind"],
  Tone
>;

/** Stage card: subject, deliverables with due dates, time left, actions. */
export function stageView(
  { campaign, now, rulings }: Pick<Context, "campaign" | "now" | "rulings">,
  stage: Stage,
  { audience, received = new Set(), actions = [], form }: StageCard,
): View {
  const words = stageWords(deadlineContext(campaign, rulings), stage, audience);
  const { to } = stageWindow(campaign.definition, stage);
  const near = nearnessOf(campaign.calendar, dayOf(now), to);
  const facts = owedInStage(campaign, stage, { now, rulings, ...districtsOf(audience) }).map((owed) => ({
    label: owed.deliverable.name,
    value: received.has(owed.deliverable.id) ? stagePhrases.received() : stagePhrases.due(owed, countShown(owed.near)),
  }));
  return {
    title: words.title,
    tone: TONES[near.kind],
    status: statusOf(near),
    body: [
      { kind: "text", text: words.lead },
      { kind: "list", items: words.owed },
      ...(audience.kind === "districtOfficer" && facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
    ],
    ...(form ? { form } : {}),
    actions: [...actions, ...stageActions(stage, actions.length === 0)],
    ...(words.footnote === undefined ? {} : { footnote: words.footnote }),
  };
}

const districtsOf = (audience: Audience) =>
  audience.kind === "districtOfficer" ? { districts: [audience.district] } : {};

function statusOf(near: Nearness): string {
  const count = countShown(near);
  if (count > 0) return stagePhrases.counted(count);
  if (near.kind === "over") return stagePhrases.over();
  return near.kind === "lastDay" ? stagePhrases.lastDay() : stagePhrases.running();
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
