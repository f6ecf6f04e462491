import type { Action, View, ViewForm } from "../../platform/chat/view.ts";
import type { Stage } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { type Audience, stageWords } from "../definition/wording.ts";
import type { Turn } from "../engine/feature.ts";
import { stagePhrases, toneOf } from "./phrases.ts";
import { owedInStage, workingDaysLeft } from "./rules.ts";

export interface StageFace {
  audience: Audience;
  /** Deliverables that this audience has handed in. */
  received?: ReadonlySet<string>;
  /** What later parts of the campaign bring. */
  actions?: readonly Action[];
  form?: ViewForm;
}

/** The stage's card: what it is about, what is owed by when, how long still, and where to go from here. */
export function stageView(
  { campaign, now, rulings }: Pick<Turn, "campaign" | "now" | "rulings">,
  stage: Stage,
  { audience, received = new Set(), actions = [], form }: StageFace,
): View {
  const words = stageWords(deadlineContext(campaign, rulings), stage, audience);
  const left = workingDaysLeft(campaign.calendar, now, stageWindow(campaign.definition, stage).to);
  const facts = owedInStage(campaign, stage, { now, rulings }).map((owed) => ({
    label: owed.deliverable.name,
    value: received.has(owed.deliverable.id) ? stagePhrases.received() : stagePhrases.due(owed),
  }));
  return {
    title: words.title,
    tone: toneOf(left),
    status: left > 0 ? stagePhrases.running(left) : stagePhrases.over(),
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

function stageActions(stage: Stage, isAlone: boolean): Action[] {
  const line = `L${stage.line[0]}`;
  const first = isAlone ? "primary" : "default";
  return [
    { id: "progress.see", label: stagePhrases.progressLabel(), typed: "进度", look: first },
    { id: "citation.see", label: stagePhrases.citationLabel(), typed: `依据 ${line}`, look: "default", subject: line },
    { id: "help.see", label: stagePhrases.helpLabel(), typed: "帮助", look: "default" },
  ];
}
