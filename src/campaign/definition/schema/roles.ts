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

/** Permissions. The campaign grants them to roles. */
export const capability = z.enum([
  "help.see",
  "citation.see",
  "progress.see",
  "application.see",
  "application.fill",
  "application.fillForDistrict",
  "application.return",
  "opinion.record",
  "preliminaryReview.see",
  "preliminaryReview.score",
  "recommendation.submit",
  "consultation.see",
  "consultation.record",
  "consultation.decide",
  "team.propose",
  "team.approve",
  "recusal.raise",
  "recusal.decide",
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
  "objection.see",
  "objection.handle",
  "objection.decide",
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
  "history.see",
]);
export type Capability = z.infer<typeof capability>;

/** Decisions on the work of others: nobody takes them on behalf of somebody else. */
export const APPROVING: readonly Capability[] = [
  "selection.approve",
  "publication.approve",
  "ruling.answer",
  "disqualification.lift",
  "team.approve",
  "recusal.decide",
  "consultation.decide",
  "objection.decide",
];

/** Scope of a capability: own district, assigned sites, or everything. */
export const scope = z.enum(["own", "assigned", "all"]);
export type Scope = z.infer<typeof scope>;

const reach = (far: Scope, ...capabilities: readonly Capability[]) =>
  Object.fromEntries(capabilities.map((one) => [one, far]));

const SEEN_BY_ALL: readonly Capability[] = ["help.see", "citation.see"];
const OVERSIGHT: readonly Capability[] = [
  ...["application.see", "preliminaryReview.see", "verification.see", "ranking.see", "workReport.see"],
  ...["progress.see", "ruling.see", "export.make", "consultation.see", "objection.see"],
] as const;
const AT_SITES: readonly Capability[] = ["progress.see", "application.see", "preliminaryReview.see"];

/** Default permissions of each role. */
const usualScopes: Readonly<Record<Role, Partial<Record<Capability, Scope>>>> = {
  organizer: reach(
    "all",
    ...SEEN_BY_ALL,
    ...OVERSIGHT,
    ...([
      "application.fillForDistrict",
      "application.return",
      "opinion.record",
      "consultation.record",
      "team.propose",
      "recusal.raise",
      "verification.assign",
      "selection.propose",
      "publication.publish",
      "objection.handle",
    ] as const),
    ...(["reminder.send", "broadcast.send", "extension.grant", "ruling.record", "definition.decide"] as const),
    ...(["group.bind", "roster.edit", "usage.see", "history.see"] as const),
  ),
  approver: reach(
    "all",
    ...SEEN_BY_ALL,
    ...OVERSIGHT,
    ...(["selection.approve", "publication.approve", "ruling.answer", "disqualification.lift"] as const),
    ...(["team.approve", "recusal.decide", "consultation.decide", "objection.decide", "history.see"] as const),
  ),
  districtOfficer: {
    ...reach("all", ...SEEN_BY_ALL, "ruling.see"),
    ...reach("own", "progress.see", "application.see", "application.fill", "opinion.record", "preliminaryReview.see"),
    ...reach("own", "preliminaryReview.score", "recommendation.submit", "ranking.see", "workReport.submit"),
    ...reach("own", "workReport.see", "export.make", "recusal.raise"),
  },
  teamLead: {
    ...reach("all", ...SEEN_BY_ALL, "verification.see", "verification.assign", "verification.agree"),
    ...reach("all", "verification.unlock", "ranking.see", "ruling.see", "recusal.raise", "recusal.decide"),
    ...reach("assigned", ...AT_SITES, "verification.score", "export.make"),
  },
  teamMember: {
    ...reach("all", ...SEEN_BY_ALL, "ruling.see", "recusal.raise"),
    ...reach("assigned", ...AT_SITES, "verification.see", "verification.score"),
  },
  administrator: reach("all", ...SEEN_BY_ALL, "group.bind", "role.assign", "usage.see", "system.configure"),
  auditor: reach("all", ...SEEN_BY_ALL, ...OVERSIGHT, "journal.see", "history.see"),
};

/** A role with its capabilities and their scopes; `may` defaults to the usual permissions. */
export const roleGrant = z
  .strictObject({ id: role, name: text, may: z.partialRecord(capability, scope).optional(), ...source })
  .transform(({ may, ...grant }) => ({ ...grant, may: may ?? usualScopes[grant.id] }));
export type RoleGrant = z.infer<typeof roleGrant>;
