import type { Definition } from "../definition/definition.ts";
import { decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { ShareRule } from "./rules.ts";

/** A list of the city that the definition asks for. */
export type ReferenceRule = Definition["requirements"]["referenceLists"][number];

export const rulesOf = ({ requirements }: Definition): readonly ReferenceRule[] => requirements.referenceLists;

const DEFAULT_PERCENT = 5;
const ROUNDING = ["up", "down", "half"] as const;
const TIES = ["in", "out"] as const;

/** How the list is read under the rulings of now. */
export function shareRule(definition: Definition, { end, reaches }: ReferenceRule, rulings: RulingsInForce): ShareRule {
  const { rounding, ties } = decided(definition, "cityShare", rulings);
  return {
    end,
    percent: definition.datePhrases.amounts.find(({ id }) => id === reaches)?.value ?? DEFAULT_PERCENT,
    rounding: ROUNDING.find((one) => one === rounding),
    ties: TIES.find((one) => one === ties),
  };
}
