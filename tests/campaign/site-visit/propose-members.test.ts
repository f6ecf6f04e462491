import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mayVerify,
  type ProposedMember,
  proposeMembers,
  type SiteToAssign,
} from "../../../src/campaign/site-visit/propose-members.ts";

const member = (id: string, districts: string[] = [], recused: string[] = []): ProposedMember => ({
  ...{ id, districts, recused: new Set(recused) },
});
const site = (id: string, group = id, members: string[] = []): SiteToAssign => ({
  ...{ id, district: id.slice(0, 1), group, members },
});

const plain = (proposal: ReadonlyMap<string, readonly string[]>) => Object.fromEntries(proposal);

describe("members are proposed", () => {
  test("the sites of one group to the same two, other groups to the others", () => {
    const sites = [site("a1", "A"), site("b1", "B"), site("a2", "A"), site("b2", "B")];
    expect(
      plain(
        proposeMembers(
          sites,
          ["m1", "m2", "m3", "m4"].map((id) => member(id)),
          2,
        ),
      ),
    ).toEqual({
      a1: ["m1", "m2"],
      a2: ["m1", "m2"],
      b1: ["m3", "m4"],
      b2: ["m3", "m4"],
    });
  });

  test("nobody who is recused, works for the district, or is there already", () => {
    const members = [member("m1", [], ["a1"]), member("m2", ["a"]), member("m3"), member("m4")];
    expect(plain(proposeMembers([site("a1", "A", ["m3"])], members, 2))).toEqual({ a1: ["m4"] });
  });

  test("nobody in two cars on one day, even where that leaves a site short", () => {
    const ride = (car: number) => ({ ride: { day: "2023-09-25", car } });
    const sites = [
      { ...site("a1", "1"), ...ride(1) },
      { ...site("b1", "2"), ...ride(2) },
    ];
    expect(
      plain(
        proposeMembers(
          sites,
          ["m1", "m2", "m3"].map((id) => member(id)),
          2,
        ),
      ),
    ).toEqual({
      a1: ["m1", "m2"],
      b1: ["m3"],
    });
  });

  test("fewer where too few can verify it, and none where all have their number", () => {
    expect(plain(proposeMembers([site("a1")], [member("m1")], 2))).toEqual({ a1: ["m1"] });
    expect(plain(proposeMembers([site("a1", "A", ["m1", "m2"])], [member("m3")], 2))).toEqual({ a1: [] });
  });

  test("by chains, where the one with few sites can take none from the one with many", () => {
    // m1 alone can verify a; m3 takes b from m2 so that m2 can take what m1 has too much of.
    const members = [member("m1"), member("m2", ["a"]), member("m3", ["a", "c"])];
    const sites = [site("c1", "C"), site("c2", "C"), site("b1", "B"), site("b2", "B")];
    const loads = loadsOf(proposeMembers(sites, members, 1), members);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });
});

const loadsOf = (proposal: ReadonlyMap<string, readonly string[]>, members: readonly ProposedMember[]): number[] =>
  members.map(({ id }) => [...proposal.values()].filter((added) => added.includes(id)).length);

describe("of any sites and members", () => {
  const ids = fc.integer({ min: 1, max: 12 }).map((count) => Array.from({ length: count }, (_, at) => at));
  const world = fc.record({
    sites: ids,
    members: fc.integer({ min: 1, max: 7 }),
    perSite: fc.integer({ min: 1, max: 3 }),
    groups: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
    barred: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 6 })), { maxLength: 20 }),
  });
  const made = world.map(({ sites, members, perSite, groups, barred }) => ({
    perSite,
    sites: sites.map((at) => site(`s${at}`, `g${groups[at]}`)),
    members: Array.from({ length: members }, (_, at) =>
      member(
        `m${at}`,
        [],
        barred.filter(([, who]) => who === at).map(([which]) => `s${which}`),
      ),
    ),
  }));

  test("none is recused, none twice, as many as can be up to the number, and the same again", () => {
    fc.assert(
      fc.property(made, ({ sites, members, perSite }) => {
        const proposal = proposeMembers(sites, members, perSite);
        for (const one of sites) {
          const added = proposal.get(one.id) ?? [];
          const able = members.filter((other) => mayVerify(other, one));
          expect(added.every((id) => able.some((other) => other.id === id))).toBe(true);
          expect(new Set(added).size).toBe(added.length);
          expect(added).toHaveLength(Math.min(perSite, able.length));
        }
        expect(plain(proposeMembers(sites, members, perSite))).toEqual(plain(proposal));
      }),
    );
  });

  test("loads differ by at most one where nobody is barred", () => {
    fc.assert(
      fc.property(made, ({ sites, members, perSite }) => {
        const free = members.map(({ id }) => member(id));
        const loads = loadsOf(proposeMembers(sites, free, perSite), free);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
