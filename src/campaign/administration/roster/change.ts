import type { StaffId } from "../../../shared/brand.ts";
import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import type { Role } from "../../definition/schema/roles.ts";
import type { Membership } from "../../directory/member.ts";
import { readMemberships } from "../../directory/store.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { campaignTable } from "../../engine/start/start-campaign.ts";
import { teamRefusals } from "../../evaluation-team/phrases.ts";
import { teamInForce } from "../../evaluation-team/store.ts";
import { isTeamRole } from "../../evaluation-team/team.ts";
import { rosterRefusals as refusals } from "./phrases.ts";
import { applied, type Change, firstGap, objection } from "./rules.ts";
import { leavers, losers, type Newcomer, rowsOf, storePeople, storeRoster } from "./store.ts";
import { welcome } from "./welcome.ts";

/** The roster as it is now, locked until the transaction ends. */
export interface Roll {
  memberships: readonly Membership[];
  today: CivilDate;
}

export async function lockRoll({ tx, campaign, now }: Pick<Context, "tx" | "campaign" | "now">): Promise<Roll> {
  await lockCampaign(tx, campaign.id);
  return { memberships: await readMemberships(tx, campaign.id), today: dayOf(now) };
}

/** What is done, by whom it is known, and who is new. */
export interface RosterChange {
  /** Action of the journal entry: roster.added, roster.left, … */
  act: string;
  changes: readonly Change[];
  people?: readonly Newcomer[];
}

/** The roster before and after. */
export interface Changed {
  before: readonly Membership[];
  after: readonly Membership[];
  today: CivilDate;
}

/**
 * Changes the roster at once. Nobody is told here of what becomes of their roles.
 * @throws {RefusalError} if the person may not change one of the roles, or a duty is left without anybody
 */
export async function changeRoster(context: PersonContext, roll: Roll, change: RosterChange): Promise<Changed> {
  requireAllowed(context, change.changes);
  await requireOutsideTeam(context, change.changes);
  return writeRoster(context, roll, change);
}

/** The same where a decision brings it about: nobody asks whether whoever decided may change the roles. */
export async function writeRoster(context: Context, roll: Roll, change: RosterChange): Promise<Changed> {
  const { tx, campaign } = context;
  const { memberships: before, today } = roll;
  const after = applied(before, change.changes, today);
  requireAttended(context, { before, after, today });
  const rows = [...rowsOf(campaign.id, { before, after }), campaignTable.row({ id: campaign.id })];
  await context.withJournal({ action: change.act, rows }, async () => {
    await storePeople(context, change.people ?? []);
    await storeRoster(tx, campaign.id, { before, after });
    await tx.campaign.update({ where: { id: campaign.id }, data: { peopleVersion: { increment: 1 } } });
  });
  await context.reload();
  await context.replan();
  const changed = { before, after, today };
  await forgetLeavers(context, changed);
  const staffIds = [...new Set(change.changes.flatMap((one) => personsOf(one)))];
  context.emit(peopleChanged, { staffIds });
  await welcome(context, changed);
  return changed;
}

const personsOf = (change: Change): StaffId[] =>
  change.kind === "grant"
    ? [change.membership.staffId, ...(change.membership.standsInFor ? [change.membership.standsInFor] : [])]
    : [change.staffId];

/**
 * What was not sent yet to somebody without a role is not sent any more; what was sent about work that is not theirs any
 * more says that it is no longer kept up to date.
 */
async function forgetLeavers(context: Context, changed: Changed): Promise<void> {
  for (const staffId of leavers(changed, changed.today)) {
    await context.outbox.dropWaiting(staffId);
    await context.endTalk(staffId);
  }
  for (const staffId of losers(changed, changed.today)) await context.cards.refreshAllOf(staffId);
}

/** @throws {RefusalError} with the first role that the person may not change */
function requireAllowed({ campaign: { definition }, person }: PersonContext, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind === "leave" || change.kind === "back") continue;
    const { staffId, role } = change.kind === "grant" ? change.membership : change;
    const why = objection(definition, person, { role, staffId, grants: change.kind === "grant" });
    const name = roleNameOf(definition, role);
    if (why === "notOneself") throw new RefusalError("roster.not-oneself", refusals.notOneself(name));
    if (why === "administratorOnly") throw new RefusalError("roster.reserved", refusals.administratorOnly(name));
    if (why === "notYours") throw new RefusalError("roster.not-yours", refusals.notYours(name));
  }
}

/** @throws {RefusalError} for a role in the team, once a team is approved: it is given with the team */
async function requireOutsideTeam(context: PersonContext, changes: readonly Change[]): Promise<void> {
  const granted = changes.flatMap((one) => (one.kind === "grant" ? [one.membership] : []));
  const inTeam = granted.find(({ role, standsInFor }) => isTeamRole(role) && standsInFor === undefined);
  if (!inTeam || !(await teamInForce(context))) return;
  const name = roleNameOf(context.campaign.definition, inTeam.role);
  throw new RefusalError("roster.role-of-team", teamRefusals.rolesFollowTeam(name));
}

export const roleNameOf = ({ campaign }: PersonContext["campaign"]["definition"], role: Role): string =>
  campaign.roles.find(({ id }) => id === role)?.name ?? role;

function requireAttended({ campaign: { definition } }: Context, { before, after, today }: Changed): void {
  const gap = firstGap(definition, { before, after }, today);
  if (!gap) return;
  const { role, district } = gap.duty;
  const duty = district === undefined ? roleNameOf(definition, role) : districtName(definition, district);
  throw new RefusalError("roster.unattended", refusals.unattended(duty, gap.day === today ? undefined : gap.day));
}
