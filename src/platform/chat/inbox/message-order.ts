import type { Transaction } from "../../storage/database.ts";

/** Messages stored within a millisecond of each other are told apart by this many. */
const STEP = 1_000_000n;

/** Orders messages as people sent them: one that was delivered late comes before those sent after it. */
export const messageOrder = (sentAt: Date, id: bigint): bigint => BigInt(sentAt.getTime()) * STEP + (id % STEP);

/** Of what is decided now: after every message so far. @param now of the clock that messages are stamped with */
export async function orderNow(tx: Transaction, now: Date): Promise<bigint> {
  const [last] = await tx.$queryRaw<{ id: bigint }[]>`select coalesce(max(id), 0) as id from inbox_event`;
  return messageOrder(now, last?.id ?? 0n);
}
