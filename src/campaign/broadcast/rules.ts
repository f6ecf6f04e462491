import type { Definition } from "../definition/definition.ts";
import { districtOfficers, type Member } from "../directory/member.ts";

/** Every district official once, whatever number of districts they work for. */
export function officialsOf(definition: Definition): Member[] {
  const known = new Map(districtOfficers(definition).map(({ member }) => [member.staffId, member]));
  return [...known.values()];
}
