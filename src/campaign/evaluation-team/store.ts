import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";
import { authorityOf } from "../authority/authority.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { type EvaluationTeam, type Recusal, stillThere, type TeamMember } from "./team.ts";

export const teamMemberTable = journalTable("team_member", ["campaign_id", "id"]);
export const evaluationTeamTable = journalTable("evaluation_team", ["campaign_id", "version"]);
export const recusalTable = journalTable("recusal", ["case_id", "member_id", "number"]);
export const noRecusalTable = journalTable("no_recusal", ["case_id", "member_id"]);

/** All versions, oldest first. */
export async function teamsOf(context: Pick<Context, "tx" | "campaign" | "personal">): Promise<EvaluationTeam[]> {
  const { tx, campaign } = context;
  const where = { campaignId: campaign.id };
  const rows = await tx.evaluationTeam.findMany({ where, orderBy: { version: "asc" } });
  const members = rows.length === 0 ? new Map<string, TeamMember>() : await teamMembers(context);
  return rows.map((row) => ({
    version: row.version,
    state: row.state as EvaluationTeam["state"],
    members: (Array.isArray(row.members) ? row.members : [])
      .flatMap((id) => members.get(String(id)) ?? [])
      .map((member, at) => ({ ...member, role: at === 0 ? "teamLead" : "teamMember" })),
    proposedBy: staffId(row.proposedBy),
    proposedAt: row.proposedAt,
    decidedBy: person(row.decidedBy),
    decidedAt: row.decidedAt ?? undefined,
    authority: authorityOf(row.authority),
    opinion: refOf(row.opinion),
  }));
}

/** The approved team, without those who were taken off the roster since; undefined before there is one. */
export async function teamInForce(
  context: Pick<Context, "tx" | "campaign" | "personal">,
): Promise<EvaluationTeam | undefined> {
  const approved = (await teamsOf(context)).findLast(({ state }) => state === "approved");
  return approved && stillThere(approved);
}

/** Everybody who is or was in the team, by id; an erased name stands as the id. */
export async function teamMembers({
  tx,
  campaign,
  personal,
}: Pick<Context, "tx" | "campaign" | "personal">): Promise<Map<string, TeamMember>> {
  const rows = await tx.teamMember.findMany({ where: { campaignId: campaign.id }, orderBy: { id: "asc" } });
  const inside = await namesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const values = await personal.read(rows.flatMap(({ name, unit }) => [refOf(name), refOf(unit)]));
  const text = (column: unknown) => values.get(refOf(column)?.personal ?? "");
  return new Map(
    rows.map(({ id, role, name, unit, leftAt }): [string, TeamMember] => {
      const isOutside = refOf(name) !== undefined;
      const from = text(unit);
      return [
        id,
        {
          ...{ id, role: role as TeamMember["role"], staffId: isOutside ? undefined : staffId(id) },
          name: (isOutside ? text(name) : inside.get(id)) ?? id,
          ...(from === undefined ? {} : { unit: from }),
          ...(leftAt === null ? {} : { leftAt }),
        },
      ];
    }),
  );
}

/** Everything raised about recusal, oldest first. */
export async function recusalsOf(tx: Transaction, campaignId: string): Promise<Recusal[]> {
  const rows = await tx.recusal.findMany({ where: { campaignId }, orderBy: [{ raisedAt: "asc" }, { caseId: "asc" }] });
  return rows.map(({ caseId, memberId, number, ground, facts, raisedBy, raisedAt, state, ...decided }) => ({
    ...{ caseId, memberId, number, raisedAt },
    ground: ground as Recusal["ground"],
    facts: refOf(facts),
    raisedBy: raisedBy === "system" ? raisedBy : staffId(raisedBy),
    state: state as Recusal["state"],
    decidedBy: person(decided.decidedBy),
    decidedAt: decided.decidedAt ?? undefined,
    reason: refOf(decided.reason),
    reversed: decided.reversedAt === null ? undefined : { at: decided.reversedAt, why: refOf(decided.reversedWhy) },
  }));
}

/** `caseId memberId` of every member who keeps out of a case. */
export async function recusedFrom(tx: Transaction, campaignId: string): Promise<ReadonlySet<string>> {
  const all = await recusalsOf(tx, campaignId);
  return new Set(all.filter(({ state }) => state === "accepted").map(recusalKey));
}

/** Key of {@link recusedFrom}. */
export const recusalKey = ({ caseId, memberId }: Pick<Recusal, "caseId" | "memberId">): string =>
  `${caseId} ${memberId}`;

const refOf = (column: unknown): PersonalRef | undefined => (isPersonalRef(column) ? column : undefined);
const person = (id: string | null): StaffId | undefined => (id === null ? undefined : staffId(id));

/** Who said 无应回避情形 of which case, in the order in which it was said. */
export async function noRecusalsOf(
  tx: Transaction,
  campaignId: string,
): Promise<readonly Pick<Recusal, "caseId" | "memberId">[]> {
  const rows = await tx.noRecusal.findMany({ where: { campaignId }, orderBy: [{ saidAt: "asc" }, { caseId: "asc" }] });
  return rows.map(({ caseId, memberId }) => ({ caseId, memberId }));
}
