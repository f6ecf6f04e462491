import { distance } from "fastest-levenshtein";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { staffId as staffIdOf } from "../../../shared/brand.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Membership } from "../../directory/member.ts";
import { maskedMobile } from "../../directory/mobiles.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Roll } from "./change.ts";
import { rosterRefusals as refusals } from "./phrases.ts";
import { dutyName } from "./tell.ts";
import { districtsNamed, namesIn, roleNamed } from "./words.ts";

/** Somebody of the roster. */
export interface Known {
  staffId: StaffId;
  name: string;
}

const NEAREST = 3;
const BETWEEN = /[\s,，、;；:：]+/u;

const isOver = ({ until }: Membership, { today }: Roll): boolean => until !== undefined && until < today;

/** Memberships that are in force or yet to begin. */
export const current = (roll: Roll): Membership[] => roll.memberships.filter((one) => !isOver(one, roll));

/** The people that a text names, in its order, and the rest of its words. */
export function peopleIn(context: PersonContext, roll: Roll, typed: string): { people: Known[]; rest: string } {
  const names = current(roll).map(({ name }) => name);
  const read = namesIn(typed, names);
  return { people: read.names.map((name) => personNamed(context, roll, { name, beside: read.rest })), rest: read.rest };
}

/** @throws {RefusalError} if several people have the name and the words beside it do not tell which */
function personNamed(context: PersonContext, roll: Roll, { name, beside }: { name: string; beside: string }): Known {
  const { definition } = context.campaign;
  const held = current(roll).filter((one) => one.name === name);
  const { ids } = districtsNamed(definition, beside);
  const roles = beside.split(BETWEEN).flatMap((word) => roleNamed(definition, word) ?? []);
  const all = new Set(held.map(({ staffId }) => staffId));
  const fitting = new Set(
    held
      .filter(({ district, role }) => ids.includes(district ?? "") || roles.includes(role))
      .map(({ staffId }) => staffId),
  );
  const [only, second] = all.size === 1 ? all : fitting;
  if (only !== undefined && second === undefined) return { staffId: only, name };
  const duties = [...all].map((id) =>
    held
      .filter(({ staffId }) => staffId === id)
      .map((one) => dutyName(context, one))
      .join("、"),
  );
  throw new RefusalError("roster.same-name", refusals.sameName(name, duties, nounsOf(definition)));
}

/** The text names nobody of the roster. */
export function unknownName(roll: Roll, typed: string): RefusalError {
  const [said = ""] = typed.trim().split(BETWEEN);
  const names = [...new Set(current(roll).map(({ name }) => name))];
  const nearest = names.toSorted((a, b) => distance(a, said) - distance(b, said)).slice(0, NEAREST);
  return new RefusalError("roster.unknown-name", refusals.unknownName(said, nearest), { choices: nearest, said });
}

/** Mobile numbers of everybody known, with their staffId. */
export async function knownMobiles({ tx, personal }: Context): Promise<ReadonlyMap<string, StaffId>> {
  const rows = await tx.person.findMany({ where: {} });
  const refs = rows.flatMap(({ staffId, mobile }) => (isPersonalRef(mobile) ? [{ staffId, ref: mobile }] : []));
  const values = await personal.read(refs.map(({ ref }) => ref));
  return new Map(
    refs.flatMap(({ staffId, ref }) => {
      const mobile = values.get(ref.personal);
      return mobile === undefined ? [] : [[mobile, staffIdOf(staffId)] as const];
    }),
  );
}

export const isMobile = (text: string): boolean => /^1\d{10}$/.test(text);

/**
 * Who has the number: as known here, else as the organisation's directory says.
 * @throws {RefusalError} if it is no mobile number, nobody has it, or the directory cannot be asked
 */
export async function personOf(context: Context, mobile: string): Promise<StaffId> {
  if (!isMobile(mobile)) throw new RefusalError("roster.bad-mobile", refusals.badMobile());
  const known = (await knownMobiles(context)).get(mobile);
  if (known !== undefined) return known;
  const found = await context.findByMobile(mobile);
  if (found.kind === "found") return found.person;
  if (found.kind === "nobody") throw new RefusalError("roster.nobody", refusals.nobodyHas(maskedMobile(mobile)));
  throw new RefusalError("roster.not-asked", refusals.notAsked());
}
