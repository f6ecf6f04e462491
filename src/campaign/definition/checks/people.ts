import { role } from "../schema/roles.ts";
import type { Check, Finding } from "./finding.ts";
import { part, query, textPart, texts } from "./query.ts";

/** Roles nobody describes, duties nobody has. */
export const people: Check = ({ files: { campaign, roster } }) => [
  ...missingRoles(campaign.content),
  ...(campaign.content === undefined || roster.content === undefined
    ? []
    : vacancies(campaign.content, roster.content)),
];

function missingRoles(campaign: unknown): Finding[] {
  const listed = texts(campaign, "roles.*.id");
  if (listed.length === 0) return [];
  return role.options
    .filter((id) => !listed.includes(id))
    .map((id) => ({ in: "campaign", path: ["roles"], message: `权限表缺少角色“${id}”。` }));
}

function vacancies(campaign: unknown, roster: unknown): Finding[] {
  const duties = query(roster, "people.*.roles.*").map(({ path, value }) => ({
    path,
    role: textPart(value, "role"),
    district: textPart(value, "district"),
  }));
  const officials = duties.filter(({ role: held }) => held === "districtOfficer");
  const withoutDistrict = officials
    .filter(({ district }) => district === undefined)
    .map(({ path }) => ({ path, message: "经办人没有写明所属地区。" }));
  const unserved = query(campaign, "districts.*")
    .filter(({ value }) => !officials.some(({ district }) => district === part(value, "id")))
    .map(({ value }) => ({ path: ["people"], message: `${textPart(value, "name") ?? "某地区"}没有经办人。` }));
  const leading = (["organizer", "approver"] as const)
    .filter((id) => !duties.some(({ role: held }) => held === id))
    .map((id) => ({ path: ["people"], message: `没有人担任“${id}”角色。` }));
  return [...withoutDistrict, ...unserved, ...leading].map((found) => ({ in: "roster", ...found }));
}
