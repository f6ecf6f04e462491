import type { Action, View } from "../../chat/view.ts";
import type { Stage } from "../deadlines.ts";
import { stageWindow } from "../definition.ts";
import { deadlineContext, type RunningCampaign } from "../running-campaign.ts";
import { type Audience, stageWords } from "../wording.ts";
import { stagePhrases, toneOf } from "./phrases.ts";
import { owedInStage, workingDaysLeft } from "./rules.ts";

/** The stage's card: what it is about, what is owed by when, how long still, and where to go from here. */
export function stageView(
  campaign: RunningCampaign,
  stage: Stage,
  { audience, now }: { audience: Audience; now: Date },
): View {
  const words = stageWords(deadlineContext(campaign), stage, audience);
  const left = workingDaysLeft(campaign.calendar, now, stageWindow(campaign.definition, stage).to);
  const facts = owedInStage(campaign, stage, now).map((owed) => ({
    label: owed.deliverable.name,
    value: stagePhrases.due(owed),
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
    actions: stageActions(stage),
    ...(words.footnote === undefined ? {} : { footnote: words.footnote }),
  };
}

function stageActions(stage: Stage): Action[] {
  const line = `L${stage.line[0]}`;
  return [
    { id: "progress.see", label: stagePhrases.progressLabel(), typed: "进度", look: "primary" },
    { id: "citation.see", label: stagePhrases.citationLabel(), typed: `依据 ${line}`, look: "default", subject: line },
    { id: "help.see", label: stagePhrases.helpLabel(), typed: "帮助", look: "default" },
  ];
}
