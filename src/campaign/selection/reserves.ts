import type { Definition } from "../definition/definition.ts";
import { decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { SelectedItem } from "./selection.ts";

/** How many reserves (递补对象) the ruling on them provides for; none without one. */
export function reservesAllowed(definition: Definition, rulings: RulingsInForce): number {
  const { reserves } = decided(definition, "reserves", rulings);
  return typeof reserves === "number" ? reserves : 0;
}

/** The reserves of a selection, in the order in which they come in. */
export const reservesOf = <Item extends Pick<SelectedItem, "reserve">>(items: readonly Item[]): Item[] =>
  items.filter(({ reserve }) => reserve !== undefined).toSorted((a, b) => (a.reserve ?? 0) - (b.reserve ?? 0));
