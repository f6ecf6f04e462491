import { addDays, momentOf, shanghaiIso } from "../../shared/civil-date.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { stagePhrases } from "./phrases.ts";

/** 24:00 would stand on the next day. */
const LAST_MINUTE = "23:59";

/** Time bar of the campaigns: stages and days off as spans, deadlines and openings as points. */
export interface Timeline {
  spans: { from: string; to: string; label: string; kind: "stage" | "rest" }[];
  points: { at: string; label: string; kind: "deadline" | "reminder" }[];
}

interface Timed {
  campaign: RunningCampaign;
  rulings: RulingsInForce;
  /** Ids of the deliverables whose dates mean nothing any more. */
  ended?: ReadonlySet<string>;
}

export function timelineOf(campaigns: readonly Timed[], moments: readonly { at: Date; label: string }[]): Timeline {
  return {
    spans: campaigns.flatMap(({ campaign }) => spansOf(campaign)),
    points: [
      ...campaigns.flatMap(deadlinesOf),
      ...moments.map(({ at, label }) => ({ at: shanghaiIso(at), label, kind: "reminder" as const })),
    ].sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

function spansOf({ definition, calendar }: RunningCampaign): Timeline["spans"] {
  const windows = definition.campaign.stages.map((stage) => ({ ...stageWindow(definition, stage), name: stage.name }));
  const [first] = windows;
  const last = windows.at(-1);
  const stages = windows.map(({ from, to, name }) => ({ ...ends(from, to), label: name, kind: "stage" as const }));
  if (!first || !last) return stages;
  const rests = calendar.restSpans(first.from, last.to);
  return [...stages, ...rests.map(({ from, to, name }) => ({ ...ends(from, to), label: name, kind: "rest" as const }))];
}

const ends = (from: Parameters<typeof momentOf>[0], to: Parameters<typeof momentOf>[0]) => ({
  from: shanghaiIso(momentOf(from)),
  to: shanghaiIso(momentOf(addDays(to, 1))),
});

const deadlinesOf = ({ campaign, rulings, ended = new Set() }: Timed): Timeline["points"] =>
  campaign.definition.campaign.deliverables
    .filter(({ id, optional }) => !optional && !ended.has(id))
    .map(({ id, name }) => ({ name, deadline: deadlineOf(deadlineContext(campaign, rulings), id) }))
    .filter(({ deadline }) => deadline.binding)
    .flatMap(({ name, deadline: { statedOn, softClosesAt } }) => [
      // The flag stands on the day that the cards name.
      {
        at: shanghaiIso(momentOf(statedOn, LAST_MINUTE)),
        label: stagePhrases.deadline(name),
        kind: "deadline" as const,
      },
      { at: shanghaiIso(softClosesAt), label: stagePhrases.softClose(name), kind: "reminder" as const },
    ]);
