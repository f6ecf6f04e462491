import type { CivilDate } from "../../../../shared/civil-date.ts";
import type { Membership } from "../../../directory/member.ts";
import { type Change, isReserved } from "../rules.ts";
import type { Entry } from "./check-rows.ts";

/** What adopting a dropped roster does. Roles that only an administrator changes end only by words. */
export interface Plan {
  changes: readonly Change[];
  added: readonly Entry[];
  ended: readonly Membership[];
}

/** Compares the entries with the roster of the day. Stand-ins stay as they are. */
export function planOf(
  entries: readonly Entry[],
  { memberships, today }: { memberships: readonly Membership[]; today: CivilDate },
): Plan {
  const own = memberships.filter(
    ({ standsInFor, until }) => standsInFor === undefined && (until === undefined || until >= today),
  );
  const isSame = (one: Pick<Entry, "staffId" | "role" | "district">, other: Membership) =>
    one.staffId === other.staffId && one.role === other.role && one.district === other.district;
  const added = entries.filter((entry) => !own.some((one) => isSame(entry, one)));
  const ended = own.filter((one) => !isReserved(one.role) && !entries.some((entry) => isSame(entry, one)));
  const last = Math.max(0, ...memberships.map(({ position = 0 }) => position));
  return {
    added,
    ended,
    changes: [
      ...added.map(({ staffId, name, role, district }, at): Change => {
        const membership = { staffId, name, role, from: today, position: last + at + 1 };
        return { kind: "grant", membership: district === undefined ? membership : { ...membership, district } };
      }),
      ...ended.map(({ staffId, role, district }): Change => {
        const change = { kind: "end" as const, staffId, role };
        return district === undefined ? change : { ...change, district };
      }),
    ],
  };
}
