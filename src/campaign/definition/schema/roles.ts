import { z } from "zod";
import { source, text } from "./source.ts";

export const role = z.enum([
  "organizer",
  "approver",
  "districtOfficer",
  "teamLead",
  "teamMember",
  "administrator",
  "auditor",
]);
export type Role = z.infer<typeof role>;

/** What the program can be asked for; who may ask is data. */
export const capability = z.enum([
  "help.see",
  "citation.see",
  "progress.see",
  "application.see",
  "application.fill",
  "application.fillForDistrict",
  "opinion.record",
  "preliminaryReview.see",
  "preliminaryReview.score",
  "recommendation.submit",
  "verification.see",
  "verification.score",
  "verification.assign",
  "verification.agree",
  "verification.unlock",
  "ranking.see",
  "selection.propose",
  "selection.approve",
  "publication.publish",
  "publication.approve",
  "workReport.submit",
  "workReport.see",
  "reminder.send",
  "broadcast.send",
  "extension.grant",
  "ruling.see",
  "ruling.record",
  "ruling.answer",
  "disqualification.lift",
  "definition.decide",
  "group.bind",
  "roster.edit",
  "role.assign",
  "export.make",
  "usage.see",
  "system.configure",
  "journal.see",
]);
export type Capability = z.infer<typeof capability>;

/** How far a capability reaches: the own district, the sites assigned, or everything. */
export const scope = z.enum(["own", "assigned", "all"]);
export type Scope = z.infer<typeof scope>;

/** One row of the matrix: who the role is and what it may do how far. */
export const roleGrant = z.strictObject({
  id: role,
  name: text,
  may: z.partialRecord(capability, scope),
  ...source,
});
export type RoleGrant = z.infer<typeof roleGrant>;
