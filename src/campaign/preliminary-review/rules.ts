import type { Application } from "../application/application.ts";
import type { Member } from "../directory/member.ts";

/** Only officers of the case's own district do 初评. */
export const mayScore = (member: Member, application: Application): boolean =>
  member.roles.some(({ role, district }) => role === "districtOfficer" && district === application.district);
