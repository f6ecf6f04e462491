import { Prisma } from "../../storage/database.ts";

/** Takes the lane until the transaction ends; false while another process has it. In a transaction that has it: true. */
export const laneLock = (lane: string): Prisma.Sql =>
  Prisma.sql`pg_try_advisory_xact_lock(hashtextextended(${lane}, 1))`;
