import { stringify } from "yaml";
import type { Scenario, Step } from "./scenario.ts";
import { momentText, writeStep } from "./write-step.ts";

export type UnplacedScenario = Omit<Scenario, "steps"> & { steps: readonly Step[] };

/** The scenario file that {@link parseScenario} reads back as the same scenario. */
export function formatScenario({ title, about, start, people, steps }: UnplacedScenario): string {
  return stringify(
    {
      标题: title,
      ...(about === undefined ? {} : { 简介: about }),
      ...(start === undefined ? {} : { 开始时间: momentText(start) }),
      ...(people.length === 0 ? {} : { 人员: people }),
      步骤: steps.map(entryOf),
    },
    { lineWidth: 0 },
  );
}

function entryOf(step: Step): unknown {
  const { head, value, extras } = writeStep(step);
  return value === undefined && Object.keys(extras).length === 0 ? head : { [head]: value ?? "", ...extras };
}
