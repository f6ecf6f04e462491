import { expect, test } from "vitest";
import { scopeOf } from "../../src/campaign/definition/capabilities.ts";
import type { Definition } from "../../src/campaign/definition/definition.ts";
import { APPROVING, type Capability, capability, type Role } from "../../src/campaign/definition/schema/roles.ts";
import { isOffered } from "../../src/campaign/engine/command-listing.ts";
import type { Command } from "../../src/campaign/engine/feature.ts";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { exportables } from "../../src/campaign/export/export-kinds.ts";
import { contentOf } from "../../src/campaign/export/make.ts";
import { features } from "../../src/campaign/features.ts";
import { beijing, households } from "./definition/support/campaigns.ts";
import { shaoxing } from "./definition/support/shaoxing.ts";

const { commands } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("no usage in a test")) }));
const roles = shaoxing.campaign.roles.map(({ id, name }) => ({ id, name }));

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Where a role may do it: everywhere, in the own district, at assigned sites; empty: not at all. */
const cell = (definition: Definition, role: Role, ...of: readonly (Capability | undefined)[]): string => {
  const scopes = of.flatMap((one) => (one === undefined ? [] : (scopeOf(definition, role, one) ?? [])));
  return (["all", "own", "assigned"] as const).find((one) => scopes.includes(one)) ?? "";
};

const narrower = (...cells: readonly string[]): string =>
  cells.includes("") ? "" : (["assigned", "own", "all"].find((one) => cells.includes(one)) ?? "");

const byCapability = (): string =>
  table(
    ["capability", ...roles.map(({ name }) => name)],
    capability.options.map((one) => [one, ...roles.map(({ id }) => cell(shaoxing, id, one))]),
  );

/** A command that no other campaign has lacks a part there. */
const campaignsWith = (command: Command): string => {
  const others = [
    { name: "beijing-2024", definition: beijing },
    { name: "example-households", definition: households },
  ].filter(({ definition }) => isOffered(definition, command));
  return others.length === 2 ? "" : ["shaoxing-2023", ...others.map(({ name }) => name)].join(", ");
};

function byCommand(): string {
  const rows = [...commands]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((command) => [
      command.id,
      (command.words ?? []).slice(0, 1).join("") || "button",
      [command.capability, command.or ?? []].flat().join(" or "),
      command.effect,
      command.onlyIn ?? "",
      campaignsWith(command),
      ...roles.map(({ id }) => cell(shaoxing, id, ...[command.capability, command.or].flat())),
    ]);
  return table(
    ["command", "words", "capability", "effect", "only in", "only of", ...roles.map(({ name }) => name)],
    rows,
  );
}

const byExport = (): string =>
  table(
    ["export", "shows", ...roles.map(({ name }) => name)],
    exportables(shaoxing, { whole: true }).map(({ what, word }) => [
      `导出 ${word}`,
      contentOf(shaoxing, what),
      ...roles.map(({ id }) =>
        narrower(cell(shaoxing, id, "export.make"), cell(shaoxing, id, contentOf(shaoxing, what))),
      ),
    ]),
  );

/** Where another campaign's roles differ. */
function differences({ campaign }: Definition, definition: Definition): string {
  const rows = capability.options.flatMap((one) =>
    roles.flatMap(({ id, name }) => {
      const [here, there] = [cell(shaoxing, id, one), cell(definition, id, one)];
      return here === there ? [] : [`- ${campaign.id}: ${name}, ${one}: ${there === "" ? "not" : there}`];
    }),
  );
  return rows.join("\n");
}

const document = (): string => `# Who may do and see what

Made from the roles in the campaign folders (\`roles\` of \`campaign.yaml\`) and the commands of the parts; a test compares it (\`tests/campaign/access.test.ts\`), so that a new command, export or grant does not go without its row. After a change: \`npx vitest run --project unit tests/campaign/access.test.ts -u\`, and look at the difference.

\`all\`: everywhere. \`own\`: the own district (for looking, with those below it). \`assigned\`: the sites assigned for 核验. Empty: not at all; the command is refused with one sentence and changes nothing. Some capabilities are there for parts still to come.

What a scope does not say is decided where the work is done:

- A district's cases, points, papers and drafts are seen by its own 经办人. The city (活动联系人, 审批领导, 审计人员) sees a case, with its clauses, points, opinions, scans and evidence, from 报送 of the list on, names and numbers of persons masked, and not any more after 撤回名单; who scores for the city sees the district's points only after giving their own, on the card as in 附件2. 评选工作组 sees of all cases only those assigned to the member for 核验, while they are reported and assigned: none any more after a recusal or after leaving the team. Looks of 审计人员, and looks in a district's place, are journaled; forms being filled in only where it fills them in itself (代填).
- Names and numbers of persons stand in no group; in groups only counts, and 名单 and 排名 after 公布.
- Visits (核验安排) are seen whole by who oversees 核验; a member of the team sees the own sites, a district its own once it was told of them, of 暗访 only after it was made. A signed 现场核验记录表 is given to who filed it, to others once all assigned members' points are final.
- 代填 (\`application.fillForDistrict\`): 活动联系人 does a district's step as its 经办人, for a district that is named. It gives what a 经办人 of that district may and nothing else, never an approval (${APPROVING.join(", ")}), and nothing once the campaign is closed. Who entered it and who answers for it are both kept and shown.
- 评选工作组 is proposed by 活动联系人 and approved by 审批领导; the roles 组长 and 成员 follow the approved team. What is proposed is seen by these and by 审计人员, the approved team by its members, too. For naming a ground for 回避, members know the names of the reported cases.
- 回避: a member raises it about themselves, an officer about any member at the own district's cases, 活动联系人 about any member; 组长 decides, 审批领导 on 组长's own, nobody on their own. Facts and reasons are seen by who decides, 活动联系人, 审计人员 (the look is journaled), and the member, who is not told who raised it; the district sees only that it raised one. They stand in no journal entry, only their hash does.
- 征求意见: what departments replied is recorded by 活动联系人, decided by 审批领导 (nobody on what they recorded themselves), and read by these and by 审计人员 (the look is journaled), also on the card of a case. 评选工作组 does not read it. The district hears only what was decided against it, with the department's name and without its words. The words stand in no journal entry, only their hash does.
- Who stands in for somebody (代理, 休假) has the role from the first day to the last, both included, and what waits for them by name. An approval in their place needs a 授权 and carries both names.
- Nobody grants the approver's role to themselves; it and 系统管理员 are granted by the administrator.
- 工作报告: a district sees its own; each look of the city at one is journaled with who, and shown to the city by name and to the district without one. 退回 is the 活动联系人's.
- What concerns the program and no campaign's work is sent to 系统管理员, where a campaign has none to 活动联系人: a backup that failed, the month's allowance of calls and pushes running short, and an event that was given up, with the name of who sent it and its number in the log, never with its words. Of the allowance groups hear only that their cards stand still.
- A closed campaign is only read.

## By role

${byCapability()}

${[differences(beijing, beijing), differences(households, households)].filter(Boolean).join("\n") || "beijing-2024 and example-households grant the same."}

## By command

Commands as they are typed first; \`button\`: only on a card. The refusals are the same for words and buttons.

${byCommand()}

## By export

Whoever exports must be allowed to see what the file shows, too.

${byExport()}
`;

test("docs/access.md says who may do and see what, as the definitions and the commands have it", async () => {
  await expect(document()).toMatchFileSnapshot("../../docs/access.md");
});

test("every command is granted to somebody in the campaign", () => {
  const nobodys = commands.filter((command) =>
    roles.every(({ id }) => cell(shaoxing, id, ...[command.capability, command.or].flat()) === ""),
  );

  expect(nobodys.map(({ id }) => id)).toEqual([]);
});
