import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { StaffId } from "../../shared/brand.ts";

/** Stores and reads personal values of one campaign. */
interface PersonalStore {
  store(value: string): Promise<PersonalRef>;
  read(refs: readonly (PersonalRef | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
}

/** Mobile numbers by staffId, of those whose number is known. */
export async function mobilesOf(
  tx: Transaction,
  personal: PersonalStore,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.person.findMany({ where: { staffId: { in: [...staffIds] } } });
  const refs = rows.flatMap(({ staffId, mobile }) => (isPersonalRef(mobile) ? [{ staffId, ref: mobile }] : []));
  const values = await personal.read(refs.map(({ ref }) => ref));
  return new Map(
    refs.flatMap(({ staffId, ref }) => {
      const mobile = values.get(ref.personal);
      return mobile === undefined ? [] : [[staffId, mobile] as const];
    }),
  );
}

/** Stores numbers, encrypted and erasable; one that is known is not stored again. */
export async function storeMobiles(
  tx: Transaction,
  personal: PersonalStore,
  people: readonly { staffId: StaffId | string; mobile: string }[],
): Promise<void> {
  const known = await mobilesOf(
    tx,
    personal,
    people.map(({ staffId }) => staffId),
  );
  for (const { staffId, mobile } of people.filter((one) => known.get(one.staffId) !== one.mobile)) {
    await tx.person.update({ where: { staffId }, data: { mobile: { ...(await personal.store(mobile)) } } });
  }
}

/** 199****0001 */
export const maskedMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
