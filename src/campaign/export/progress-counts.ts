import type { View } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { expectedPhrases } from "../ranking/phrases.ts";
import { currentStage } from "../stage/rules.ts";
import { exportPhrases as phrases } from "./phrases.ts";
import { type Counted, countedIn, type DistrictProgress, listCounts, sum } from "./progress.ts";

/** Totals for a group, without district names, of steps already started. @param footnote hint on further commands */
export function progressCounts(context: Context, progress: readonly DistrictProgress[], footnote: string): View {
  const { definition } = context.campaign;
  const today = dayOf(context.now);
  const stage = currentStage(context.campaign, today);
  const counts = countedIn(definition)
    .map(({ of, deliverable }) => ({
      ...countFact(context, of, progress),
      ...(of === "application" || of === "review" ? {} : { label: deliverable.name }),
      hasBegun: stageWindow(definition, stageById(definition, deliverable.stage)).from <= today,
    }))
    .filter(({ count, hasBegun }) => count > 0 || hasBegun)
    .map(({ label, value }) => ({ label, value }));
  const facts = [
    ...(stage ? [{ label: phrases.stageLabel(), value: phrases.stage(stage.numeral, stage.name) }] : []),
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

function countFact(
  { campaign: { definition } }: Context,
  of: Counted,
  progress: readonly DistrictProgress[],
): { count: number; label: string; value: string } {
  const nouns = nounsOf(definition);
  const applied = sum(progress.map((one) => one.applied));
  switch (of) {
    case "application": {
      const districts = progress.filter((one) => one.applied > 0).length;
      return { count: applied, label: phrases.appliedLabel(), value: phrases.applied(applied, districts, nouns) };
    }
    case "review": {
      const locked = sum(progress.map((one) => one.locked));
      return { count: locked, label: phrases.lockedLabel(), value: phrases.locked(locked, applied, nouns) };
    }
    case "list": {
      const counts = listCounts(progress);
      return { count: counts.received, label: "", value: expectedPhrases.counts(counts, nouns) };
    }
    case "report": {
      const count = progress.filter(({ reportIn }) => reportIn).length;
      return { count, label: "", value: phrases.received(count, progress.length, nouns) };
    }
  }
}
