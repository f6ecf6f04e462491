import type { Action } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { ON_ORDER } from "./held-back.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import { offersRanking } from "./rules.ts";

/** 查: answered by the part that knows what has come from the districts. */
export const FIND = "city-intake.find";
/** Subject of a press that asks what can be asked. */
export const MENU = "menu";

/** Offers what is asked most of the listed cases. */
export const askAction = (): Action => ({
  ...{ id: FIND, label: phrases.askLabel(), typed: phrases.askTyped(), look: "default", subject: MENU },
});

/** The same for who may ask. */
export function askActions(definition: Definition, person: Member | undefined): Action[] {
  const may = [ON_ORDER.capability, ...ON_ORDER.or].some((one) => person && mayMember(definition, person, one));
  if (!may || !offersRanking(definition)) return [];
  return [askAction()];
}
