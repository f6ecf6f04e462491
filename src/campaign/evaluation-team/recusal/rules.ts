import type { Membership } from "../../directory/member.ts";
import type { Recusal, TeamMember } from "../team.ts";

/** Who raises it: as whom it names, as an officer of the case's district, or as organizer. */
export interface Raiser {
  staffId: string;
  /** Districts of which the person is an officer. */
  districts: readonly string[];
  organizes: boolean;
}

/**
 * A member raises it about themselves only, an officer about everybody at cases of the own district, the organizer about
 * everybody anywhere.
 */
export const mayRaise = (
  { staffId, districts, organizes }: Raiser,
  { memberId, district }: { memberId: string; district: string },
): boolean => memberId === staffId || organizes || districts.includes(district);

/** What stands between a member and a case; undefined for nothing, or only what was declined or taken back. */
export const standingRecusal = (all: readonly Recusal[], key: Pick<Recusal, "caseId" | "memberId">) =>
  all.findLast(
    (one) =>
      one.caseId === key.caseId &&
      one.memberId === key.memberId &&
      (one.state === "raised" || one.state === "accepted"),
  );

/**
 * Who accepted it takes it back; who decides now, once that person does not any more. Never the member whom it names.
 * @param deciders who decides now
 */
export const mayReverse = (
  { decidedBy, memberId }: Pick<Recusal, "decidedBy" | "memberId">,
  deciders: readonly string[],
  person: string,
): boolean =>
  person !== memberId &&
  (person === decidedBy || (deciders.includes(person) && !(decidedBy && deciders.includes(decidedBy))));

/** How often something was raised about the member and case. */
export const raisedSoFar = (all: readonly Recusal[], key: Pick<Recusal, "caseId" | "memberId">): number =>
  all.filter((one) => one.caseId === key.caseId && one.memberId === key.memberId).length;

interface Found {
  caseId: string;
  memberId: string;
}

/**
 * Members who work or worked for the district of a case in this campaign. What was raised about them before, whatever
 * became of it, is not found again.
 */
export function ofSameDistrict(
  { members, memberships }: { members: readonly TeamMember[]; memberships: readonly Membership[] },
  { cases, recusals }: { cases: readonly { id: string; district: string }[]; recusals: readonly Recusal[] },
): Found[] {
  return cases.flatMap(({ id: caseId, district }) =>
    members
      .filter(({ staffId }) =>
        memberships.some(
          (one) =>
            one.staffId === staffId &&
            one.role === "districtOfficer" &&
            one.district === district &&
            (one.until === undefined || one.until >= one.from),
        ),
      )
      .map(({ id }) => ({ caseId, memberId: id }))
      .filter((found) => raisedSoFar(recusals, found) === 0),
  );
}
