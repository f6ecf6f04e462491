import type { Application } from "../application/application.ts";
import type { Member } from "../directory/member.ts";

/** 初评 belongs to the district that put the case forward, and to nobody else. */
export const mayScore = (member: Member, application: Application): boolean =>
  member.roles.some(({ role, district }) => role === "districtOfficer" && district === application.district);
