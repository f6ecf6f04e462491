import type { Action } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

const SEE_CASE = "case.see";
/** Buttons of a card. */
const ROOM = 6;

/** A case as a card names it. */
export interface NamedCase {
  id: string;
  name: string;
}

export const namedCases = (cases: readonly { id: string; compoundName: string }[]): NamedCase[] =>
  cases.map(({ id, compoundName: name }) => ({ id, name }));

/** Opens the card of a case: everything that was handed in for it. */
export const seeCase = ({ id: subject, name }: NamedCase): Action => ({
  ...{ id: SEE_CASE, label: phrases.seeCase(), typed: phrases.seeTyped(name), look: "default", subject },
});

/**
 * The same on a card that names several: a button each where there is room, else one that asks which.
 * @param beside how many other buttons the card has
 */
export function seeCases(definition: Definition, cases: readonly NamedCase[], beside = 0): Action[] {
  if (cases.length === 0) return [];
  if (cases.length <= ROOM - beside)
    return cases.map((one) => ({ ...seeCase(one), label: phrases.seeNamed(one.name) }));
  const { case: noun } = nounsOf(definition);
  return [{ id: SEE_CASE, label: phrases.seeNamed(noun), typed: phrases.seeCase(), look: "default" }];
}
