/** A site that members are wanted for. */
export interface SiteToAssign {
  /** The application's id. */
  id: string;
  district: string;
  /** Sites of one group are near each other, or in one car of a day: they go to the same members. */
  group: string;
  /** Car of a day that goes there; left out: not known. */
  ride?: { day: string; car: number };
  /** Ids of who verifies it already. */
  members: readonly string[];
}

/** Who can be proposed. */
export interface ProposedMember {
  id: string;
  /** Districts that the member works for. */
  districts: readonly string[];
  /** Application ids of the cases that the member keeps out of. */
  recused: ReadonlySet<string>;
}

export const mayVerify = (
  { districts, recused }: ProposedMember,
  { id, district }: Pick<SiteToAssign, "id" | "district">,
) => !recused.has(id) && !districts.includes(district);

/** Added members by site id. */
type Proposal = Map<string, string[]>;

/**
 * Proposes members for sites that have fewer than `perSite`: nobody who is recused, works for the site's district, or is
 * in another car that day; the
 * sites of one group to the same members; loads as even as that allows, since balance goes before nearness. The same
 * input gives the same proposal. A site that too few can verify gets fewer.
 */
export function proposeMembers(
  sites: readonly SiteToAssign[],
  members: readonly ProposedMember[],
  perSite: number,
): ReadonlyMap<string, readonly string[]> {
  const proposal: Proposal = new Map(sites.map(({ id }) => [id, []]));
  const loads = new Map(members.map(({ id }) => [id, sites.filter((site) => site.members.includes(id)).length]));
  for (const [, group] of [...Map.groupBy(sites, ({ group }) => group)].sort(byName)) {
    const before = new Map(loads);
    for (const site of [...group].sort((one, other) => (one.id < other.id ? -1 : 1))) {
      const ofGroup = (id: string) => group.filter((other) => isOn(other, proposal, id)).length;
      const fitting = members
        .filter((member) => mayVerify(member, site) && !site.members.includes(member.id))
        .filter(({ id }) => !isElsewhere(sites, proposal, { site, member: id }))
        .map(({ id }, at) => ({ id, at, together: ofGroup(id), load: before.get(id) ?? 0 }))
        .sort((one, other) => other.together - one.together || one.load - other.load || one.at - other.at);
      const wanted = Math.max(0, perSite - site.members.length);
      for (const { id } of fitting.slice(0, wanted)) add(proposal, loads, { site: site.id, member: id });
    }
  }
  balance({ sites, members, proposal, loads });
  return proposal;
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

const isOn = ({ id, members }: SiteToAssign, proposal: Proposal, member: string): boolean =>
  members.includes(member) || (proposal.get(id) ?? []).includes(member);

/** On the site's day in another car. */
const isElsewhere = (
  sites: readonly SiteToAssign[],
  proposal: Proposal,
  { site, member }: { site: SiteToAssign; member: string },
): boolean =>
  sites.some(
    (other) =>
      site.ride !== undefined &&
      other.ride?.day === site.ride.day &&
      other.ride.car !== site.ride.car &&
      isOn(other, proposal, member),
  );

function add(proposal: Proposal, loads: Map<string, number>, { site, member }: { site: string; member: string }): void {
  proposal.set(site, [...(proposal.get(site) ?? []), member]);
  loads.set(member, (loads.get(member) ?? 0) + 1);
}

interface Balancing {
  sites: readonly SiteToAssign[];
  members: readonly ProposedMember[];
  proposal: Proposal;
  loads: Map<string, number>;
}

/** One proposed place handed over. */
interface Handover {
  site: string;
  from: string;
  to: string;
}

/** Hands places over, along chains if need be, until no chain makes two loads more even. */
function balance(state: Balancing): void {
  const { members, loads, proposal } = state;
  const load = (id: string) => loads.get(id) ?? 0;
  for (;;) {
    const byLoad = members.map(({ id }) => id).toSorted((one, other) => load(other) - load(one));
    const chain = byLoad.map((id) => chainFrom(state, id)).find((found) => found !== undefined);
    const [first] = chain ?? [];
    const last = chain?.at(-1);
    if (!chain || !first || !last) return;
    for (const { site, from, to } of chain) {
      proposal.set(
        site,
        (proposal.get(site) ?? []).map((id) => (id === from ? to : id)),
      );
    }
    loads.set(first.from, load(first.from) - 1);
    loads.set(last.to, load(last.to) + 1);
  }
}

/** The shortest chain from the member to one with at least two sites fewer. */
function chainFrom({ sites, members, proposal, loads }: Balancing, start: string): Handover[] | undefined {
  const load = (id: string) => loads.get(id) ?? 0;
  const paths = new Map<string, Handover[]>([[start, []]]);
  for (const [from, path] of paths) {
    if (load(from) <= load(start) - 2) return path;
    const held = sites.filter(({ id }) => proposal.get(id)?.includes(from));
    for (const site of held) {
      for (const member of members) {
        if (paths.has(member.id) || isOn(site, proposal, member.id) || !mayVerify(member, site)) continue;
        if (isElsewhere(sites, proposal, { site, member: member.id })) continue;
        paths.set(member.id, [...path, { site: site.id, from, to: member.id }]);
      }
    }
  }
  return undefined;
}
