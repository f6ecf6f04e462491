import type { Action, View } from "../../platform/chat/view.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
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
  if (cases.length === 0 || beside >= ROOM) return [];
  if (cases.length <= ROOM - beside)
    return cases.map((one) => ({ ...seeCase(one), label: phrases.seeNamed(one.name) }));
  const { case: noun } = nounsOf(definition);
  return [{ id: SEE_CASE, label: phrases.seeNamed(noun), typed: phrases.seeCase(), look: "default" }];
}

/** Beside a form, which they do not save. */
export const besideForm = (actions: readonly Action[]): Action[] =>
  actions.map((one) => ({ ...one, label: viewPhrases.withoutSaving(one.label) }));

/** The card of a case with the button that opens the case as its last one, where there is room. */
export function withSight(view: View, { id, compoundName }: { id: string; compoundName: string }): View {
  if (view.actions.length >= ROOM || view.actions.some((one) => one.id === SEE_CASE)) return view;
  const see = namedCases([{ id, compoundName }]).map(seeCase);
  return { ...view, actions: [...view.actions, ...(view.form ? besideForm(see) : see)] };
}
