import type { View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { dayWordsIn } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { outcomeCounts } from "../selection/publication/outcome.ts";
import { currentStage } from "../stage/rules.ts";
import { type Total, totalsIn } from "../tasks/deliveries.ts";
import { ALL_DISTRICTS } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";
import { exportPhrases as phrases } from "./phrases.ts";

/** Totals of the deliverables whose stage has begun, or of which something has come early. */
export async function totalsSoFar(context: Context): Promise<readonly Total[]> {
  const { definition } = context.campaign;
  const today = dayOf(context.now);
  const hasBegun = ({ deliverable }: Total): boolean =>
    stageWindow(definition, stageById(definition, deliverable.stage)).from <= today;
  return totalsIn(await readState(context, ALL_DISTRICTS), today).filter((total) => total.count > 0 || hasBegun(total));
}

/** Totals for a group, without district names. @param footnote hint on further commands */
export async function progressCounts(context: Context, totals: readonly Total[], footnote: string): Promise<View> {
  const { definition } = context.campaign;
  const today = dayOf(context.now);
  const stage = currentStage(context.campaign, today);
  const counts = totals.map(({ deliverable, words }) => ({ label: deliverable.name, value: words }));
  const facts = [
    ...(stage ? [{ label: phrases.stageLabel(), value: phrases.stage(stage.numeral, stage.name) }] : []),
    ...(await outcomeCounts(context)),
    ...counts,
  ];
  return {
    title: phrases.weeklyTitle(),
    tone: "running",
    status: phrases.weeklyStatus(dayWordsIn(definition, today)),
    body: [
      { kind: "facts", facts },
      ...(counts.length > 0 ? [] : [{ kind: "text" as const, text: phrases.nothingYet() }]),
    ],
    actions: [],
    footnote,
  };
}
