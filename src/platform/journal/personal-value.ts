import { createHash, randomUUID } from "node:crypto";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";

/** Reference to a personal value or free text. The value is stored in its own table, where it can be erased. */
export interface PersonalRef {
  personal: string;
  /** SHA-256 of id and value: proves the value without revealing it. */
  hash: string;
}

export const isPersonalRef = (value: unknown): value is PersonalRef =>
  typeof value === "object" && value !== null && "personal" in value && "hash" in value;

/** Stores personal values and free text separately from the tables that refer to them. */
export interface PersonalValues {
  store(tx: Transaction, campaignId: string, value: string): Promise<PersonalRef>;
  /** The values by id, without erased ones. */
  read(tx: Transaction, refs: readonly (PersonalRef | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
}

export function makePersonalValues(encryption: Encryption): PersonalValues {
  return {
    async store(tx, campaignId, value) {
      const id = randomUUID();
      const hash = createHash("sha256").update(`${id}\n${value}`).digest("hex");
      await tx.personalValue.create({ data: { id, campaignId, hash, body: encryption.seal(value) } });
      return { personal: id, hash };
    },
    async read(tx, refs) {
      const ids = refs.flatMap((ref) => (ref ? [ref.personal] : []));
      if (ids.length === 0) return new Map();
      const rows = await tx.personalValue.findMany({ where: { id: { in: ids } } });
      return new Map(rows.flatMap(({ id, body }) => (body ? [[id, String(encryption.open(body))] as const] : [])));
    },
  };
}
