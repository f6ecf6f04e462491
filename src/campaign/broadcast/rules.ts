import { districtOfficers, type Member, type People } from "../directory/member.ts";

/** Every district official once, whatever number of districts they work for. */
export function officialsAmong(people: People): Member[] {
  const officials = new Map(districtOfficers(people).map(({ member }) => [member.staffId, member]));
  return [...officials.values()];
}
