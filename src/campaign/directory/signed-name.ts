import type { Transaction } from "../../platform/storage/database.ts";
import { staffId as staffIdOf } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Role } from "../definition/schema/roles.ts";
import { memberOf, peopleOn } from "./member.ts";
import { directoryPhrases } from "./phrases.ts";
import { namesOf, readMemberships } from "./store.ts";

/** The name of who decided in a role, with whom they stood in for then. */
export async function signedName(
  tx: Transaction,
  campaignId: string,
  { staffId, role, at }: { staffId: string; role: Role; at: Date },
): Promise<string> {
  const member = memberOf(peopleOn(await readMemberships(tx, campaignId), dayOf(at)), staffIdOf(staffId));
  const principal = member?.roles.find((held) => held.role === role)?.standsInFor;
  const names = await namesOf(tx, [staffId, ...(principal === undefined ? [] : [principal])]);
  const name = names.get(staffId) ?? staffId;
  return principal === undefined ? name : directoryPhrases.inPlaceOf(name, names.get(principal) ?? principal);
}
