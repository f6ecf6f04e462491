import { districtOfficers, type Member, type People } from "../directory/member.ts";

/** District officials without repeats; one person can serve several districts. */
export function officialsAmong(people: People): Member[] {
  const officials = new Map(districtOfficers(people).map(({ member }) => [member.staffId, member]));
  return [...officials.values()];
}
