import type { SourceFile } from "../read-folder.ts";
import { role } from "../schema/roles.ts";
import type { Check, Finding } from "./finding.ts";
import { part, query, textPart, texts } from "./query.ts";

/** Reports roles without a name and duties without a person. */
export const people: Check = ({ files: { campaign, roster } }) => [
  ...missingRoles(campaign.content, roster.content),
  ...(campaign.content === undefined || roster.content === undefined
    ? []
    : vacancies(campaign.content, roster.content)),
  ...sharedAudiences(roster),
];

/** Reports two groups with the same audience: messages to an audience go to one group. */
function sharedAudiences({ content, lineAt }: SourceFile): Finding[] {
  const first = new Map<string, number>();
  return query(content, "groups.*").flatMap(({ path, value }): Finding[] => {
    const [audience, district] = [textPart(value, "audience"), textPart(value, "district")];
    if (audience === undefined) return [];
    const at = [...path, "audience"];
    if (audience === "district" && district === undefined)
      return [{ in: "roster", path: at, message: "面向一个地区的群，请写明 district。" }];
    const key = `${audience} ${audience === "district" ? district : ""}`;
    const line = first.get(key);
    if (line !== undefined)
      return [
        { in: "roster", path: at, message: `已有一个群面向“${key.trim()}”（第${line}行）：请合并，或改 audience。` },
      ];
    first.set(key, lineAt(at));
    return [];
  });
}

/** Roles required in every campaign; others only if the roster assigns them. */
const ALWAYS = ["organizer", "approver", "districtOfficer"];

function missingRoles(campaign: unknown, roster: unknown): Finding[] {
  const listed = texts(campaign, "roles.*.id");
  if (listed.length === 0) return [];
  const held = texts(roster, "people.*.roles.*.role");
  return role.options
    .filter((id) => !listed.includes(id) && (ALWAYS.includes(id) || held.includes(id)))
    .map((id) => ({ in: "campaign", path: ["roles"], message: `权限表缺少角色“${id}”：请在 roles 里写明它的名称。` }));
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
    .map((id) => ({
      path: ["people"],
      message: `没有人担任“${id}（${id === "organizer" ? "活动联系人" : "审批领导"}）”。`,
    }));
  return [...withoutDistrict, ...unserved, ...leading].map((found) => ({ in: "roster", ...found }));
}
