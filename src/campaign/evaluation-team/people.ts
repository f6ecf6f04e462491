import { type StaffId, staffId as staffIdOf } from "../../shared/brand.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { maskedMobile, mobilesOf, storeMobiles } from "../directory/mobiles.ts";
import { readMemberships } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { teamRefusals as refusals } from "./phrases.ts";
import type { NamedPerson } from "./read-team.ts";
import { teamMembers } from "./store.ts";
import type { TeamMember } from "./team.ts";

/** Everybody who can be named: people of the roster, and whoever was in the team before. */
export interface Nameable {
  /** staffIds by name. */
  staff: ReadonlyMap<string, readonly StaffId[]>;
  outside: readonly TeamMember[];
}

export async function nameable(context: Context): Promise<Nameable> {
  const memberships = await readMemberships(context.tx, context.campaign.id);
  const known = [...(await teamMembers(context)).values()];
  const inside = known.flatMap(({ staffId, name }) => (staffId === undefined ? [] : [{ staffId, name }]));
  const byName = Map.groupBy([...memberships, ...inside], ({ name }) => name);
  return {
    staff: new Map([...byName].map(([name, of]) => [name, [...new Set(of.map(({ staffId }) => staffId))]])),
    outside: known.filter(({ staffId }) => staffId === undefined),
  };
}

export const namesIn = ({ staff, outside }: Nameable): string[] => [
  ...staff.keys(),
  ...outside.map(({ name }) => name),
];

/** Somebody who was named: known already, or to be stored with the proposal. */
export interface Found {
  id: string;
  name: string;
  /** To be stored: somebody of the organisation who is new here. */
  mobile?: string;
  /** To be stored: somebody outside the organisation. */
  unit?: string;
}

/**
 * By the number, by the unit of somebody outside the organisation, or by the name.
 * @param numbered how many of those outside the organisation are known or found so far
 * @throws {RefusalError} if it cannot be told who is meant
 */
export async function personNamed(
  context: Context,
  { staff, outside }: Nameable,
  { named, numbered }: { named: NamedPerson; numbered: number },
): Promise<Found> {
  const { name, unit, mobile } = named;
  if (unit !== undefined) {
    const known = outside.find((one) => one.name === name && one.unit === unit);
    return known ? { id: known.id, name } : { id: `outside-${numbered + 1}`, name, unit };
  }
  if (mobile !== undefined) return withMobile(context, name, mobile);
  const [only, second] = staff.get(name) ?? [];
  if (only !== undefined && second === undefined) return { id: only, name };
  if (only !== undefined) throw new RefusalError("evaluation-team.same-name", refusals.sameName(name));
  const before = outside.filter((one) => one.name === name);
  const [known] = before;
  if (known && before.length === 1) return { id: known.id, name };
  throw new RefusalError("evaluation-team.unknown-person", refusals.unknownPerson(name));
}

async function withMobile(context: Context, name: string, mobile: string): Promise<Found> {
  if (name === "") throw new RefusalError("evaluation-team.no-name", refusals.noName(maskedMobile(mobile)));
  const people = await context.tx.person.findMany({ where: {} });
  const mobiles = await mobilesOf(
    context.tx,
    context.personal,
    people.map(({ staffId }) => staffId),
  );
  const known = people.find(({ staffId }) => mobiles.get(staffId) === mobile);
  if (known && known.name !== name)
    throw new RefusalError("evaluation-team.other-name", refusals.otherName(maskedMobile(mobile), known.name, name));
  if (known) return { id: known.staffId, name };
  const found = await context.findByMobile(mobile);
  if (found.kind === "found") return { id: found.person, name, mobile };
  if (found.kind === "nobody")
    throw new RefusalError("evaluation-team.nobody", refusals.nobodyHas(maskedMobile(mobile)));
  throw new RefusalError("evaluation-team.not-asked", refusals.notAsked());
}

/** Stores who is new, before they are named in a team. */
export async function storeFound(context: Context, found: readonly Found[], lead: string): Promise<void> {
  const { tx, campaign, personal } = context;
  for (const { id, name, mobile, unit } of found) {
    if (mobile !== undefined) {
      await tx.person.upsert({ where: { staffId: id }, create: { staffId: id, name }, update: {} });
      await storeMobiles(tx, personal, [{ staffId: staffIdOf(id), mobile }]);
    }
    const outside =
      unit === undefined
        ? {}
        : { name: { ...(await personal.store(name)) }, unit: { ...(await personal.store(unit)) } };
    const role = id === lead ? "teamLead" : "teamMember";
    await tx.teamMember.upsert({
      where: { campaignId_id: { campaignId: campaign.id, id } },
      create: { campaignId: campaign.id, id, role, ...outside },
      update: {},
    });
  }
}
