import { Refusal } from "../../shared/refusal.ts";
import type { Definition } from "../definition/definition.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { type Member, mayMember, membersOf } from "../directory/member.ts";
import type { PersonTurn } from "../engine/feature.ts";
import { selectionRefusals } from "./phrases.ts";

export const membersWhoMay = (definition: Definition, capability: Capability): Member[] =>
  membersOf(definition).filter((member) => mayMember(definition, member, capability));

/** What is not public yet is not spoken of in a group. @throws {Refusal} */
export function requireDirect({ place }: PersonTurn): void {
  if (place === "group") throw new Refusal("selection.not-in-group", selectionRefusals.inGroup());
}
